public import Domain
public import Geometry
import Optimiser

/// Makes a day's plan out of cards and couriers: start here.
///
/// Cards become stops (``StopBuilder``), which are cut into areas: kecamatan, and islands of them
/// (``AreaBuilder``). Couriers are sent to areas (``Allocation``), to islands with a boat
/// (``TripFinder``); each area becomes a routing problem (``AreaProblem``) whose search (``AreaSearch``) serves first
/// the most urgent cards, then as many others as fit, tier by tier, then shares the work evenly,
/// and then makes the runs short. Whatever is in no run is left out with a reason per courier.
/// Every plan passes ``PlanChecker`` before it is returned.
///
/// Same cards, couriers, options and travel model: same plan, byte for byte, on any number of
/// threads, as long as no time limit is set.
public struct Planner: Sendable {
  public let options: PlanOptions

  private let gazetteer: Gazetteer
  /// In order of identifier.
  private let couriers: [Courier]
  private let travel: any TravelModel
  private let service: ServicePolicy
  private let sailings: [Sailing]
  private let land: LandMasses?

  /// - Parameters:
  ///   - sailings: The boats to islands; of no use without `land`.
  ///   - land: The land of the regency; without it nothing is known to be an island.
  /// - Throws: ``PlanningError`` naming the first courier or kecamatan that cannot be planned with.
  public init(
    gazetteer: Gazetteer, couriers: [Courier], travel: any TravelModel,
    service: ServicePolicy = .standard, sailings: [Sailing] = [], land: LandMasses? = nil,
    options: PlanOptions = PlanOptions()
  ) throws(PlanningError) {
    let sorted = couriers.sorted { $0.id < $1.id }
    for (courier, next) in zip(sorted, sorted.dropFirst()) where courier.id == next.id {
      throw .duplicateCourier(courier.id)
    }
    for courier in sorted { try Self.validate(courier, in: gazetteer) }
    for code in (options.kecamatan ?? []).sorted() where !Self.knows(code, in: gazetteer) {
      throw .noSuchKecamatan(code)
    }
    let routes = sailings.map(\.route).sorted()
    for (route, next) in zip(routes, routes.dropFirst()) where route == next {
      throw .duplicateSailing(route)
    }
    self.gazetteer = gazetteer
    self.couriers = sorted
    self.travel = travel
    self.service = service
    self.sailings = sailings
    self.land = land
    self.options = options
  }

  /// Plans those of `cards` that the options ask for.
  ///
  /// - Parameters:
  ///   - progress: Called often, one call at a time, on any thread.
  ///   - now: The clock of the time limit; never asked without one.
  ///   - shouldStop: Asked often, on any thread; true ends the search with the best plan so far.
  /// - Throws: ``PlanningError`` for input that cannot be planned with.
  public func plan(
    cards: [Card], id: PlanID, progress: (@Sendable (PlanProgress) -> Void)? = nil,
    now: @escaping @Sendable () -> ContinuousClock.Instant = { .now },
    shouldStop: @escaping @Sendable () -> Bool = { false }
  ) throws(PlanningError) -> Plan {
    let asked = cards.filter(options.asksFor).sorted { $0.id < $1.id }
    for (card, next) in zip(asked, asked.dropFirst()) where card.id == next.id {
      throw .duplicateCard(card.id)
    }
    var (areas, seats) = areaBuilder(on: id.date).areas(of: asked.filter(isInRegency))
    let problems = try areas.filter { !$0.couriers.isEmpty }
      .map { area throws(PlanningError) in try problem(of: area) }
    let budget = options.timeLimit.map {
      TimeBudget(
        $0, sizes: problems.map(\.problem.jobs.count), threads: options.threads, now: now)
    }
    var solved = try solve(
      problems, budget: budget, progress: progress, shouldStop: shouldStop)
    for index in solved.indices {
      solved[index] = try staying(
        overnight: solved[index], &seats, isOutOfTime: budget != nil,
        shouldStop: shouldStop)
    }
    var writer = writer
    var leftOut = writer.lost(asked.filter { !isInRegency($0) })
    for area in areas where area.couriers.isEmpty {
      for stop in area.stops { leftOut += writer.leftOut(stop, of: area, reasons: []) }
    }
    leftOut += solved.flatMap(\.leftOut)
    let plan = Plan(
      id: id, date: id.date, seed: options.seed, runs: try runs(of: solved, in: id, &seats),
      leftOut: leftOut.sorted { $0.card < $1.card })
    try check(plan, asked: asked)
    return plan
  }

