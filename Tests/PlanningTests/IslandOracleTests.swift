import Domain
import Geometry
import Planning
import TestSupport
import Testing

/// One courier, one door on the island and random boats: the planner serves the door if and only
/// if some boats and some moment for the break allow it, tried one by one.
@Suite struct IslandOracleTests {
  @Test(arguments: UInt64(0)..<120)
  func aDoorIsServedWheneverSomeBoatsAllowIt(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let day = try IslandDay(using: &random)
    let plan = try Coast.plan(day.cards, [day.courier], [day.sailing])
    #expect(plan.runs.isEmpty == !day.isPossible(), "\(day)")
    for run in plan.runs { #expect(run.crossings.count == 2) }
  }

  /// Boats of every kind, several couriers with and without breaks, stays and hours at doors: a
  /// plan that breaks a rule is thrown by the checker.
  @Test(arguments: UInt64(0)..<50)
  func everyPlanWithBoatsIsSound(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let day = try BoatDay(using: &random)
    let plan = try Coast.plan(
      day.cards, day.couriers, day.sailings,
      options: PlanOptions(stepsPerStop: 2, threads: 2, hours: day.hours))
    #expect(plan.cardCount + plan.leftOut.count == day.cards.count)
  }
}

/// A random day with doors on both sides of the water.
private struct BoatDay {
  var couriers: [Courier] = []
  var sailings: [Sailing] = []
  var cards: [Card] = []
  var hours: [CardID: [ClosedRange<TimeOfDay>]] = [:]

  init(using random: inout SplitMix64) throws {
    func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &random) }
    func time(_ minutes: Int) throws -> TimeOfDay {
      try #require(TimeOfDay(seconds: Int32(minutes * 60)))
    }
    for index in 1...number(1...5) {
      let start = number(360...600)
      let end = number(start + 240...1200)
      let earliest = number(start...end - 120)
      let rest = Shift.Break(
        earliest: try time(earliest), latest: try time(number(earliest...end - 60)),
        minutes: number(1...60))
      let isOwner = number(0...4) == 0
      let plain = try Samples.courier(
        index, rests: false, speed: number(10...40), capacity: number(1...20),
        skills: isOwner ? [.boat] : [])
      couriers.append(
        Courier(
          id: plain.id, name: plain.name, organisation: plain.organisation, base: plain.base,
          kecamatan: [],
          shift: try Shift(
            start: time(start), end: time(end), rest: number(0...3) > 0 ? rest : nil),
          vehicle: plain.vehicle, speedKilometresPerHour: plain.speedKilometresPerHour,
          capacityCards: plain.capacityCards, maximumStops: number(1...20),
          skills: number(0...1) == 0 ? [.boat] : plain.skills))
    }
    let first = number(300...720)
    let minutes = number(1...120)
    let back = first + minutes + number(0...400)
    sailings = [
      try Coast.sailing(
        days: number(0...5) == 0 ? [.friday] : Set(Weekday.allCases),
        departures: [time(first).description],
        returns: [time(back).description, time(back + number(1...120)).description],
        minutes: minutes, boarding: number(0...60), capacity: number(1...2),
        overnight: number(0...1) == 0)
    ]
    if number(0...1) == 0 {
      let opens = number(300...600)
      sailings.append(
        try Sailing(
          route: "Sewa", pier: Coast.pier(), island: "Legundi", islandPier: Coast.islandPier(),
          timetable: .charter(
            departures: time(opens)...time(number(opens...1000)),
            returns: time(opens)...time(number(opens...1200))),
          minutesOut: number(1...100), minutesBack: number(1...100),
          boardingMinutes: number(0...90), capacity: number(1...3), allowsOvernight: true))
    }
    let count = number(1...12)
    cards = try Coast.islandCards(count)
    for index in 0..<number(0...6) {
      cards.append(try Samples.card(100 + index, in: 1, east: Double(index) * 300))
    }
    for card in cards where number(0...3) == 0 {
      let opens = number(420...900)
      hours[card.id] = [try time(opens)...(try time(number(opens...1100)))]
    }
  }
}

/// A random day with one door on the island.
private struct IslandDay {
  let courier: Courier
  let sailing: Sailing
  let cards: [Card]
  private let departures: [Int]
  private let returns: [Int]
  private let roadSeconds: Int
  private let islandSeconds: Int

