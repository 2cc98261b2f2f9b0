internal import Domain

/// The QR code that leads from a paper to its proof, with what it says for those without a scanner.
enum ProofMark {
  static func html(_ proof: ProofReference, in language: Language) -> HTMLText {
    let entry = Phrase(
      id: "Bukti: entri \(language.figure(proof.place))",
      en: "Proof: entry \(language.figure(proof.place))")
    return """
      <figure class="proof">\(code(proof.description))\
      <figcaption>\(entry.text(in: language))<br/>\(proof.workspace)</figcaption></figure>
      """
  }

  /// The drawing of a short text; nothing for one that no code can hold.
  static func code(_ text: String, correction: QRCode.Correction = .medium) -> HTMLText {
    do throws(QRCodeError) { return try QRCode(text, correction: correction).svg } catch {
      return .empty
    }
  }

  static let style: HTMLText = """
    .proof { width: 30mm; flex: none; }
    .proof .qr { display: block; width: 30mm; height: 30mm; }
    .proof figcaption { font-size: 7pt; line-height: 1.25; text-align: center;
      overflow-wrap: anywhere; }
    """
}
