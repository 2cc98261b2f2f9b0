/// ``TravelTimes`` laid out for the loop: no checks, no enum, no reference counting.
struct FlatTravel: ~Copyable {
  /// Stands for "no way" and "no moment": later than any shift ends.
  static let never = Limits.seconds.upperBound + 1

  private let count: Int
  private let isTable: Bool
  private let table: Column<Int32>
  private let east: Column<Int32>
  private let north: Column<Int32>
  private let secondsPerMetre: Double
  private let bias: Double

  init(_ travel: TravelTimes) {
    count = travel.count
    switch travel.source {
    case .table(let seconds):
      isTable = true
      table = Column(seconds.map(Int.init))
      east = Column([])
      north = Column([])
      secondsPerMetre = 0
      bias = 0
    case .plane(let plane):
      isTable = false
      table = Column([])
      east = Column(plane.eastMetres.map(Int.init))
      north = Column(plane.northMetres.map(Int.init))
      secondsPerMetre = plane.secondsPerMetre
      bias = plane.rounding.bias
    }
  }

  /// Returns the base travel time between two locations, in seconds.
  @inline(__always)
  func seconds(from: Int, to: Int) -> Int {
    if isTable {
      let seconds = table[from &* count &+ to]
      return seconds == Int(TravelTimes.unreachable) ? Self.never : seconds
    }
    let eastMetres = Double(east[from] &- east[to])
    let northMetres = Double(north[from] &- north[to])
    let metres = (eastMetres * eastMetres + northMetres * northMetres).squareRoot()
    return Int(metres * secondsPerMetre + bias)
  }
}
