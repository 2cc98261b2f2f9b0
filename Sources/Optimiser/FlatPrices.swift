/// What runs cost and how far they may go, laid out for the search.
///
/// Most problems price a run by its seconds and a fixed sum alone; ``arePlain`` says so once, and
/// then nothing else here is read.
struct FlatPrices: ~Copyable {
  /// Whether every run costs its measured seconds and its fixed sum, and nothing more.
  let arePlain: Bool
  /// Whether metres are part of a cost or of a limit.
  let countsMetres: Bool
  /// Whether some run may be on the way for so long or so far only.
  let limitsWay: Bool
  /// Whether some run costs more for being short, so that more work may cost less.
  let rewardsDuration: Bool
  /// The least a second of travel costs on any run.
  let leastPerSecond: Int
  /// What a second on the way costs on average, its metres included.
  let meanPerSecond: Double
  private let measure: Problem.Measure

  let fixedCost: Column<Int32>
  private let perSecond: Column<Int32>
  private let perMetre: Column<Int32>
  private let bandStart: Column<Int32>
  private let bandEnd: Column<Int32>
  private let perSecondOutside: Column<Int32>
  let maximumTravel: Column<Int64>
  let maximumMetres: Column<Int64>

  init(_ problem: Problem) {
    let vehicles = problem.vehicles
    let hasBands = vehicles.contains(where: \.pricesItsBand)
    measure = problem.measure
    countsMetres = vehicles.contains { $0.costPerMetre > 0 || $0.maximumDistanceMetres != nil }
    limitsWay = vehicles.contains {
      $0.maximumTravelSeconds != nil || $0.maximumDistanceMetres != nil
    }
    rewardsDuration = vehicles.contains { $0.pricesItsBand && ($0.workBand?.lowerBound ?? 0) > 0 }
    leastPerSecond = vehicles.map { Int($0.costPerSecond) }.min() ?? 1
    meanPerSecond = problem.meanCostPerSecond
    arePlain =
      !hasBands && vehicles.allSatisfy { $0.costPerSecond == 1 && $0.costPerMetre == 0 }
      && problem.jobs.allSatisfy { !$0.pricesStrangers }

    fixedCost = Column(vehicles.map { Int($0.fixedCost) })
    perSecond = Column(vehicles.map { Int($0.costPerSecond) })
    perMetre = Column(vehicles.map { Int($0.costPerMetre) })
    bandStart = Column(vehicles.map { Int($0.workBand?.lowerBound ?? 0) })
    bandEnd = Column(vehicles.map { Int($0.workBand?.upperBound ?? .max) })
    perSecondOutside = Column(
      vehicles.map { $0.workBand == nil ? 0 : Int($0.costPerSecondOutsideBand) })
    maximumTravel = Column(vehicles.map { $0.maximumTravelSeconds.map(Int.init) ?? .max })
    maximumMetres = Column(vehicles.map { $0.maximumDistanceMetres.map(Int.init) ?? .max })
  }

  /// Returns what a run of `duration` seconds that travels `travelled` seconds costs, without its
  /// metres and strangers.
  @inline(__always)
  func cost(of run: Int, duration: Int, travelled: Int) -> Int {
    let measured = measure == .duration ? duration : travelled
    if arePlain { return measured + fixedCost[run] }
    let outside = max(0, duration - bandEnd[run], bandStart[run] - duration)
    return measured * perSecond[run] + outside * perSecondOutside[run] + fixedCost[run]
  }

  /// Returns what `metres` cost on `run`.
  @inline(__always)
  func cost(ofMetres metres: Int, on run: Int) -> Int { metres * perMetre[run] }
}

extension Vehicle {
  fileprivate var pricesItsBand: Bool { workBand != nil && costPerSecondOutsideBand > 0 }
}

extension Job {
  /// Whether it costs more with some vehicles than with others.
  var pricesStrangers: Bool { familiarVehicles != nil && strangerCost > 0 }
}

extension Problem {
  /// What a second of travel costs on average over the vehicles, its metres included.
  fileprivate var meanCostPerSecond: Double {
    let costs = vehicles.map { vehicle in
      let times = travel[vehicle.profile]
      let metresPerSecond = Double(times.longestMetres) / Double(max(1, times.longestSeconds))
      return Double(vehicle.costPerSecond) + Double(vehicle.costPerMetre) * metresPerSecond
    }
    return costs.isEmpty ? 1 : costs.reduce(0, +) / Double(costs.count)
  }
}
