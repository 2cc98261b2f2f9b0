internal import Custody
internal import Domain

extension EPCISEvent {
  /// The namespace of our own members, which documents declare as `ktp`.
  static let namespace = "urn:ktp:epcis:"

  /// The identifier that follows from the event's content, whatever the order of its members:
  /// `ni:///sha-256;<64 digits>?ver=CBV2.0`.
  ///
  /// Source: CBV 2.0, section 8.9 (EPCIS event hash ID); RFC 6920.
  public var id: String {
    "ni:///sha-256;\(Fingerprint(sha256Of: Array(hashedText.utf8)))?ver=CBV2.0"
  }

  /// The text that is hashed: `name=value` of every member in the order of the standard, values of
  /// lists and our own members in the order of their bytes, nothing between two of them.
  ///
  /// The time of recording, the identifier and a declaration of error take no part.
  var hashedText: String {
    var text = "eventType=\(typeName)eventTime=\(time.epcisText(offset: nil))"
    text += "eventTimeZoneOffset=\(zone)"
    switch subject {
    case .objects(let names): text += Self.list("epcList", names.map { "epc=\($0)" })
    case .aggregation(let parent, let children):
      text += "parentID=\(parent)" + Self.list("childEPCs", children.map { "epc=\($0)" })
    }
    text += "action=\(action.rawValue)"
    text += "bizStep=\(Self.web("BizStep", step.rawValue))"
    text += "disposition=\(Self.web("Disp", disposition.rawValue))"
    text += readPoint.map { "readPointid=\($0)" } ?? ""
    text += location.map { "bizLocationid=\($0)" } ?? ""
    text += Self.list(
      "bizTransactionList",
      transactions.map { "type=\(Self.web("BTT", $0.kind.rawValue))bizTransaction=\($0.name)" })
    text += Self.list(
      "sourceList", sources.map { "type=\(Self.web("SDT", $0.role.rawValue))source=\($0.name)" })
    text += Self.list(
      "destinationList",
      destinations.map { "type=\(Self.web("SDT", $0.role.rawValue))destination=\($0.name)" })
    return text + Self.list("", extensions.flatMap(Self.hashedTexts))
  }

  private static func hashedTexts(of member: Extension) -> [String] {
    let values: [String] =
      switch member.value {
      case .text(let text): [text]
      case .number(let number): [String(number)]
      case .texts(let texts): texts
      }
    return values.map { "{\(namespace)}\(member.name)=\($0)" }
  }

  /// The name once, then the texts in the order of their bytes; nothing for an empty list.
  private static func list(_ name: String, _ texts: [String]) -> String {
    guard !texts.isEmpty else { return "" }
    let sorted = texts.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    return name + sorted.joined()
  }

  /// A word of the vocabulary in full, as the standard hashes it.
  private static func web(_ vocabulary: String, _ word: String) -> String {
    "https://ref.gs1.org/cbv/\(vocabulary)-\(word)"
  }
}

extension Instant {
  /// `2017-07-27T09:14:00.000+07:00` on the clocks of `offset`; in UTC and with a `Z` without one.
  func epcisText(offset: TimeZoneOffset?) -> String {
    let shift = offset.map { Int64($0.seconds) * 1000 } ?? 0
    let local = milliseconds + shift
    let day = 86_400_000 as Int64
    let dayNumber = local >= 0 ? local / day : -((day - 1 - local) / day)
    let rest = Int(local - dayNumber * day)
    let parts = [rest / 3_600_000, rest / 60_000 % 60, rest / 1000 % 60].map { padded($0, to: 2) }
    let date = CalendarDate(dayNumber: Int(dayNumber))
    let clock = "\(parts.joined(separator: ":")).\(padded(rest % 1000, to: 3))"
    return "\(date)T\(clock)\(offset?.description ?? "Z")"
  }
}
