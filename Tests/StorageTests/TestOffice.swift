import Custody
import Domain
import Foundation
import GRDB
import Geometry
import Storage
import Testing

/// A workspace in a folder of its own, with two kecamatan and invented people; gone afterwards.
final class TestOffice {
  let root: String
  let workspace: Workspace
  var store: Store { workspace.store }
  var path: String { root + "/office" }
  var database: String { path + "/hantar.sqlite" }

  /// 27 July 2017 at 07:00 in Bandar Lampung.
  static let now = Instant(milliseconds: 1_501_113_600_000)
  static let today = CalendarDate(dayNumber: 17_374)
  static let tomorrow = today.adding(days: 1)

  init() throws {
    root = FileManager.default.temporaryDirectory.path + "/hantar-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: root, withIntermediateDirectories: true)
    workspace = try Workspace.create(
      at: root + "/office", region: try Self.code("18.71"), gazetteer: try Self.gazetteer(),
      zone: .western, now: Self.now)
  }

  deinit { try? FileManager.default.removeItem(atPath: root) }

  static func code(_ text: String) throws -> RegionCode { try #require(RegionCode(text)) }

  static func gazetteer() throws -> Gazetteer {
    func region(_ text: String, _ name: String, _ kind: Region.Kind, _ offset: Int32) throws
      -> Region
    {
      Region(
        code: try code(text), name: name, aliases: ["\(name) Lama"], kind: kind,
        areaSquareKilometres: 12.5, population: 1000, postcode: kind == .kota ? nil : "35111",
        pointInside: try place(offset))
    }
    return try Gazetteer([
      region("18.71", "Bandar Lampung", .kota, 0),
      region("18.71.01", "Kedaton", .kecamatan, 1),
      region("18.71.01.1001", "Sukamenanti", .kelurahan, 2),
      region("18.71.01.1002", "Sidodadi", .kelurahan, 3),
      region("18.71.02", "Sukarame", .kecamatan, 4),
      region("18.71.02.1001", "Way Dadi", .kelurahan, 5),
    ])
  }

  static func place(_ offset: Int32) throws -> Coordinate {
    try Coordinate(
      latitudeE7: -53_800_000 - offset * 1000, longitudeE7: 1_052_500_000 + offset * 777)
  }

  /// The invented NIK of person `number`, put together here so that none stands in the source.
  static func nik(_ number: Int) throws -> NIK {
    let serial = String(number % 9999 + 1)
    return try NIK("187101" + "150390" + String(repeating: "0", count: 4 - serial.count) + serial)
  }

  /// Person `number`; two neighbours in number share a household.
  static func newCard(
    _ number: Int, id: CardID? = nil, name: String? = nil, desa: String? = nil,
    channel: Channel = .door, request: RequestKind = .first, hasFamilyCard: Bool = true
  ) throws -> NewCard {
    let desas = ["18.71.01.1001", "18.71.01.1002", "18.71.02.1001"]
    let household = number / 2
    return NewCard(
      row: number + 2, id: id,
      resident: Resident(
        nik: try nik(number), name: name ?? "Sri Wahyuni \(number)",
        birthDate: try #require(CalendarDate(year: 1990, month: 3, day: 15)), sex: .male,
        familyCard: hasFamilyCard
          ? FamilyCardNumber("187101" + String(1_000_000_000 + household)) : nil,
        address: Address(
          street: "Jl. Kenanga", number: "\(household)", rt: 5, rw: 2,
          desa: try code(desa ?? desas[household % desas.count]), landmark: "dekat musala"),
        phone: nil),
      request: request, urgency: .normal, requestedOn: today.adding(days: -20),
      printedOn: today.adding(days: -2), channel: channel,
      location: Location(coordinate: try place(Int32(household)), source: .house))
  }

  static func courier(_ id: String, organisation: String = "Satpol PP") throws -> Courier {
    let start = try #require(TimeOfDay("07:30"))
    let end = try #require(TimeOfDay("16:00"))
    let noon = try #require(TimeOfDay("12:00"))
    let one = try #require(TimeOfDay("13:00"))
    return Courier(
      id: try #require(CourierID(id)), name: "Budi \(id)", organisation: organisation,
      base: try place(9), kecamatan: [try code("18.71.02"), try code("18.71.01")],
      shift: try Shift(
        start: start, end: end, rest: Shift.Break(earliest: noon, latest: one, minutes: 60)),
      vehicle: .motorcycle, speedKilometresPerHour: 30, capacityCards: 40, maximumStops: 25,
      skills: [.boat])
  }

  static let source = Fingerprint(bytes: [UInt8](repeating: 7, count: 32))

  /// Imports persons `numbers` and returns their cards in order of person.
  @discardableResult
  func importCards(_ numbers: some Sequence<Int>) throws -> [CardID] {
    let cards = try numbers.map { try Self.newCard($0) }
    _ = try store.importCards(cards, sourceDigest: try #require(Self.source), now: Self.now)
    return try cards.map { card in
      try #require(store.searchCards(nik: card.resident.nik).first).card.id
    }
  }

  /// A plan with one run per list of stops; every stop is a list of cards.
  func plan(
    _ runs: [(courier: String, stops: [[CardID]])], on date: CalendarDate = today,
    leftOut: [LeftOutCard] = [], crossings: [Crossing] = []
  ) throws -> Plan {
    let id = try store.nextPlanID(on: date)
    return Plan(
      id: id, date: date, seed: .max - 3,
      runs: try runs.enumerated().map { index, run in
        try Self.run(
          RunID(plan: id, number: index + 1), courier: run.courier, stops: run.stops,
          crossings: index == 0 ? crossings : [])
      }, leftOut: leftOut)
  }

  private static func run(
    _ id: RunID, courier: String, stops: [[CardID]], crossings: [Crossing]
  ) throws -> Run {
    Run(
      id: id, courier: try #require(CourierID(courier)), kecamatan: try code("18.71.01"),
      leaves: try #require(TimeOfDay("08:00")), returns: try #require(TimeOfDay("11:30")),
      restStarts: nil, travel: .seconds(1234), distance: Metres(5678.25),
      stops: try stops.enumerated().map { index, cards in
        let arrives = try #require(TimeOfDay(seconds: 30_000 + Int32(index) * 600))
        return Stop(
          number: index + 1,
          location: Location(coordinate: try place(Int32(index)), source: .neighbourhood),
          desa: try code("18.71.01.1001"), arrives: arrives, starts: arrives,
          departs: try #require(TimeOfDay(seconds: arrives.seconds + 300)), cards: cards.sorted())
      }, crossings: crossings)
  }

  /// Changes the database behind the store's back.
  func tamper(_ sql: String) throws {
    let queue = try DatabaseQueue(path: database)
    try queue.writeWithoutTransaction { database in
      try database.execute(sql: "PRAGMA foreign_keys = OFF")
      try database.execute(sql: sql)
    }
    try queue.close()
  }
}

/// A day on which courier SP-01 of Satpol PP has signed for a bag.
///
/// Cards 0 to 5 are in the bag, two to a door; the cards after them stay at the office. Entry 1 of the
/// log is the printing, 2 the enrolment of the courier's device, 3 and 4 the handovers.
struct DispatchedDay {
  let office: TestOffice
  let cards: [CardID]
  let plan: Plan
  let documents: [HandoverDocumentNumber]
  /// The enrolled device of SP-01 before it has recorded anything.
  let device: TestDevice

  var store: Store { office.store }
  var run: RunID { plan.runs[0].id }
  var bag: [CardID] { Array(cards.prefix(6)) }

  /// Nine in the morning; the bag is signed for at half past seven.
  static let morning = Instant(milliseconds: TestOffice.now.milliseconds + 7_200_000)
  static let signing = Instant(milliseconds: TestOffice.now.milliseconds + 1_800_000)
  static let evening = Instant(milliseconds: TestOffice.now.milliseconds + 36_000_000)

  init(cards count: Int = 8) throws {
    office = try TestOffice()
    try office.store.saveCouriers([
      try TestOffice.courier("SP-01"), try TestOffice.courier("SP-02"),
      try TestOffice.courier("PI-01", organisation: "Pos Indonesia"),
    ])
    cards = try office.importCards(0..<count)
    let stops = [[cards[0], cards[1]], [cards[2], cards[3]], [cards[4], cards[5]]]
    plan = try office.plan([("SP-01", stops)])
    let store = office.store
    device = try TestDevice(of: store)
    _ = try store.enrol(device.request, by: "Rina", now: TestOffice.now)
    try store.savePlan(plan, now: TestOffice.now)
    let run = plan.runs[0].id
    let drafts = [
      try store.createHandover(.toOrganisation, runs: [run], now: TestOffice.now),
      try store.createHandover(.toCourier, runs: [run], now: TestOffice.now),
    ]
    documents = drafts.map(\.number)
    for number in documents {
      _ = try store.signHandover(number, giver: "Rina", taker: "Joko", now: Self.signing)
    }
  }

  func statuses(_ cards: [CardID]) throws -> [CardCustody.Status] {
    try cards.map { try store.custody(of: $0).status }
  }
}

extension Proof {
  static let signed = [Proof(kind: .signature)]
}
