import Domain
import TestSupport

@testable import Simulation

/// Small offices of every kind, drawn by chance: all levers move, and most runs are short of
/// something.
enum RandomScenario {
  static func make(seed: UInt64) -> Scenario {
    var random = SplitMix64(seed: seed)
    return make(using: &random)
  }

  static func make(using random: inout SplitMix64) -> Scenario {
    var scenario = SmallScenario.make(days: .random(in: 10...45, using: &random))
    for place in scenario.places.indices { draw(&scenario.places[place], using: &random) }
    let last = scenario.lastDay.dayNumber
    if Bool.random(using: &random) {
      scenario.holidays = [CalendarDate(dayNumber: last - 3), CalendarDate(dayNumber: last - 2)]
    }
    scenario.demand = demand(scenario, using: &random)
    scenario.recording = recording(scenario, using: &random)
    scenario.processing = CentralProcessing(
      leadDays: spread(upTo: 6, using: &random),
      duplicateShare: chance(0.5, using: &random) ? 0.05 : 0)
    scenario.priority = priority(using: &random)
    scenario.blanks = blanks(scenario, using: &random)
    scenario.printing = printing(scenario, using: &random)
    scenario.finishing = Finishing(
      rejectedShare: chance(0.5, using: &random) ? 0.1 : 0,
      sortedPerHour: chance(0.5, using: &random) ? .random(in: 3...200, using: &random) : nil)
    scenario.delivery = delivery(using: &random)
    scenario.costs = costs(using: &random)
    scenario.goals = Goals(promiseDays: 7, offlinePromiseDays: 10, greenFromPermille: 820)
    return scenario
  }

  static func chance(_ share: Double, using random: inout SplitMix64) -> Bool {
    Double.random(in: 0..<1, using: &random) < share
  }

  private static func draw(_ place: inout SimulatedPlace, using random: inout SplitMix64) {
    place.obliged = .random(in: 0...3_000, using: &random)
    place.recorded = .random(in: 0...place.obliged, using: &random)
    place.holders = .random(in: 0...place.recorded, using: &random)
  }

  private static func spread(upTo limit: Double, using random: inout SplitMix64) -> Spread {
    let value = Double.random(in: 0.1...limit, using: &random)
    return switch Int.random(in: 0..<5, using: &random) {
    case 0: .fixed(value)
    case 1: .exponential(mean: value)
    case 2: .logNormal(median: value, ninetieth: value * 2)
    case 3: .uniform(from: 0, to: value)
    default:
      .mixture([
        Spread.Part(weight: 0.7, spread: .fixed(value)),
        Spread.Part(weight: 0.3, spread: .exponential(mean: value)),
      ])
    }
  }

  private static func day(
    _ scenario: Scenario, using random: inout SplitMix64
  ) -> CalendarDate {
    CalendarDate(
      dayNumber: scenario.firstDay.dayNumber
        + .random(in: 0..<scenario.dayCount, using: &random))
  }

  private static func hours(using random: inout SplitMix64) -> WorkingHours {
    let opens = Int.random(in: 6...10, using: &random)
    return WorkingHours(
      opens: SmallScenario.clock(opens),
      closes: SmallScenario.clock(opens + .random(in: 2...9, using: &random)),
      overtimeDays: chance(0.3, using: &random) ? [.saturday, .sunday] : [],
      overtimeMinutes: chance(0.3, using: &random) ? 90 : 0,
      worksOnHolidays: chance(0.3, using: &random))
  }

  private static func demand(_ scenario: Scenario, using random: inout SplitMix64) -> Demand {
    var demand = Demand()
    for stage in Demand.Stage.allCases {
      for kind in RequestKind.allCases where chance(0.5, using: &random) {
        demand.backlog.append(
          Demand.Backlog(
            stage: stage, kind: kind, urgency: chance(0.2, using: &random) ? .urgent : .normal,
            cards: .random(in: 0...200, using: &random),
            agedDays: spread(upTo: 60, using: &random)))
      }
    }
    demand.arrivals = [
      Demand.Arrivals(
        kind: .first, perDay: .random(in: 0...10, using: &random), needsRecording: true),
      Demand.Arrivals(
        kind: .lost, perDay: .random(in: 0...15, using: &random), urgentShare: 0.2),
      Demand.Arrivals(kind: .dataChange, perDay: .random(in: 0...10, using: &random)),
    ]
    let from = day(scenario, using: &random)
    demand.surges = [
      Demand.Surge(
        from: from, to: CalendarDate(dayNumber: from.dayNumber + 6),
        factor: .random(in: 0...3, using: &random))
    ]
    return demand
  }

  private static func recording(
    _ scenario: Scenario, using random: inout SplitMix64
  ) -> Recording {
    var recording = Recording(walkInShare: chance(0.5, using: &random) ? 0.01 : 0)
    for kind in Recording.Unit.Kind.allCases where chance(0.8, using: &random) {
      for kecamatan in [[], [0], [1]] where chance(0.5, using: &random) {
        recording.units.append(
          Recording.Unit(
            name: "\(kind.rawValue) \(kecamatan)", kind: kind,
            count: .random(in: 1...3, using: &random), kecamatan: kecamatan,
            onlyWithoutSignal: kind == .mobile && chance(0.3, using: &random),
            residentsPerHour: .random(in: 0.5...15, using: &random), hours: hours(using: &random),
            noShowShare: kind == .mobile ? 0.2 : 0, offlineDays: spread(upTo: 5, using: &random),
            printsOnTheSpotMinutes: chance(0.3, using: &random) ? 15 : nil,
            from: chance(0.3, using: &random) ? day(scenario, using: &random) : nil,
            to: chance(0.3, using: &random) ? day(scenario, using: &random) : nil))
      }
    }
    return recording
  }

