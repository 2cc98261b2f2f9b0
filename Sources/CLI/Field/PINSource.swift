import ArgumentParser
import Custody
import Foundation

/// Where the PIN of a pocket comes from: a file for scripts, else a person at the terminal.
///
/// Never from the command line, which every user of the machine can read.
struct PINSource: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      say(
        "Berkas berisi PIN, untuk skrip (bawaan: $HANTAR_PIN_FILE, lalu ditanyakan).",
        "File with the PIN, for scripts (default: $HANTAR_PIN_FILE, then you are asked)."),
      valueName: say("berkas", "file")), completion: .file())
  var pinFile: String?

  /// The PIN of a pocket that exists.
  func pin() throws -> String {
    try filed() ?? SecretPrompt.ask(say("PIN: ", "PIN: "))
  }

  /// A PIN for a new pocket; a person types it twice.
  func newPIN() throws -> String { try filed() ?? Self.askForNewPIN() }

  /// What a person types twice as a new PIN.
  static func askForNewPIN() throws -> String {
    let pin = try SecretPrompt.ask(
      say("PIN baru (paling sedikit 6 angka): ", "New PIN (at least 6 digits): "))
    guard Vault.isStrong(pin) else { throw VaultError.weakPIN }
    guard try SecretPrompt.ask(say("Sekali lagi: ", "Once more: ")) == pin else {
      throw Failure(
        .refused, id: "kedua PIN berbeda; ulangi perintahnya",
        en: "the two PINs differ; run the command again")
    }
    return pin
  }

  private func filed() throws -> String? {
    let named = ProcessInfo.processInfo.environment["HANTAR_PIN_FILE"] ?? ""
    guard let path = pinFile ?? (named.isEmpty ? nil : named) else { return nil }
    return try Files.readLine(path)
  }
}

extension Files {
  /// The one line of a file, without the end of the line.
  static func readLine(_ path: String) throws -> String {
    let text = String(validating: try read(path), as: UTF8.self) ?? ""
    let lines = text.split(whereSeparator: \.isNewline)
    guard lines.count == 1, let line = lines.first else {
      throw Failure(
        .badInput, id: "berkas \(path) harus berisi satu baris saja",
        en: "file \(path) must hold one line and no more")
    }
    return String(line)
  }
}

extension Vault.Cost {
  /// What one try of a PIN costs; debug builds, which test, open pockets by the hundred.
  static var ofThisBuild: Vault.Cost {
    #if DEBUG
      .trifling
    #else
      .standard
    #endif
  }
}
