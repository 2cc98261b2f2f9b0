/// ``TravelTimes`` between the points the search visits, laid out for its loop: no checks, no
/// enum, no reference counting.
struct FlatTravel: ~Copyable {
  /// Stands for "no way" and "no moment": later than any shift ends.
  static let never = Limits.seconds.upperBound + 1

  private let count: Int
  private let isTable: Bool
  private let isPlane: Bool
  private let table: Column<Int32>
  /// The location of each point, except in the plane.
  private let place: Column<Int32>
  /// East and north of each point in the plane, in turn.
  private let metres: Column<Int32>
  private let secondsPerMetre: Double
  private let bias: Double
  private let labels: FlatLabels

  /// - Parameter places: The location of each point.
  init(_ travel: TravelTimes, places: [Int]) {
    count = travel.count
    switch travel.source {
    case .table(let seconds):
      (isTable, isPlane) = (true, false)
      table = Column(seconds.map(Int.init))
      place = Column(places)
      metres = Column([])
      secondsPerMetre = 0
      bias = 0
      labels = FlatLabels([])
    case .plane(let plane):
      (isTable, isPlane) = (false, true)
      table = Column([])
      place = Column([])
      metres = Column(places.flatMap { [Int(plane.eastMetres[$0]), Int(plane.northMetres[$0])] })
      secondsPerMetre = plane.secondsPerMetre
      bias = plane.rounding.bias
      labels = FlatLabels([])
    case .labels(let labels):
      (isTable, isPlane) = (false, false)
      table = Column([])
      place = Column(places)
      metres = Column([])
      secondsPerMetre = 0
      bias = 0
      self.labels = FlatLabels([labels])
    }
  }

  /// Returns the base travel time between two points, in seconds.
  @inline(__always)
  func seconds(from: Int, to: Int) -> Int {
    if isTable {
      let seconds = table[place[from] &* count &+ place[to]]
      return seconds == Int(TravelTimes.unreachable) ? Self.never : seconds
    }
    guard isPlane else { return labels.seconds(from: place[from], to: place[to]) }
    let east = Double(metres[2 &* from] &- metres[2 &* to])
    let north = Double(metres[2 &* from &+ 1] &- metres[2 &* to &+ 1])
    let seconds = (east * east + north * north).squareRoot() * secondsPerMetre + bias
    return Int(seconds)
  }
}
