import Domain
import Geometry
import Planning

/// The real planner, working for the couriers of one scenario.
struct RunPlanner: Sendable {
  /// A card that waits, for the door that was invented for it.
  struct AskedCard: Sendable {
    var card: Int
    /// Index into ``Scenario/places``.
    var place: Int
    var kind: RequestKind
    var urgency: Urgency
    var door: Coordinate
  }

  /// One run as it was planned; times are in seconds since midnight of its day.
  struct PlannedRun: Sendable {
    /// Index into ``Scenario/kecamatan``.
    var kecamatan: Int
    /// Cards in order of their calls, and when the courier turns to each.
    var cards: [(card: Int, secondOfDay: Int32)]
    var stopCount: Int
    /// From the base back to the base, rest taken off.
    var seconds: Double
    /// Of these, on the way.
    var travelSeconds: Double
    var metres: Double
  }

  let doors: InventedDoors
  private let scenario: Scenario
  private let source: PlannedRuns
  private let travel: StraightLineTravel
  /// Where the couriers of each kecamatan start.
  private let bases: [Coordinate]

  /// - Precondition: ``PlannedRuns/check(_:)`` finds nothing.
  init(_ scenario: Scenario, _ source: PlannedRuns) {
    self.scenario = scenario
    self.source = source
    doors = InventedDoors(
      scenario.places, gazetteer: source.gazetteer, outlines: source.outlines)
    let terrain = scenario.kecamatan.map { ($0.code, Self.terrain(of: $0)) }
    travel = StraightLineTravel(
      around: source.gazetteer.regency.pointInside,
      kecamatan: Dictionary(terrain) { first, _ in first })
    bases = scenario.kecamatan.indices.map { Self.base(of: $0, scenario, source.gazetteer) }
  }

  /// Plans one day.
  ///
  /// - Parameters:
  ///   - couriers: How many go to each kecamatan.
  ///   - shift: The hours of the couriers.
  /// - Returns: Runs in order of kecamatan and courier, and the cards in none of them in order.
  func plan(
    _ asked: [AskedCard], couriers: [Int], service: DoorService, shift: Shift,
    on date: CalendarDate, seed: UInt64
  ) -> (runs: [PlannedRun], leftOut: [Int]) {
    let cards = asked.map { card($0, on: date) }
    let indices = Dictionary(
      zip(cards.map(\.id), asked.map(\.card)), uniquingKeysWith: { first, _ in first })
    do {
      let planner = try Planner(
        gazetteer: source.gazetteer,
        couriers: team(couriers, bagCards: service.bagCards, shift: shift), travel: travel,
        service: try Self.policy(of: service),
        options: PlanOptions(seed: seed, stepsPerStop: source.stepsPerStop))
      let plan = try planner.plan(cards: cards, id: PlanID(date: date, version: 1))
      let runs = plan.runs.map { planned($0, service: service, indices) }
      return (runs, plan.leftOut.compactMap { indices[$0.card] })
    } catch {
      preconditionFailure("the runs of \(date) cannot be planned: \(error)")
    }
  }

  private func planned(
    _ run: Run, service: DoorService, _ indices: [CardID: Int]
  ) -> PlannedRun {
    let kecamatan = scenario.kecamatan.firstIndex { $0.code == run.kecamatan } ?? 0
    let secondsPerCard = service.minutesAtDoor.mean * 60
    var cards: [(card: Int, secondOfDay: Int32)] = []
    for stop in run.stops {
      for (number, id) in stop.cards.enumerated() {
        guard let card = indices[id] else { continue }
        let turn = stop.starts.seconds + Int32(Double(number) * secondsPerCard)
        cards.append((card, min(turn, stop.departs.seconds)))
      }
    }
    let rest = run.restStarts == nil ? 0 : service.restMinutes * 60
    let facts = scenario.kecamatan[kecamatan]
    let terrain = Double(Self.terrain(of: facts).roadPercent) / 100
    return PlannedRun(
      kecamatan: kecamatan, cards: cards, stopCount: run.stops.count,
      seconds: Double(run.returns.seconds - run.leaves.seconds) - Double(rest),
      travelSeconds: Double(run.travel.components.seconds),
      metres: run.distance.value * facts.roadFactor / terrain)
  }

  private func team(_ couriers: [Int], bagCards: Int, shift: Shift) -> [Courier] {
    couriers.enumerated().flatMap { kecamatan, count in
      (0..<count).compactMap { number in
        let facts = scenario.kecamatan[kecamatan]
        return CourierID("K\(kecamatan + 1)-\(number + 1)").map { id in
          Courier(
            id: id, name: id.description, organisation: "", base: bases[kecamatan],
            kecamatan: [facts.code], shift: shift, vehicle: .motorcycle,
            speedKilometresPerHour: Self.plannedSpeed(in: facts), capacityCards: bagCards,
            maximumStops: bagCards)
        }
      }
    }
  }

  /// A card as the planner wants it, of nobody: its identity number is made up and the same for all.
  private func card(_ asked: AskedCard, on date: CalendarDate) -> Card {
    guard let nik = try? NIK("1101010101900001"),
      let birthDate = CalendarDate(year: 1990, month: 1, day: 1)
    else { preconditionFailure("the made-up identity number is not one") }
    let address = Address(street: "", desa: scenario.places[asked.place].code)
    let resident = Resident(
      nik: nik, name: "", birthDate: birthDate, sex: .male, familyCard: nil, address: address,
      phone: nil)
    let id = CardID(
      regency: scenario.region, year: date.year, serial: asked.card % 100_000_000)
    return Card(
      id: id, resident: resident, request: asked.kind, urgency: asked.urgency, requestedOn: date,
      printedOn: date, channel: .door, location: Location(coordinate: asked.door, source: .house))
  }

  private static func policy(of service: DoorService) throws(ServicePolicyError) -> ServicePolicy {
    try ServicePolicy(
      setup: .seconds(service.setupMinutes * 60),
      perCard: .seconds(service.minutesAtDoor.mean * 60),
      oldCard: .seconds(service.oldCardMinutes * 60), searchInNeighbourhood: .zero,
      searchInDesa: .zero, longestStop: .seconds(86_400))
  }
}
