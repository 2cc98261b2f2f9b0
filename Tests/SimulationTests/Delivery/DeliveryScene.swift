import Domain
import Testing

@testable import Simulation

/// A small office of one regency, whose cards are sorted on the first morning; 3 February 2020 was a
/// Monday.
struct DeliveryScene {
  var days = 28
  /// Places of each kecamatan, each of 4 square kilometres with 1,000 residents.
  var placesPerKecamatan = 2
  var kecamatanCount = 1
  var islandPlaces: Set<Int> = []
  var kilometresFromBase = 6.0
  var channels: [DeliveryChannel] = []
  var rules: [ChannelRule] = []
  var costs = Costs()
  var holidays: [CalendarDate] = []
  var runs = RunModel.estimate

  func scenario() throws -> Scenario {
    let firstDay = try #require(CalendarDate(year: 2020, month: 2, day: 3))
    return Scenario(
      name: "scene", title: Phrase(id: "", en: ""), question: Phrase(id: "", en: ""),
      region: try Self.code("18.71"), firstDay: firstDay, lastDay: firstDay.adding(days: days - 1),
      officeHours: try Self.hours(), holidays: holidays,
      kecamatan: try (0..<kecamatanCount).map { number in
        SimulatedKecamatan(
          code: try Self.code("18.71.\(padded(number + 1, to: 2))"), name: "Kecamatan \(number)",
          speedKilometresPerHour: 20, roadFactor: 1.35, kilometresFromBase: kilometresFromBase)
      },
      places: try (0..<kecamatanCount * placesPerKecamatan).map { number in
        let kecamatan = number / placesPerKecamatan
        let code = "18.71.\(padded(kecamatan + 1, to: 2)).\(padded(1001 + number, to: 4))"
        return SimulatedPlace(
          code: try Self.code(code), name: "Desa \(number)", kecamatan: kecamatan,
          areaSquareKilometres: 4, obliged: 1000, recorded: 1000, holders: 0,
          isIsland: islandPlaces.contains(number))
      },
      delivery: Delivery(channels: channels, rules: rules, runs: runs), costs: costs)
  }

  /// Runs only the delivery: `cards` are sorted on the first morning, in turn for every place.
  func run(
    cards count: Int, seed: UInt64 = 1, planner: PlannedRuns? = nil,
    kind: (Int) -> RequestKind = { _ in .first }, urgency: (Int) -> Urgency = { _ in .normal },
    each: (World, DeliveryProcess) -> Void = { _, _ in }
  ) throws -> World {
    let scenario = try scenario()
    var world = World(scenario, draws: Draws(seed: seed, replication: 0))
    for number in 0..<count {
      let card = world.cards.add(
        place: number % scenario.places.count, kind: kind(number), urgency: urgency(number),
        age: .adult, sex: .female, isOpening: true, stage: .toHandOver, tier: 0, recordedAt: 0)
      world.cards.readyAt[card] = Int32(number)
      world.ages.enter(readyAt: Int32(number))
      world.sorted.append(Int32(card))
    }
    var delivery = DeliveryProcess(scenario, &world, planner: planner)
    while let event = world.events.next() {
      each(world, delivery)
      switch event.owner {
      case .delivery: delivery.handle(event, &world)
      case .supply: Issue.record("nothing is supplied here")
      case .evening:
        delivery.note(day: world.day, &world)
        world.closeDay()
      }
    }
    return world
  }

  static func code(_ text: String) throws -> RegionCode { try #require(RegionCode(text)) }

  static func hours(
    _ opens: String = "08:00", _ closes: String = "16:00", days: [Weekday] = Weekday.workweek,
    overtimeDays: [Weekday] = [], overtimeMinutes: Int = 0
  ) throws -> WorkingHours {
    WorkingHours(
      days: days, opens: try #require(TimeOfDay(opens)), closes: try #require(TimeOfDay(closes)),
      overtimeDays: overtimeDays, overtimeMinutes: overtimeMinutes)
  }

  /// A door channel in which nothing is left to chance but what the caller asks for.
  static func door(
    couriers: Int = 1, bag: Int = 100, minutes: Spread = .fixed(5), transit: Spread = .fixed(0),
    attempts: Attempts = .sure, boats: Boats? = nil, cardsPerDoor: Double = 1, rest: Int = 60,
    hours: WorkingHours? = nil, from: CalendarDate? = nil,
    handoverDays: [Weekday] = Weekday.workweek
  ) throws -> DeliveryChannel {
    DeliveryChannel(
      name: "door", title: Phrase(id: "", en: ""),
      means: .door(
        DoorService(
          couriers: couriers, hours: try hours ?? self.hours(), restMinutes: rest, bagCards: bag,
          transitDays: transit, cardsPerDoor: cardsPerDoor, minutesAtDoor: minutes,
          attempts: attempts, boats: boats)),
      from: from, handoverDays: handoverDays)
  }

  static func channel(_ name: String, _ means: DeliveryChannel.Means) -> DeliveryChannel {
    DeliveryChannel(name: name, title: Phrase(id: "", en: ""), means: means)
  }
}

extension Attempts {
  /// Every call succeeds.
  static let sure = Attempts(firstFailureShare: 0, laterFailureShare: 0)
}

extension Weekday {
  static let workweek: [Weekday] = [.monday, .tuesday, .wednesday, .thursday, .friday]
}

extension World {
  /// Cards by where they stand.
  func count(_ stage: CardStage) -> Int { cards.stage.count { $0 == stage } }

  func sum(_ measure: Measure) -> Double { daily[measure].reduce(0, +) }
}
