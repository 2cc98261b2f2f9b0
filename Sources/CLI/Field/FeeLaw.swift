import Domain

/// What the law says about money for identity cards, for the courier to read out at the door.
///
/// Source: UU 24/2013 pasal 79A and 95B.
enum FeeLaw {
  static let phrase = Phrase(
    id: """
      Pengurusan dan penerbitan KTP-el, termasuk pengantarannya, tidak dipungut biaya
      (UU 24/2013 pasal 79A). Petugas yang memungut biaya diancam penjara paling lama 6 tahun
      dan/atau denda paling banyak Rp75.000.000 (pasal 95B). Jangan terima uang; kembalikan bila
      sudah diterima. Kejadian ini dicatat dan dilaporkan ke kantor.
      """,
    en: """
      Making and issuing an identity card, and bringing it, costs nothing (Law 24/2013,
      article 79A). An officer who takes a fee faces up to 6 years in prison and/or a fine of up
      to Rp75,000,000 (article 95B). Take no money; give it back if you have taken it. This is
      recorded and reported to the office.
      """)

  /// In both languages, the one of this process first, so that whoever asks for money can read it.
  static var lines: [String] {
    let texts = [phrase.indonesian, phrase.english]
    let ordered = language == .indonesian ? texts : texts.reversed()
    return ordered.joined(separator: "\n\n").split(
      separator: "\n", omittingEmptySubsequences: false
    ).map(String.init)
  }
}
