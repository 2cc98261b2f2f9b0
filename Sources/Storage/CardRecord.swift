public import Custody
public import Domain
import Foundation
import GRDB
import Geometry

/// A card with what the ledger knows of it.
public struct CardRecord: Hashable, Sendable {
  public let card: Card
  public let custody: CardCustody
}

extension Card {
  /// The columns of the table `card` up to the place where the card came from.
  ///
  /// - Parameter lookup: The keyed hash of the resident's NIK.
  func columns(
    sealedWith keys: OfficeKeys, lookup: Fingerprint
  ) throws -> [(any DatabaseValueConvertible)?] {
    let address = resident.address
    let numbers = try keys.sealedNumbers(of: resident, on: id, CardContent(of: self))
    return [
      id, numbers, lookup, resident.name,
      Self.searchable(resident.name), resident.birthDate, resident.sex, address.street,
      address.number, address.rt, address.rw, address.desa, address.landmark, resident.phone,
      request, urgency, requestedOn, printedOn, channel, location.coordinate.latitudeE7,
      location.coordinate.longitudeE7, location.source, location.uncertainty,
    ]
  }

  /// Reads a card; nothing if its resident's data were erased.
  static func unlessErased(row: Row, openedWith keys: OfficeKeys) throws -> Card? {
    let erasedAt: Instant? = try row.readIfPresent("erased_at")
    return erasedAt == nil ? try Card(row: row, openedWith: keys) : nil
  }

  /// Reads a card; the seal of its numbers opens only beside the content it was made for.
  init(row: Row, openedWith keys: OfficeKeys) throws {
    let id: CardID = try row.read("id")
    let content = try CardContent(row: row)
    let numbers = try keys.openedNumbers(try row.read("numbers_sealed"), on: id, content)
    self.init(
      id: id,
      resident: Resident(
        nik: try NIK(numbers.nik), name: content.name, birthDate: content.birthDate,
        sex: content.sex, familyCard: FamilyCardNumber(numbers.familyCard),
        address: content.address, phone: content.phone),
      request: content.request, urgency: content.urgency, requestedOn: content.requestedOn,
      printedOn: content.printedOn, channel: content.channel, location: content.location)
  }

  /// A name as it is searched: words of letters in lower case, one space between them.
  static func searchable(_ name: String) -> String {
    guard name.utf8.allSatisfy({ $0 < 0x80 }) else {
      return name.lowercased().split { !$0.isLetter }.joined(separator: " ")
    }
    // The same by bytes: names come by the hundred thousand, and nearly all are plain.
    var text: [UInt8] = []
    for byte in name.utf8 {
      let letter = byte | 0x20
      if (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(letter) {
        text.append(letter)
      } else if let last = text.last, last != UInt8(ascii: " ") {
        text.append(UInt8(ascii: " "))
      }
    }
    if text.last == UInt8(ascii: " ") { text.removeLast() }
    return String(decoding: text, as: UTF8.self)
  }
}

/// What is left of a card whose resident's data were erased: nothing about a person.
struct ErasedCard: Hashable {
  let id: CardID
  private let remains: [String]

  /// What is null once the data are erased.
  static let personalColumns = [
    "nik_lookup", "name", "name_search", "birth_date", "sex", "street", "house_number", "rt", "rw",
    "landmark", "phone", "latitude_e7", "longitude_e7", "location_source", "uncertainty_metres",
  ]

  init(row: Row) throws {
    id = try row.read("id")
    let columns = ["desa", "request", "urgency", "requested_on", "printed_on", "channel"]
    let erasedAt: Instant = try row.read("erased_at")
    remains = try columns.map { try row.read($0) } + ["\(erasedAt.milliseconds)"]
  }

  /// What stands in the place of the card's sealed numbers, so that the rest cannot be changed.
  func seal(with keys: OfficeKeys) throws(KeyError) -> Data {
    Data(try keys.seal([], context: place))
  }

