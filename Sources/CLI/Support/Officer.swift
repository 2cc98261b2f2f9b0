import ArgumentParser
import Domain
import Foundation
import Storage

/// Who answers for what a command does: named in the ledger for good.
struct OfficerOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      say(
        "Nama yang bertanggung jawab (bawaan: $HANTAR_OFFICER).",
        "Name of the person who answers for it (default: $HANTAR_OFFICER)."),
      valueName: say("nama", "name")))
  var by: SignedName?

  /// - Throws: ``Failure`` if nobody is named.
  func name() throws -> String {
    if let by { return by.text }
    guard let name = Self.environmentName else {
      throw Failure(
        .badInput,
        id: "sebutkan siapa yang bertanggung jawab: --by NAMA atau HANTAR_OFFICER",
        en: "name the person who answers for this: --by NAME or HANTAR_OFFICER")
    }
    return name
  }

  fileprivate static var environmentName: String? {
    ProcessInfo.processInfo.environment["HANTAR_OFFICER"]
      .flatMap { SignedName(argument: $0)?.text }
  }
}

extension Access {
  /// A reading of personal data by this command, by the officer named in the environment or else
  /// whoever is logged in.
  static func now(for purpose: Access.Purpose, note: String? = nil) throws -> Access {
    try Access(
      by: OfficerOptions.environmentName ?? NSUserName(), for: purpose, note: note,
      at: try currentInstant())
  }
}