  private static func priority(using random: inout SplitMix64) -> [PriorityTier] {
    var tiers = PriorityTier.usual
    if chance(0.5, using: &random) {
      tiers[2].leavesInStock = .random(in: 0...100, using: &random)
    }
    if chance(0.3, using: &random) { tiers.removeLast() }
    return tiers
  }

  private static func blanks(
    _ scenario: Scenario, using random: inout SplitMix64
  ) -> BlankSupply {
    var supply = BlankSupply(
      opening: .random(in: 0...600, using: &random),
      allocation: BlankSupply.Allocation.allCases.randomElement(using: &random) ?? .equal,
      allocationDays: .random(in: 0.2...6, using: &random),
      spoiledShare: chance(0.5, using: &random) ? 0.05 : 0)
    for _ in 0..<Int.random(in: 0...2, using: &random) {
      supply.shipments.append(
        BlankSupply.Shipment(
          on: day(scenario, using: &random), cards: .random(in: 0...300, using: &random)))
    }
    if chance(0.3, using: &random) {
      supply.monthly = BlankSupply.Monthly(
        cards: .random(in: 0...300, using: &random), day: .random(in: 1...31, using: &random))
    }
    if chance(0.4, using: &random) {
      supply.reorder = BlankSupply.Reorder(
        level: .random(in: 0...300, using: &random), cards: .random(in: 1...300, using: &random),
        leadDays: spread(upTo: 8, using: &random))
    }
    return supply
  }

  private static func printing(
    _ scenario: Scenario, using random: inout SplitMix64
  ) -> Printing {
    var printing = Printing(
      hours: hours(using: &random), secondsPerCard: spread(upTo: 900, using: &random))
    for kecamatan in [[], [0], [1], []] where chance(0.5, using: &random) {
      let printers = Int.random(in: 0...3, using: &random)
      printing.sites.append(
        Printing.Site(
          name: "tempat \(printing.sites.count)", printers: printers,
          operators: .random(in: 0...4, using: &random), kecamatan: kecamatan,
          from: chance(0.3, using: &random) ? day(scenario, using: &random) : nil,
          to: chance(0.3, using: &random) ? day(scenario, using: &random) : nil))
    }
    if chance(0.3, using: &random) {
      printing.heatRestAfterCards = .random(in: 1...20, using: &random)
      printing.heatRestMinutes = .random(in: 0...60, using: &random)
    }
    if chance(0.3, using: &random) {
      printing.cardsPerPrinterDay = .random(in: 1...30, using: &random)
    }
    if chance(0.5, using: &random) {
      printing.cardsPerRibbon = .random(in: 1...50, using: &random)
      printing.ribbonChangeMinutes = .random(in: 0...10, using: &random)
      printing.ribbons = chance(0.5, using: &random) ? .random(in: 0...10, using: &random) : nil
      printing.ribbonsPerMonth = .random(in: 0...5, using: &random)
    }
    if chance(0.5, using: &random) {
      printing.hoursBetweenFailures = spread(upTo: 20, using: &random)
      printing.repairDays = spread(upTo: 4, using: &random)
      printing.brokenAtStart = .random(in: 0...3, using: &random)
    }
    return printing
  }

  private static func delivery(using random: inout SplitMix64) -> Delivery {
    var door = DoorService(
      couriers: .random(in: 1...3, using: &random), hours: hours(using: &random),
      bagCards: .random(in: 5...60, using: &random), transitDays: spread(upTo: 3, using: &random),
      cardsPerDoor: .random(in: 1...2, using: &random))
    if chance(0.5, using: &random) {
      door.boats = Boats(
        count: 1, days: [.tuesday, .thursday], cardsPerTrip: 30,
        roughSeaShare: .random(in: 0...0.5, using: &random))
    }
    let channels = [
      DeliveryChannel(
        name: "satpol", title: Phrase(id: "Satpol PP", en: "police"), means: .door(door)),
      DeliveryChannel(
        name: "desa", title: Phrase(id: "desa", en: "village"), means: .village(VillageService())),
      DeliveryChannel(
        name: "loket", title: Phrase(id: "loket", en: "counter"),
        means: .counter(CounterService())),
    ]
    let weights = channels.map { _ in Double.random(in: 0.1...1, using: &random) }
    return Delivery(channels: channels, rules: [ChannelRule(weights: weights)])
  }

  private static func costs(using random: inout SplitMix64) -> Costs {
    Costs(
      courierDay: 150_000, kilometre: 2_000, boatTrip: 1_000_000,
      recordingUnitDay: 500_000, printerDay: .random(in: 0...100_000, using: &random),
      operatorDay: 150_000, overtimeHour: 30_000, ribbon: 3_600_000, blank: 12_000)
  }
}
