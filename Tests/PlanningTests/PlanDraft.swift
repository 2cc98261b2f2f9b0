import Domain
import Geometry
import Planning
import Testing

/// A plan that can be written by hand, right or wrong.
struct PlanDraft {
  struct Stop {
    var number: Int
    var location: Location
    var desa: RegionCode
    var arrives: Int32
    var starts: Int32
    var departs: Int32
    var cards: [CardID]
  }

  struct Run {
    var id: RunID
    var courier: CourierID
    var kecamatan: RegionCode?
    var leaves: Int32
    var returns: Int32
    var rest: Int32?
    var travel: Int
    var metres: Double
    var stops: [Stop]
  }

  var id: PlanID
  var runs: [Run]
  var leftOut: [LeftOutCard]

  func plan() throws -> Plan {
    Plan(
      id: id, date: id.date, seed: 1,
      runs: try runs.map { run in
        Domain.Run(
          id: run.id, courier: run.courier, kecamatan: run.kecamatan,
          leaves: try time(run.leaves), returns: try time(run.returns),
          restStarts: try run.rest.map(time), travel: .seconds(run.travel),
          distance: Metres(run.metres),
          stops: try run.stops.map { stop in
            Domain.Stop(
              number: stop.number, location: stop.location, desa: stop.desa,
              arrives: try time(stop.arrives), starts: try time(stop.starts),
              departs: try time(stop.departs), cards: stop.cards)
          })
      }, leftOut: leftOut)
  }

  private func time(_ seconds: Int32) throws -> TimeOfDay {
    try #require(TimeOfDay(seconds: seconds))
  }
}

/// Six cards, two couriers and a sound plan for them, to be broken one rule at a time.
///
/// Courier 1 leaves at 11:58, visits a household of two, rests, visits a house and then, after a
/// wait, someone of whom only the desa is known. Card 5 is left out. Courier 2 serves card 6.
struct CheckedDay {
  var cards: [Card]
  var couriers: [Courier]
  var service = ServicePolicy.standard
  var hours: [CardID: [ClosedRange<TimeOfDay>]] = [:]
  var crossesKecamatan = false
  var draft: PlanDraft

  init() throws {
    cards = [
      try Samples.card(1, east: 200, family: 1), try Samples.card(2, east: 200, family: 1),
      try Samples.card(3, east: 400), try Samples.card(4, source: .desa, request: .dataChange),
      try Samples.card(5, east: 1000), try Samples.card(6, in: 2, east: 100),
    ]
    couriers = [try Samples.courier(1, in: [1]), try Samples.courier(2, in: [2], base: 2)]
    couriers = try couriers.map { courier in
      let rest = Shift.Break(
        earliest: try Samples.time("12:00"), latest: try Samples.time("13:00"), minutes: 30)
      let shift = try Shift(start: courier.shift.start, end: courier.shift.end, rest: rest)
      return Courier(
        id: courier.id, name: courier.name, organisation: courier.organisation,
        base: courier.base, kecamatan: courier.kecamatan, shift: shift,
        vehicle: courier.vehicle, speedKilometresPerHour: 20, capacityCards: 5,
        maximumStops: 3)
    }
    let day = try #require(CalendarDate(year: 2017, month: 7, day: 27))
    let id = PlanID(date: day, version: 1)
    draft = PlanDraft(id: id, runs: [], leftOut: [])
    draft.runs = [try firstRun(id), try secondRun(id)]
    draft.leftOut = [
      LeftOutCard(
        card: cards[4].id,
        refusals: [CourierRefusal(courier: couriers[0].id, reason: .shift)],
        remedy: Phrase(id: "satu petugas lagi", en: "one more courier"))
    ]
  }

  func violations() throws -> [PlanViolation] {
    PlanChecker(
      cards: cards, couriers: couriers, travel: StraightLineTravel(around: try Samples.place(0)),
      service: service, hours: hours, crossesKecamatan: crossesKecamatan
    ).violations(of: try draft.plan())
  }

  private func firstRun(_ id: PlanID) throws -> PlanDraft.Run {
    let leaves = try Samples.time("11:58").seconds
    let waits = try Samples.time("12:59").seconds
    let rest = leaves + 49 + 60 + 360
    let second = rest + 1800 + 49
    let third = second + 60 + 180 + 97
    return PlanDraft.Run(
      id: RunID(plan: id, number: 1), courier: couriers[0].id,
      kecamatan: try Samples.kecamatan(1), leaves: leaves, returns: waits + 570, rest: rest,
      travel: 195, metres: 1.35 * 800,
      stops: [
        stop(1, [cards[0], cards[1]], leaves + 49, leaves + 109, rest),
        stop(2, [cards[2]], second, second + 60, second + 240),
        stop(3, [cards[3]], third, waits, waits + 570),
      ])
  }

  private func secondRun(_ id: PlanID) throws -> PlanDraft.Run {
    let leaves = try Samples.time("08:00").seconds
    return PlanDraft.Run(
      id: RunID(plan: id, number: 2), courier: couriers[1].id,
      kecamatan: try Samples.kecamatan(2), leaves: leaves, returns: leaves + 24 + 240 + 24,
      rest: nil, travel: 48, metres: 1.35 * 200,
      stops: [stop(1, [cards[5]], leaves + 24, leaves + 84, leaves + 264)])
  }

  private func stop(
    _ number: Int, _ cards: [Card], _ arrives: Int32, _ starts: Int32, _ departs: Int32
  ) -> PlanDraft.Stop {
    PlanDraft.Stop(
      number: number, location: cards[0].location, desa: cards[0].resident.address.desa,
      arrives: arrives, starts: starts, departs: departs, cards: cards.map(\.id))
  }
}
