internal import Domain
import Geometry

/// The texts of one stop or one card as they stand on a run sheet, for the page and for measuring.
///
/// Free text is freed of numbers that might be somebody's NIK.
struct RunSheetLines {
  /// Street and house number; the neighbourhood where the village names no streets.
  private(set) var house = ""
  private(set) var neighbourhood = ""
  private(set) var landmark: String?
  /// Says how far off the place may be, where the door itself is not known.
  private(set) var uncertainty: String?
  /// How far it is from the stop before, and along which streets.
  private(set) var approach: String?
  let name: String
  /// Why the card was printed.
  let request: String
  /// The resident's telephone, which never breaks over two lines.
  let phone: String?

  init(stop: Stop, card: Card, of sheet: RunSheet, language: Language) {
    self.init(card: card, language: language)
    let gazetteer = sheet.gazetteer
    let address = card.resident.address
    let number = address.number.map { "No. \($0)" }
    let street = [address.street, number ?? ""].filter { !$0.isEmpty }.joined(separator: " ")
    let desa = gazetteer.name(of: stop.desa)
    house = (street.isEmpty ? address.neighbourhood : street).withLongNumbersMasked
    neighbourhood = street.isEmpty ? desa : "\(address.neighbourhood), \(desa)"
    landmark = address.landmark.map { "◆ " + $0.withLongNumbersMasked }
    if stop.location.source != .house {
      let words = Phrase(id: "perkiraan", en: "roughly").text(in: language)
      uncertainty = "≈ \(words), ± \(language.distance(stop.location.uncertainty))"
    }
    approach = sheet.way?.leg(toStop: stop.number).flatMap { Self.approach(along: $0, language) }
  }

  /// The distance and the streets; of many streets the first and the last two, which are where a
  /// courier has to look. Nothing where one is there already.
  private static func approach(along leg: RunWay.Leg, _ language: Language) -> String? {
    guard leg.distance.value >= 1 else { return nil }
    let streets = leg.streets.map(\.withLongNumbersMasked)
    let shown = streets.count > 3 ? [streets[0], "…"] + streets.suffix(2) : streets
    let distance = "→ " + language.distance(leg.distance)
    return shown.isEmpty ? distance : "\(distance) · \(shown.joined(separator: ", "))"
  }

  init(card: Card, language: Language) {
    name = card.resident.name.withLongNumbersMasked
    request = card.request.phrase.text(in: language)
    phone = card.resident.phone.map { phone in
      "☎\u{A0}" + String(phone.withLongNumbersMasked.map { $0 == " " ? "\u{A0}" : $0 })
    }
  }
}
