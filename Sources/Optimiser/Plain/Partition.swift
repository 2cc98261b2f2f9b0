/// Cuts a plan into parts of neighbouring runs, which can be improved apart from each other.
///
/// Runs are halved by where their middles lie, again and again, each time across the longer side
/// of a frame that is turned at random, so that no border lies twice in the same place.
///
/// Source: Santini, Schneider, Vidal, Vigo, "Decomposition strategies for vehicle routing
/// heuristics", INFORMS Journal on Computing 35(3), 2023: clustering of route barycentres.
struct Partition {
  private typealias Middle = (along: Double, across: Double)

  /// The indices of the routes in each part; none is empty.
  let parts: [[Int]]

  /// - Parameter count: The number of parts wanted; a power of two makes them alike in size.
  init(
    _ problem: PlainProblem, routes: [[Int32]], count: Int, using random: inout SplitMix64
  ) {
    // (1, turn) and (-turn, 1) are at right angles, whatever the turn is.
    let turn = 2 * random.fraction() - 1
    let middles = routes.map { Self.middle(of: $0, problem, turn: turn) }
    var parts = routes.isEmpty ? [] : [Array(routes.indices)]
    var isDivided = true
    while parts.count < count, isDivided {
      let halves = parts.flatMap { Self.halves(of: $0, middles, routes) }
      isDivided = halves.count > parts.count
      parts = halves
    }
    self.parts = parts
  }

  private static func middle(
    of route: [Int32], _ problem: PlainProblem, turn: Double
  ) -> Middle {
    var (east, north) = (0.0, 0.0)
    for job in route {
      east += Double(problem.points[Int(job)].eastMetres)
      north += Double(problem.points[Int(job)].northMetres)
    }
    let stops = Double(max(1, route.count))
    return ((east + turn * north) / stops, (north - turn * east) / stops)
  }

  /// Divides the routes of `part` into two groups with about as many stops each.
  private static func halves(
    of part: [Int], _ middles: [Middle], _ routes: [[Int32]]
  ) -> [[Int]] {
    guard part.count > 1 else { return [part] }
    let isLong = extent(part.map { middles[$0].along }) >= extent(part.map { middles[$0].across })
    let key = { (route: Int) in isLong ? middles[route].along : middles[route].across }
    let order = part.sorted { (key($0), $0) < (key($1), $1) }
    let half = order.reduce(0) { $0 + routes[$1].count } / 2
    var stops = routes[order[0]].count
    var cut = 1
    while cut < order.count - 1, stops < half {
      stops += routes[order[cut]].count
      cut += 1
    }
    return [Array(order[..<cut]), Array(order[cut...])]
  }

  private static func extent(_ values: [Double]) -> Double {
    (values.max() ?? 0) - (values.min() ?? 0)
  }
}