  /// The plan of an area in which couriers stay overnight on the island as far as that brings more
  /// cards to their door; the plan as it is where nobody may stay, or nothing is left to bring.
  ///
  /// - Parameter isOutOfTime: Whether a first plan has to do.
  private func staying(
    overnight plan: AreaPlan, _ seats: inout BoatSeats, isOutOfTime: Bool,
    shouldStop: @escaping @Sendable () -> Bool
  ) throws(PlanningError) -> AreaPlan {
    let isOver: @Sendable () -> Double = { 1 }
    var plan = plan
    for index in plan.problem.area.couriers.indices where !plan.leftOut.isEmpty {
      let area = plan.problem.area
      var others = seats
      if let trip = area.trips[index] { others.release(trip) }
      guard let stay = others.take(area.stays[index]) else { continue }
      let longer = try problem(of: area.sending(courier: index, with: stay))
      let search = AreaSearch(
        problem: longer, stepsPerStop: options.stepsPerStop, seed: seed(of: area),
        elapsedFraction: isOutOfTime ? isOver : nil, shouldStop: shouldStop)
      let candidate: AreaPlan
      do throws(ProblemError) {
        candidate = AreaPlan(longer, try search.solution { _ in }, writer: writer)
      } catch {
        throw .badTimes(error)
      }
      if candidate.leftOut.count < plan.leftOut.count { (plan, seats) = (candidate, others) }
    }
    return plan
  }

  private var writer: LeftOutWriter {
    LeftOutWriter(gazetteer: gazetteer, couriers: couriers, travel: travel)
  }

  private func isInRegency(_ card: Card) -> Bool {
    card.resident.address.desa.kecamatan.map { Self.knows($0, in: gazetteer) } ?? false
  }

  private func areaBuilder(on date: CalendarDate) -> AreaBuilder {
    AreaBuilder(
      gazetteer: gazetteer, couriers: couriers, travel: travel, service: service,
      sailings: sailings, land: land, date: date, crossesKecamatan: options.crossesKecamatan)
  }

  private func problem(of area: PlanArea) throws(PlanningError) -> AreaProblem {
    do {
      return try AreaProblem(
        area, travel: travel, hours: options.hours, threads: options.threads)
    } catch {
      throw .badTimes(error)
    }
  }

  /// Solves the largest problems first, several at a time.
  private func solve(
    _ problems: [AreaProblem], budget: TimeBudget?,
    progress: (@Sendable (PlanProgress) -> Void)?, shouldStop: @escaping @Sendable () -> Bool
  ) throws(PlanningError) -> [AreaPlan] {
    let board = ProgressBoard(problems: problems.count, report: progress)
    let order = problems.indices.sorted {
      (-problems[$0].problem.jobs.count, $0) < (-problems[$1].problem.jobs.count, $1)
    }
    let results = concurrentMap(order, threads: options.threads) { index in
      let problem = problems[index]
      let search = AreaSearch(
        problem: problem, stepsPerStop: options.stepsPerStop, seed: seed(of: problem.area),
        elapsedFraction: budget?.started(index), shouldStop: shouldStop)
      return Result { () throws(ProblemError) in
        let solution = try search.solution { board.improved(index, to: $0) }
        board.finished(index)
        return AreaPlan(problem, solution, writer: writer)
      }
    }
    do {
      return try results.map { result throws(ProblemError) in try result.get() }
    } catch {
      throw .badTimes(error)
    }
  }

  /// A kecamatan is planned the same way whichever others are planned with it, and so is an island.
  private func seed(of area: PlanArea) -> UInt64 {
    options.seed &+ (area.kecamatan.flatMap { UInt64($0.digits) } ?? 0)
      &+ (area.island.map { 1_000_000_007 &* UInt64($0 + 1) } ?? 0)
  }

  /// The runs of all areas in order of kecamatan and courier.
  private func runs(
    of areas: [AreaPlan], in plan: PlanID, _ seats: inout BoatSeats
  ) throws(PlanningError) -> [Run] {
    let routes = areas.flatMap { area in area.solution.routes.map { (area: area, route: $0) } }
      .sorted { left, right in left.area.place(of: left.route) < right.area.place(of: right.route) }
    var runs: [Run] = []
    for (area, route) in routes {
      let writer = RunWriter(problem: area.problem, travel: travel)
      let id = RunID(plan: plan, number: runs.count + 1)
      runs.append(try writer.run(route, id: id, seats: &seats))
    }
    return runs
  }

  private func check(_ plan: Plan, asked: [Card]) throws(PlanningError) {
    let checker = PlanChecker(
      cards: asked, couriers: couriers, travel: travel, service: service, hours: options.hours,
      crossesKecamatan: options.crossesKecamatan, sailings: sailings, land: land)
    let violations = checker.violations(of: plan)
    guard violations.isEmpty else { throw .failedCheck(Array(violations.prefix(10))) }
  }

  private static func validate(
    _ courier: Courier, in gazetteer: Gazetteer
  ) throws(PlanningError) {
    for code in courier.kecamatan where !knows(code, in: gazetteer) {
      throw .unknownKecamatan(courier.id, code)
    }
    guard (1...200).contains(courier.speedKilometresPerHour) else {
      throw .badSpeed(courier.id, kilometresPerHour: courier.speedKilometresPerHour)
    }
    guard (0...100_000).contains(courier.capacityCards) else {
      throw .badCapacity(courier.id, cards: courier.capacityCards)
    }
    guard (0...100_000).contains(courier.maximumStops) else {
      throw .badStopLimit(courier.id, stops: courier.maximumStops)
    }
  }

  private static func knows(_ code: RegionCode, in gazetteer: Gazetteer) -> Bool {
    code.level == .kecamatan && gazetteer[code] != nil
  }
}
