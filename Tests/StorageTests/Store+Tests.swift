import Custody
import Domain
import Storage
import Testing

/// The verbs with the arguments that most tests do not care about.
extension Store {
  static func clerk(_ purpose: Access.Purpose = .service) throws -> Access {
    try Access(by: "loket 1", for: purpose, at: TestOffice.now)
  }

  func saveCouriers(_ couriers: [Courier]) throws {
    try saveCouriers(couriers, now: TestOffice.now)
  }

  func card(_ id: CardID) throws -> CardRecord { try card(id, Self.clerk()) }

  func cards(_ ids: [CardID]) throws -> [Card] { try cards(ids, Self.clerk()) }

  func searchCards(
    name: String? = nil, birthDate: CalendarDate? = nil, kecamatan: RegionCode? = nil,
    status: CardCustody.Status? = nil, nik: NIK? = nil, limit: Int = 50, offset: Int = 0
  ) throws -> [CardRecord] {
    try searchCards(
      name: name, birthDate: birthDate, kecamatan: kecamatan, status: status, nik: nik,
      limit: limit, offset: offset, Self.clerk())
  }

  func deliverableCards(on date: CalendarDate) throws -> [Card] {
    try deliverableCards(on: date, Self.clerk(.planning))
  }

  func deliverableRecords(on date: CalendarDate) throws -> [CardRecord] {
    try deliverableRecords(on: date, Self.clerk(.planning))
  }

  /// The number of entries and the newest one.
  func ledgerHead() throws -> LogHead {
    let count = try entryCount()
    return LogHead(count: count, last: try entries(from: max(1, count), limit: 1).last)
  }
}

struct LogHead: Hashable {
  let count: Int
  let last: LedgerEntry?
}
