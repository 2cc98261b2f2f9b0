import ArgumentParser
import Custody
import Domain
import Storage

struct CourierDeliver: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "deliver",
    abstract: say(
      "Mencatat kartu yang diserahkan, dengan buktinya.",
      "Records cards handed over, with their proof."),
    discussion: say(
      """
      Contoh:
        hantar courier deliver --to self --proof signature
        hantar courier deliver 0123-4 --to family --proof photo=pintu.jpg --proof old-card
      Berkas bukti tidak dibawa; hanya sidik SHA-256-nya yang dicatat.
      """,
      """
      Examples:
        hantar courier deliver --to self --proof signature
        hantar courier deliver 0123-4 --to family --proof photo=door.jpg --proof old-card
      Files of proof stay where they are; only their SHA-256 is recorded.
      """))

  @OptionGroup var options: PocketOptions
  @OptionGroup var references: CardReferences

  @Option(
    help: ArgumentHelp(
      say("Penerima: ", "Recipient: ")
        + Recipient.allCases.map(\.rawValue).joined(separator: ", ")))
  var to: Recipient

  @Option(
    parsing: .singleValue,
    help: ArgumentHelp(
      say("Bukti; boleh diulang: ", "Proof; may be repeated: ")
        + Proof.Kind.allCases.map(\.rawValue).joined(separator: ", ") + ", photo=FILE"))
  var proof: [ProofArgument] = []

  @Option(
    name: .customLong("position"), parsing: .unconditional,
    help: ArgumentHelp(
      say("Tempat menurut GPS.", "Place by GPS."), valueName: "-5.3816,105.2586"))
  var position: CoordinateArgument?

  func run() throws {
    let pocket = try options.open()
    let cards = try references.resolved(in: pocket)
    let proofs = try proof.map { argument in
      Proof(
        kind: argument.kind,
        digest: try argument.file.map(fingerprint))
    }
    try pocket.deliver(
      cards, to: to, proofs: proofs, position: position?.coordinate, now: currentInstant(),
      provenance: .typed)
    print(
      say("Diterima oleh ", "Delivered to ") + to.phrase.text(in: language) + ": "
        + cards.map(\.description).joined(separator: ", "))
  }
}

/// The SHA-256 of a file that is proof of something.
private func fingerprint(of file: String) throws -> String {
  let bytes = try Files.read(file)
  guard !bytes.isEmpty else {
    throw Failure(
      .badInput, id: "berkas \(file) kosong; ambil fotonya lagi",
      en: "file \(file) is empty; take the photo again")
  }
  return Fingerprint(sha256Of: bytes).description
}

struct CourierFail: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "fail",
    abstract: say(
      "Mencatat kartu yang tidak bisa diserahkan, dengan alasannya.",
      "Records cards that could not be handed over, with the reason."),
    discussion: say(
      "Contoh:\n  hantar courier fail --reason NOT_HOME\n  hantar courier fail 0123-4 --reason MOVED\n"
        + "Alasan:\n" + reasons,
      "Examples:\n  hantar courier fail --reason NOT_HOME\n  hantar courier fail 0123-4 --reason MOVED\n"
        + "Reasons:\n" + reasons))

  private static var reasons: String {
    FailureReason.allCases
      .map { "  " + $0.rawValue + ": " + $0.phrase.text(in: language) }.joined(separator: "\n")
  }

  @OptionGroup var options: PocketOptions
  @OptionGroup var references: CardReferences

  @Option(help: ArgumentHelp(say("Kode alasan.", "Code of the reason.")))
  var reason: FailureReason

  @Option(
    name: .customLong("position"), parsing: .unconditional,
    help: ArgumentHelp(
      say("Tempat menurut GPS.", "Place by GPS."), valueName: "-5.3816,105.2586"))
  var position: CoordinateArgument?

  func run() throws {
    let pocket = try options.open()
    let cards = try references.resolved(in: pocket)
    try pocket.fail(
      cards, reason: reason, position: position?.coordinate, now: currentInstant(),
      provenance: .typed)
    print(
      say("Gagal", "Failed") + " (\(reason.phrase.text(in: language))): "
        + cards.map(\.description).joined(separator: ", "))
  }
}