  init(using random: inout SplitMix64) throws {
    func minutes(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &random) }
    func time(_ minutes: Int) throws -> TimeOfDay {
      try #require(TimeOfDay(seconds: Int32(minutes * 60)))
    }
    let start = minutes(420...540)
    let end = minutes(720...1080)
    var rest: Shift.Break?
    if Bool.random(using: &random) {
      let length = minutes(10...60)
      let earliest = minutes(start...end - length - 60)
      rest = Shift.Break(
        earliest: try time(earliest), latest: try time(minutes(earliest...end - length)),
        minutes: length)
    }
    let plain = try Samples.courier(1, rests: false, capacity: 100)
    courier = Courier(
      id: plain.id, name: plain.name, organisation: plain.organisation, base: plain.base,
      kecamatan: [], shift: try Shift(start: time(start), end: time(end), rest: rest),
      vehicle: .motorcycle, speedKilometresPerHour: 20, capacityCards: 100, maximumStops: 10)
    let crossing = minutes(5...90)
    let first = minutes(start...start + 180)
    departures = Set([first, first + minutes(0...120)]).sorted()
    let latest = departures.max() ?? first
    returns = Set((0..<3).map { _ in latest + crossing + minutes(0...300) }).sorted()
    sailing = try Coast.sailing(
      departures: departures.map { try time($0).description },
      returns: returns.map { try time($0).description }, minutes: crossing,
      boarding: minutes(0...30))
    let count = minutes(1...25)
    cards = try (1...count).map { try Samples.card($0, in: 1, desa: 3, north: 9600) }
    let travel = StraightLineTravel(try Samples.gazetteer(kecamatan: 4))
    func seconds(_ from: Coordinate, _ to: Coordinate) throws -> Int {
      let kecamatan = try Samples.kecamatan(1)
      let time = travel.travelTime(from: from, to: to, by: .motorcycle, in: kecamatan)
      return Int(try #require(time).components.seconds)
    }
    roadSeconds = try seconds(courier.base, Coast.pier().coordinate)
    islandSeconds = try seconds(
      Coast.islandPier().coordinate, cards[0].location.coordinate)
  }

  /// Whether any boats, any hour to leave and any moment for the break make the day possible.
  func isPossible() -> Bool {
    departures.contains { departure in
      returns.contains { back in
        let boarding = sailing.boardingMinutes * 60
        let latest = departure * 60 - boarding - roadSeconds
        guard latest >= start else { return false }
        if isPossible(leaves: latest, departure * 60, back * 60, rest: nil) { return true }
        guard let rest = courier.shift.rest else { return false }
        return stride(from: Int(rest.earliest.seconds), through: Int(rest.latest.seconds), by: 15)
          .contains { starts in
            [start, latest].contains {
              isPossible(leaves: $0, departure * 60, back * 60, rest: starts)
            }
          }
      }
    }
  }

  private var start: Int { Int(courier.shift.start.seconds) }

  private func isPossible(leaves: Int, _ departure: Int, _ back: Int, rest: Int?) -> Bool {
    let boarding = sailing.boardingMinutes * 60
    let length = (courier.shift.rest?.minutes ?? 0) * 60
    func after(_ work: Int, from moment: Int) -> Int {
      guard let rest, rest + length > moment, rest < moment + work else { return moment + work }
      return rest >= moment ? moment + work + length : rest + length + work
    }
    guard after(roadSeconds, from: leaves) <= departure - boarding else { return false }
    let door = after(islandSeconds, from: departure + sailing.minutesOut * 60)
    var visit = after(60, from: door)
    let service = 180 * cards.count
    if let rest, rest < visit + service, rest + length > visit { visit = rest + length }
    let pier = after(islandSeconds, from: visit + service)
    guard pier <= back - boarding else { return false }
    let home = after(roadSeconds, from: back + sailing.minutesBack * 60)
    guard home <= Int(courier.shift.end.seconds) else { return false }
    guard let owed = courier.shift.rest else { return true }
    if let rest { return rest >= leaves && rest + length <= home }
    return home <= Int(owed.latest.seconds) || leaves >= Int(owed.earliest.seconds) + length
  }
}
