import ArgumentParser
import Custody
import Domain

/// What a courier offers as proof of a handover.
struct ProofOptions: ParsableArguments {
  @Option(
    parsing: .singleValue,
    help: ArgumentHelp(
      say(
        "Bukti; boleh diulang: signature, thumb, photo (masing-masing bisa =BERKAS), pin, "
          + "old-card, scan=TEKS-QR.",
        "Proof; may be repeated: signature, thumb, photo (each may have =FILE), pin, old-card, "
          + "scan=QR-TEXT.")))
  var proof: [ProofArgument] = []

  @Option(
    help: ArgumentHelp(
      say(
        "Berkas berisi PIN penduduk, untuk skrip (bawaan: ditanyakan).",
        "File with the resident's PIN, for scripts (default: you are asked)."),
      valueName: say("berkas", "file")), completion: .file())
  var residentPinFile: String?

  /// Whether the old cards were taken in exchange.
  var oldCardTaken: Bool { proof.contains { $0.kind == .oldCard } }

  /// The proofs with the SHA-256 of their files; where cards were scanned, all were.
  func proofs(for cards: [CardID]) throws -> [Proof] {
    let scanned = try proof.filter { $0.kind == .scan }.map { try scannedCard($0.file, of: cards) }
    if !scanned.isEmpty, let other = cards.first(where: { !scanned.contains($0) }) {
      throw Failure(
        .refused, id: "kartu \(other) belum dipindai; pindai setiap kartu yang diserahkan",
        en: "card \(other) was not scanned; scan every card that is handed over")
    }
    let others = try proof.filter { $0.kind != .scan }.map { argument in
      guard argument.file == nil || [.signature, .thumb, .photo].contains(argument.kind) else {
        throw Self.unexpectedValue(argument.kind)
      }
      return Proof(kind: argument.kind, digest: try argument.file.map(Self.fingerprint))
    }
    return others + (scanned.isEmpty ? [] : [Proof(kind: .scan)])
  }

  /// The PIN as the resident types it; nothing where it is not offered as proof.
  func residentPIN() throws -> String? {
    guard proof.contains(where: { $0.kind == .pin }) else { return nil }
    let pin =
      try residentPinFile.map(Files.readLine)
      ?? SecretPrompt.ask(
        say("PIN penduduk (6 angka, diketik penduduk): ", "The resident's PIN (6 digits): "))
    guard ResidentPIN.isWellFormed(pin) else {
      throw Failure(
        .badInput, id: "PIN penduduk terdiri dari 6 angka; minta lagi",
        en: "the resident's PIN has 6 digits; ask for it again")
    }
    return pin
  }

  private func scannedCard(_ text: String?, of cards: [CardID]) throws -> CardID {
    guard let text, let scanned = CardID(text) else {
      throw Failure(
        .badInput, id: "pindaian itu bukan kartu; pindai kode QR pada label kartu",
        en: "that scan is not a card; scan the QR code on the card's label")
    }
    guard cards.contains(scanned) else {
      throw Failure(
        .refused,
        id: "yang dipindai kartu \(scanned), bukan kartu yang diserahkan; periksa kartunya",
        en: "the scan is of card \(scanned), not of a card handed over; check the card")
    }
    return scanned
  }

  private static func unexpectedValue(_ kind: Proof.Kind) -> Failure {
    Failure(
      .badInput, id: "bukti \(kind.rawValue) ditulis tanpa =…",
      en: "the proof \(kind.rawValue) is written without =…")
  }

  /// The SHA-256 of a file that is proof of something.
  private static func fingerprint(of file: String) throws -> String {
    let bytes = try Files.read(file)
    guard !bytes.isEmpty else {
      throw Failure(
        .badInput, id: "berkas \(file) kosong; ambil fotonya lagi",
        en: "file \(file) is empty; take the photo again")
    }
    return Fingerprint(sha256Of: bytes).description
  }
}