  func isIntact(_ seal: Data, openedWith keys: OfficeKeys) -> Bool {
    (try? keys.open(Array(seal), context: place)) == []
  }

  /// The place for which the value in `numbers_sealed` is sealed.
  var place: String { "\(id)/erased/\(remains.joined(separator: " "))" }
}

/// Everything of a card that stands in plain columns.
///
/// Its fingerprint is part of the place for which the card's numbers are sealed, so that no column
/// can be changed unseen by someone without the office's keys.
private struct CardContent {
  let name: String
  let birthDate: CalendarDate
  let sex: Sex
  let address: Address
  let phone: String?
  let request: RequestKind
  let urgency: Urgency
  let requestedOn: CalendarDate
  let printedOn: CalendarDate
  let channel: Channel
  let location: Location

  init(of card: Card) {
    name = card.resident.name
    birthDate = card.resident.birthDate
    sex = card.resident.sex
    address = card.resident.address
    phone = card.resident.phone
    request = card.request
    urgency = card.urgency
    requestedOn = card.requestedOn
    printedOn = card.printedOn
    channel = card.channel
    location = card.location
  }

  init(row: Row) throws {
    name = try row.read("name")
    birthDate = try row.read("birth_date")
    sex = try row.read("sex")
    address = Address(
      street: try row.read("street"), number: try row.readIfPresent("house_number"),
      rt: try row.readIfPresent("rt"), rw: try row.readIfPresent("rw"),
      desa: try row.read("desa"), landmark: try row.readIfPresent("landmark"))
    phone = try row.readIfPresent("phone")
    request = try row.read("request")
    urgency = try row.read("urgency")
    requestedOn = try row.read("requested_on")
    printedOn = try row.read("printed_on")
    channel = try row.read("channel")
    location = try row.readLocation()
  }

  /// SHA-256 over all fields, an absent one told from an empty one.
  var fingerprint: Fingerprint {
    let absent = "\u{1E}"
    let fields = [
      name, birthDate.description, sex.rawValue, address.street, address.number ?? absent,
      address.rt.map(String.init) ?? absent, address.rw.map(String.init) ?? absent,
      address.desa.description, address.landmark ?? absent, phone ?? absent, request.rawValue,
      urgency.rawValue, requestedOn.description, printedOn.description, channel.rawValue,
      String(location.coordinate.latitudeE7), String(location.coordinate.longitudeE7),
      location.source.rawValue, String(location.uncertainty.value),
    ]
    var bytes: [UInt8] = []
    bytes.reserveCapacity(256)
    for field in fields {
      bytes += field.utf8
      bytes.append(0x1F)
    }
    return Fingerprint(sha256Of: bytes)
  }
}

extension OfficeKeys {
  /// Seals the NIK, and the number of the family card after it where there is one, for one card and
  /// its content.
  fileprivate func sealedNumbers(
    of resident: Resident, on card: CardID, _ content: CardContent
  ) throws(KeyError) -> Data {
    let digits = resident.nik.digits + (resident.familyCard?.digits ?? "")
    return Data(try seal(Array(digits.utf8), context: Self.place(of: card, content)))
  }

  fileprivate func openedNumbers(
    _ sealed: Data, on card: CardID, _ content: CardContent
  ) throws(KeyError) -> (nik: Substring, familyCard: Substring) {
    let digits = try open(Array(sealed), context: Self.place(of: card, content))
    let text = String(decoding: digits, as: UTF8.self)
    return (text.prefix(16), text.dropFirst(16))
  }

  fileprivate static func place(of card: CardID, _ content: CardContent) -> String {
    "\(card)/numbers/\(content.fingerprint)"
  }

  /// The place for which `numbers_sealed` of a row was sealed.
  static func placeOfNumbers(in row: Row) throws -> String {
    let erasedAt: Instant? = try row.readIfPresent("erased_at")
    if erasedAt != nil { return try ErasedCard(row: row).place }
    return place(of: try row.read("id"), try CardContent(row: row))
  }
}
