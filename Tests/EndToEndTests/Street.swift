import Custody
import Domain
import Geometry

@testable import CLI

/// A run of three doors: one card, a family of two of which the first gives up an old card, and a
/// boarding house of twelve.
struct Street {
  let single: CardID
  let family: [CardID]
  let crowd: [CardID]
  /// A card of another run.
  let stranger: CardID
  private let date: CalendarDate
  private let run: RunID
  private let desa: RegionCode
  private let times: [TimeOfDay]
  private let place: RunBundle.Place

  init() throws {
    let regency = try Self.need(RegionCode("18.71"))
    desa = try Self.need(RegionCode("18.71.01.1003"))
    func card(_ serial: Int) -> CardID { CardID(regency: regency, year: 2017, serial: serial) }
    single = card(1)
    family = [card(2), card(3)]
    crowd = (20..<32).map(card)
    stranger = card(99)
    date = try Self.need(CalendarDate(year: 2017, month: 7, day: 27))
    run = RunID(plan: PlanID(date: date, version: 1), number: 1)
    times = try ["08:02", "08:10", "08:25"].map { try Self.need(TimeOfDay($0)) }
    place = RunBundle.Place(
      Location(
        coordinate: try Coordinate(latitude: -5.3923, longitude: 105.2635),
        source: .house))
  }

  func state(_ language: Language = .indonesian, at door: Int = 0) -> WorkState {
    var state = WorkState(doors: doors(delivered: []), language: language)
    for _ in 0..<door { _ = state.press(.right) }
    return state
  }

  func doors(delivered: [CardID], failed: [CardID] = []) -> [Door] {
    func card(_ id: CardID, _ name: String, oldCard: Bool = false) -> DoorCard {
      DoorCard(
        id: id, residentName: name, maskedNIK: "187101******0001",
        request: oldCard ? .dataChange : .first, needsOldCard: oldCard,
        status: delivered.contains(id)
          ? .delivered : failed.contains(id) ? .attemptFailed : .outForDelivery,
        lastFailure: failed.contains(id) ? .notHome : nil)
    }
    return [
      Door(
        number: 1, addressLine: "Jl. Nangka No. 1, RT 001/RW 006, Surabaya, Kedaton",
        landmark: "seberang masjid Al-Huda", desa: desa, arrives: times[0], place: place,
        cards: [card(single, "Dedi")]),
      Door(
        number: 2, addressLine: "Jl. Mawar No. 12, RT 003/RW 002, Surabaya, Kedaton",
        landmark: nil, desa: desa, arrives: times[1], place: nil,
        cards: [
          card(family[0], "Cemeti Jais Firgantoro", oldCard: true), card(family[1], "Ani"),
        ]),
      Door(
        number: 3, addressLine: "Jl. Melati No. 3", landmark: nil, desa: desa, arrives: times[2],
        place: place,
        cards: crowd.enumerated().map { card($1, "Crowd \($0 + 1)", oldCard: $0 % 2 == 0) }),
    ]
  }

  var surroundings: WorkScreen.Surroundings {
    WorkScreen.Surroundings(
      run: run, date: date, zone: .western, now: Instant(date, at: times[0], in: .western),
      officeTime: nil, unsent: 3, position: nil, farMetres: 250)
  }

  private struct Absent: Error {}

  private static func need<Value>(_ value: Value?) throws -> Value {
    guard let value else { throw Absent() }
    return value
  }
}
