public import Domain
public import Geometry

/// Finds every rule that a plan breaks.
///
/// It shares no code with the planner or the optimiser: it walks the plan as written and counts
/// again from the cards, the couriers, the travel model, the service policy and the timetables. On
/// roads each leg is timed by a question of its own, never from the table that the search used.
public struct PlanChecker: Sendable {
  /// What rounding to whole seconds may hide on one leg.
  static let toleranceSeconds = 1

  let cards: [CardID: Card]
  let couriers: [CourierID: Courier]
  let travel: any TravelModel
  let service: ServicePolicy
  let hours: [CardID: [ClosedRange<TimeOfDay>]]
  let crossesKecamatan: Bool
  let sailings: [String: Sailing]
  let land: LandMasses?
  private let doors: CheckedDoors

  /// - Parameters:
  ///   - cards: Exactly those that were asked to be planned, each once.
  ///   - hours: When a card's resident can be met; a card without an entry has no limits.
  public init(
    cards: [Card], couriers: [Courier], travel: any TravelModel, service: ServicePolicy,
    hours: [CardID: [ClosedRange<TimeOfDay>]] = [:], crossesKecamatan: Bool = false,
    sailings: [Sailing] = [], land: LandMasses? = nil
  ) {
    self.cards = Dictionary(cards.map { ($0.id, $0) }) { first, _ in first }
    self.couriers = Dictionary(couriers.map { ($0.id, $0) }) { first, _ in first }
    self.travel = travel
    self.service = service
    self.hours = hours
    self.crossesKecamatan = crossesKecamatan
    self.sailings = Dictionary(sailings.map { ($0.route, $0) }) { first, _ in first }
    self.land = land
    doors = CheckedDoors(cards, couriers: couriers, service: service)
  }

  /// Everything wrong with `plan`, in the order of the plan; empty for a sound one.
  public func violations(of plan: Plan) -> [PlanViolation] {
    accounting(of: plan) + order(of: plan)
      + plan.runs.flatMap { violations(of: $0) }
      + plan.runs.flatMap { run in run.stops.flatMap { doors.violations(of: $0, in: run.id) } }
      + fullBoats(of: plan) + doors.splitHouseholds(of: plan)
      + refusals(of: plan)
  }

  /// Every asked card exactly once, every courier and run number at most once.
  private func accounting(of plan: Plan) -> [PlanViolation] {
    var violations: [PlanViolation] = []
    var seen: Set<CardID> = []
    for card in plan.runs.flatMap(\.cards) + plan.leftOut.map(\.card) {
      if cards[card] == nil { violations.append(.cardNotAsked(card)) }
      if !seen.insert(card).inserted { violations.append(.cardTwice(card)) }
    }
    violations += cards.keys.filter { !seen.contains($0) }.sorted().map { .cardMissing($0) }
    var runs: Set<RunID> = []
    var busy: Set<CourierID> = []
    for run in plan.runs {
      if run.id.plan != plan.id { violations.append(.runOfAnotherPlan(run.id)) }
      if !runs.insert(run.id).inserted { violations.append(.runTwice(run.id)) }
      if !busy.insert(run.courier).inserted {
        violations.append(.courierTwice(run.courier, run.id))
      }
    }
    return violations
  }

  private func order(of plan: Plan) -> [PlanViolation] {
    let runs = zip(plan.runs, plan.runs.dropFirst()).filter { before, after in
      let left = (before.kecamatan?.description ?? "", before.courier)
      let right = (after.kecamatan?.description ?? "", after.courier)
      return left > right || before.id > after.id
    }
    let leftOut = zip(plan.leftOut, plan.leftOut.dropFirst()).filter { $0.card > $1.card }
    return runs.map { .runsOutOfOrder($1.id) } + leftOut.map { .leftOutOutOfOrder($1.card) }
  }

  /// Of every card left out a refusal from each courier who serves the kecamatan, in order, and
  /// from nobody else.
  private func refusals(of plan: Plan) -> [PlanViolation] {
    var servingByDesa: [RegionCode: [CourierID]] = [:]
    var violations: [PlanViolation] = []
    for leftOut in plan.leftOut {
      guard let desa = cards[leftOut.card]?.resident.address.desa, let kecamatan = desa.kecamatan
      else { continue }
      let serving =
        servingByDesa[desa]
        ?? couriers.values.filter { $0.serves(kecamatan) }.map(\.id).sorted()
      servingByDesa[desa] = serving
      let refusing = leftOut.refusals.map(\.courier)
      guard refusing != serving else { continue }
      let strangers = refusing.filter { !serving.contains($0) }
      violations += strangers.map { .refusalOfStranger(leftOut.card, $0) }
      if strangers.isEmpty { violations.append(.refusalsIncomplete(leftOut.card)) }
    }
    return violations
  }
}
