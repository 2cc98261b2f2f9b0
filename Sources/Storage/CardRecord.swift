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
  func columns(sealedWith keys: OfficeKeys) throws -> [(any DatabaseValueConvertible)?] {
    let address = resident.address
    return [
      id, try keys.sealed(resident.nik.digits, for: id, column: "nik"),
      keys.nikLookup(resident.nik),
      try resident.familyCard.map { try keys.sealed($0.digits, for: id, column: "family-card") },
      resident.name, Self.searchable(resident.name), resident.birthDate, resident.sex,
      address.street, address.number, address.rt, address.rw, address.desa, address.landmark,
      resident.phone, request, urgency, requestedOn, printedOn, channel,
      location.coordinate.latitudeE7, location.coordinate.longitudeE7, location.source,
      location.uncertainty,
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
    name.lowercased().split { !$0.isLetter }.joined(separator: " ")
  }
}

extension Resident {
  fileprivate init(row: Row, of card: CardID, openedWith keys: OfficeKeys) throws {
    let nik = try keys.opened(try row.read("nik_sealed"), for: card, column: "nik")
    let familyCard: Data? = try row.readIfPresent("family_card_sealed")
    self.init(
      nik: try NIK(nik),
      name: try row.read("name"), birthDate: try row.read("birth_date"),
      sex: try row.read("sex"),
      familyCard: try familyCard.flatMap {
        FamilyCardNumber(try keys.opened($0, for: card, column: "family-card"))
      },
      address: Address(
        street: try row.read("street"), number: try row.readIfPresent("house_number"),
        rt: try row.readIfPresent("rt"), rw: try row.readIfPresent("rw"),
        desa: try row.read("desa"), landmark: try row.readIfPresent("landmark")),
      phone: try row.readIfPresent("phone"))
  }
}

extension OfficeKeys {
  /// Seals digits for one cell, so that two cells cannot be exchanged unseen.
  fileprivate func sealed(
    _ digits: String, for card: CardID, column: String
  ) throws(KeyError) -> Data {
    Data(try seal(Array(digits.utf8), context: "\(card)/\(column)"))
  }

  fileprivate func opened(
    _ sealed: Data, for card: CardID, column: String
  ) throws(KeyError) -> String {
    String(decoding: try open(Array(sealed), context: "\(card)/\(column)"), as: UTF8.self)
  }
}
