public import Custody
public import Domain

/// The name of a thing, a place, a party or a paper in an EPCIS document: `urn:ktp:card:…`.
///
/// Opaque: a card goes by its own number, a resident by that of the card, and nobody by name, NIK
/// or address.
public struct EPCISName: Hashable, Sendable, CustomStringConvertible {
  /// A URN (RFC 8141) of printable ASCII.
  public let description: String

  private init(_ kind: String, _ parts: [String]) {
    description = (["urn:ktp", kind] + parts.map(Self.escaped)).joined(separator: ":")
  }

  public static func card(_ card: CardID) -> EPCISName { EPCISName("card", [card.description]) }

  /// Whoever `card` belongs to.
  public static func resident(of card: CardID) -> EPCISName {
    EPCISName("resident-of", [card.description])
  }

  /// The bag of a run.
  public static func bag(_ run: RunID) -> EPCISName { EPCISName("bag", [run.description]) }

  public static func document(_ number: String) -> EPCISName { EPCISName("document", [number]) }

  /// The office of `regency`, as a place and as a party.
  public static func office(of regency: RegionCode) -> EPCISName {
    EPCISName("office", [regency.regency.description])
  }

  /// A kelurahan or desa, and nothing nearer to a door.
  public static func village(_ desa: RegionCode) -> EPCISName {
    EPCISName("village", [desa.description])
  }

  /// Whoever has the cards; residents are named by their cards, see ``resident(of:)``.
  public static func party(_ holder: Holder, of regency: RegionCode) -> EPCISName? {
    let office = regency.regency.description
    return switch holder {
    case .printer: EPCISName("printer", [office])
    case .office: .office(of: regency)
    case .organisation(let name): EPCISName("organisation", [office, name])
    case .courier(let id): EPCISName("courier", [office, id.description])
    case .villageOffice(let desa): EPCISName("village-office", [desa.description])
    case .resident, .destruction: nil
    }
  }

  /// Letters, digits and `-._/` stand for themselves, other bytes as `%20`.
  private static func escaped(_ part: String) -> String {
    let plain = Set("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._/".utf8)
    let hexadecimal = Array("0123456789ABCDEF".utf8)
    let bytes = part.utf8.flatMap { byte in
      plain.contains(byte)
        ? [byte]
        : [UInt8(ascii: "%"), hexadecimal[Int(byte >> 4)], hexadecimal[Int(byte & 15)]]
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
