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

/// A card as it comes in, before it is known whether the store has it.
public struct NewCard: Hashable, Sendable {
  /// The number it was registered under; nothing if the store is to give it one.
  public let id: CardID?
  public let resident: Resident
  public let request: RequestKind
  public let urgency: Urgency
  public let requestedOn: CalendarDate
  public let printedOn: CalendarDate
  public let channel: Channel
  public let location: Location
  /// The row of the file it stands in, from 1, for messages.
  public let sourceRow: Int

  public init(
    id: CardID?, resident: Resident, request: RequestKind, urgency: Urgency,
    requestedOn: CalendarDate, printedOn: CalendarDate, channel: Channel, location: Location,
    sourceRow: Int
  ) {
    self.id = id
    self.resident = resident
    self.request = request
    self.urgency = urgency
    self.requestedOn = requestedOn
    self.printedOn = printedOn
    self.channel = channel
    self.location = location
    self.sourceRow = sourceRow
  }

  func card(_ id: CardID) -> Card {
    Card(
      id: id, resident: resident, request: request, urgency: urgency, requestedOn: requestedOn,
      printedOn: printedOn, channel: channel, location: location)
  }
}

extension Card {
  /// The columns of the table `card` up to the place where the card came from.
  ///
  /// - Parameter lookup: The keyed hash of the resident's NIK.
  func columns(
    sealedWith keys: OfficeKeys, lookup: Fingerprint
  ) throws -> [(any DatabaseValueConvertible)?] {
    let address = resident.address
    return [
      id, try keys.sealedNumbers(of: resident, on: id), lookup, resident.name,
      Self.searchable(resident.name), resident.birthDate, resident.sex, address.street,
      address.number, address.rt, address.rw, address.desa, address.landmark, resident.phone,
      request, urgency, requestedOn, printedOn, channel, location.coordinate.latitudeE7,
      location.coordinate.longitudeE7, location.source, location.uncertainty,
    ]
  }

  init(row: Row, openedWith keys: OfficeKeys) throws {
    let id: CardID = try row.read("id")
    self.init(
      id: id, resident: try Resident(row: row, of: id, openedWith: keys),
      request: try row.read("request"), urgency: try row.read("urgency"),
      requestedOn: try row.read("requested_on"), printedOn: try row.read("printed_on"),
      channel: try row.read("channel"), location: try row.readLocation())
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

extension Resident {
  fileprivate init(row: Row, of card: CardID, openedWith keys: OfficeKeys) throws {
    let numbers = try keys.openedNumbers(try row.read("numbers_sealed"), on: card)
    self.init(
      nik: try NIK(numbers.nik),
      name: try row.read("name"), birthDate: try row.read("birth_date"),
      sex: try row.read("sex"), familyCard: FamilyCardNumber(numbers.familyCard),
      address: Address(
        street: try row.read("street"), number: try row.readIfPresent("house_number"),
        rt: try row.readIfPresent("rt"), rw: try row.readIfPresent("rw"),
        desa: try row.read("desa"), landmark: try row.readIfPresent("landmark")),
      phone: try row.readIfPresent("phone"))
  }
}

extension OfficeKeys {
  /// Seals the NIK, and the number of the family card after it where there is one, for one card, so
  /// that those of two cards cannot be exchanged unseen.
  fileprivate func sealedNumbers(of resident: Resident, on card: CardID) throws(KeyError) -> Data {
    let digits = resident.nik.digits + (resident.familyCard?.digits ?? "")
    return Data(try seal(Array(digits.utf8), context: Self.place(of: card)))
  }

  fileprivate func openedNumbers(
    _ sealed: Data, on card: CardID
  ) throws(KeyError) -> (nik: Substring, familyCard: Substring) {
    let digits = try open(Array(sealed), context: Self.place(of: card))
    let text = String(decoding: digits, as: UTF8.self)
    return (text.prefix(16), text.dropFirst(16))
  }

  private static func place(of card: CardID) -> String { card.description + "/numbers" }
}
