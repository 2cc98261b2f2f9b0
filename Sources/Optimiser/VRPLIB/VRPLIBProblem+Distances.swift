extension VRPLIBProblem {
  /// Up to this many points distances that a ``Plane`` cannot hold are kept in a table.
  private static let largestTable = 5_000

  func travel() throws(VRPLIBError) -> TravelTimes {
    guard let type = text.headers["EDGE_WEIGHT_TYPE"] else {
      throw .missing(field: "EDGE_WEIGHT_TYPE")
    }
    switch type.value.uppercased() {
    case "EUC_2D": return try planeTravel(text.hasTimeWindows ? .down : .nearest)
    case "CEIL_2D": return try planeTravel(.up)
    case "GEO": return try geographicalTravel()
    case "EXPLICIT": return try explicitTravel()
    default:
      throw .unsupported(
        line: type.line, field: "EDGE_WEIGHT_TYPE", value: type.value,
        need: .oneOf(["EUC_2D", "CEIL_2D", "GEO", "EXPLICIT"]))
    }
  }

  private func points() throws(VRPLIBError) -> [(first: Double, second: Double)] {
    let rows = text.coordinates
    return try Self.order(rows, "NODE_COORD_SECTION", dimension).map { index in
      let row = rows[Int(index)]
      return (row.first, row.second)
    }
  }

  private func planeTravel(_ rounding: Plane.Rounding) throws(VRPLIBError) -> TravelTimes {
    let points = try points()
    for millisecondsPerMetre in [1_000, 100, 10, 1] {
      let factor = Double(scale * 1_000 / millisecondsPerMetre)
      guard let east = Self.whole(points.lazy.map { $0.first * factor }),
        let north = Self.whole(points.lazy.map { $0.second * factor })
      else { continue }
      do throws(ProblemError) {
        return try TravelTimes(
          eastMetres: east, northMetres: north,
          millisecondsPerMetre: Int32(millisecondsPerMetre), rounding: rounding)
      } catch {
        throw .refused(error)
      }
    }
    let factor = Double(scale)
    return try tableTravel { from, to in
      let east = (points[from].first - points[to].first) * factor
      let north = (points[from].second - points[to].second) * factor
      return (east * east + north * north).squareRoot() + rounding.bias
    }
  }

  /// Returns the values as whole numbers, or nil unless all of them are that and small enough.
  private static func whole(_ values: some Collection<Double>) -> [Int32]? {
    var column: [Int32] = []
    column.reserveCapacity(values.count)
    let most = Double(Limits.metres.upperBound)
    for value in values {
      let nearest = value.rounded()
      guard abs(value - nearest) <= 1e-9 * max(1, abs(value)), abs(nearest) <= most else {
        return nil
      }
      column.append(Int32(nearest))
    }
    return column
  }

  /// The distance between places in degrees and minutes, rounded as TSPLIB says.
  private func geographicalTravel() throws(VRPLIBError) -> TravelTimes {
    let places = try points().map { GeographicalPoint(latitude: $0.first, longitude: $0.second) }
    let factor = Double(scale)
    return try tableTravel { from, to in
      from == to ? 0 : places[from].kilometres(to: places[to]) * factor
    }
  }

  /// - Parameter distance: What is left of its result when parts are cut off is the travel time.
  private func tableTravel(
    _ distance: (Int, Int) -> Double
  ) throws(VRPLIBError) -> TravelTimes {
    guard dimension <= Self.largestTable else {
      throw .tooManyPoints(dimension, allowed: Self.largestTable)
    }
    var seconds: [Int32] = []
    seconds.reserveCapacity(dimension * dimension)
    let most = Double(Limits.travelSeconds.upperBound) + 1
    for from in 0..<dimension {
      for to in 0..<dimension { seconds.append(Int32(min(distance(from, to), most))) }
    }
    return try table(seconds)
  }

  private func explicitTravel() throws(VRPLIBError) -> TravelTimes {
    guard let format = text.headers["EDGE_WEIGHT_FORMAT"] else {
      throw .missing(field: "EDGE_WEIGHT_FORMAT")
    }
    guard let shape = TriangleShape(format.value.uppercased()) else {
      throw .unsupported(
        line: format.line, field: "EDGE_WEIGHT_FORMAT", value: format.value,
        need: .oneOf(TriangleShape.names))
    }
    let weights = text.weights
    guard weights.count == shape.cellCount(dimension) else {
      throw .wrongCount(
        field: "EDGE_WEIGHT_SECTION", actual: weights.count,
        expected: shape.cellCount(dimension))
    }
    var seconds = [Int32](repeating: 0, count: dimension * dimension)
    var next = 0
    for row in 0..<dimension {
      for column in shape.columns(of: row, count: dimension) {
        defer { next += 1 }
        guard row != column else { continue }
        let value = travelSeconds(weights[next])
        seconds[row * dimension + column] = value
        if shape != .full { seconds[column * dimension + row] = value }
      }
    }
    return try table(seconds)
  }

  private func travelSeconds(_ weight: Double) -> Int32 {
    guard weight < Double(TravelTimes.unreachable) else { return TravelTimes.unreachable }
    let rounding: Plane.Rounding = text.hasTimeWindows ? .down : .nearest
    return Int32(min(weight * Double(scale) + rounding.bias, 0x1p30))
  }

  private func table(_ seconds: [Int32]) throws(VRPLIBError) -> TravelTimes {
    do throws(ProblemError) {
      return try TravelTimes(count: dimension, seconds: seconds)
    } catch {
      throw .refused(error)
    }
  }
}
