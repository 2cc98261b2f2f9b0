public import Domain

/// One line of a card's story.
public struct StoryLine: Hashable, Sendable {
  public let time: Instant
  /// What happened, without the time.
  public let phrase: Phrase

  public init(time: Instant, phrase: Phrase) {
    self.time = time
    self.phrase = phrase
  }

  /// `27 Jul 2017 09.14: diserahkan kepada petugas SP-017`, on the clocks of `zone`.
  public func text(in language: Language, zone: TimeZoneOffset) -> String {
    let date = time.date(in: zone)
    let clock = time.text(in: zone).dropFirst("YYYY-MM-DDT".utf8.count).prefix(5)
    let month = Self.months[date.month - 1].text(in: language)
    let separated = language == .indonesian ? clock.map { $0 == ":" ? "." : $0 } : Array(clock)
    return "\(date.day) \(month) \(date.year) \(String(separated)): \(phrase.text(in: language))"
  }

  private static let months = [
    Phrase(id: "Jan", en: "Jan"), Phrase(id: "Feb", en: "Feb"), Phrase(id: "Mar", en: "Mar"),
    Phrase(id: "Apr", en: "Apr"), Phrase(id: "Mei", en: "May"), Phrase(id: "Jun", en: "Jun"),
    Phrase(id: "Jul", en: "Jul"), Phrase(id: "Agu", en: "Aug"), Phrase(id: "Sep", en: "Sep"),
    Phrase(id: "Okt", en: "Oct"), Phrase(id: "Nov", en: "Nov"), Phrase(id: "Des", en: "Dec"),
  ]
}
