/// Values between points, seconds or metres, for several profiles: tables, planes and labels end to
/// end.
///
/// The general form of ``FlatTravel``, which is the faster one where there is one profile.
struct FlatProfiles: ~Copyable {
  /// How one profile's values are found.
  enum Source {
    /// `count × count`, row-major, by location.
    case table([Int32], count: Int)
    /// The straight line times `factor` plus `bias`, cut off.
    case plane(Plane, factor: Double, bias: Double)
    /// By the hubs that both locations know.
    case labels(TravelLabels)

    /// The seconds of `travel`.
    static func seconds(of travel: TravelTimes) -> Source {
      switch travel.source {
      case .table(let seconds): .table(seconds, count: travel.count)
      case .plane(let plane):
        .plane(plane, factor: plane.secondsPerMetre, bias: plane.rounding.bias)
      case .labels(let labels): .labels(labels)
      }
    }

    /// The metres of `travel`, 0 everywhere if they are not known.
    static func metres(of travel: TravelTimes) -> Source {
      switch travel.source {
      case .table, .labels:
        .table(travel.metres ?? [0], count: travel.metres == nil ? 0 : travel.count)
      case .plane(let plane): .plane(plane, factor: 1, bias: Plane.Rounding.nearest.bias)
      }
    }
  }

  /// The location of each point.
  private let place: Column<Int32>
  /// Per profile the number of locations of its table, 0 for a plane, -1 for labels.
  private let rowLength: Column<Int32>
  /// Per profile where its cells, its coordinates or its labels begin.
  private let start: Column<Int64>
  private let cells: Column<Int32>
  /// East and north of each location, in turn.
  private let metres: Column<Int32>
  /// Per profile the bit patterns of two positive doubles, which a column cannot hold itself.
  private let factor: Column<UInt64>
  private let bias: Column<UInt64>
  private let labels: FlatLabels

  /// - Parameter places: The location of each point.
  init(_ sources: [Source], places: [Int]) {
    var cells: [Int] = []
    var coordinates: [Int] = []
    var labels: [TravelLabels] = []
    var rows: [(length: Int, start: Int, factor: Double, bias: Double)] = []
    for source in sources {
      switch source {
      case .table(let values, let count):
        rows.append((count, cells.count, 0, 0))
        cells += values.map(Int.init)
      case .plane(let plane, let factor, let bias):
        rows.append((0, coordinates.count, factor, bias))
        for (east, north) in zip(plane.eastMetres, plane.northMetres) {
          coordinates += [Int(east), Int(north)]
        }
      case .labels(let more):
        rows.append((-1, labels.reduce(0) { $0 + $1.count }, 0, 0))
        labels.append(more)
      }
    }
    place = Column(sources.isEmpty ? [] : places)
    rowLength = Column(rows.map(\.length))
    start = Column(rows.map(\.start))
    self.cells = Column(cells)
    metres = Column(coordinates)
    factor = Column(rows.map { Int($0.factor.bitPattern) })
    bias = Column(rows.map { Int($0.bias.bitPattern) })
    self.labels = FlatLabels(labels)
  }

  /// Whether there is no profile at all.
  var isEmpty: Bool { start.count == 0 }

  /// Returns the value of `profile` between two points, ``FlatTravel/never`` where there is none.
  @inline(__always)
  func value(from: Int, to: Int, profile: Int) -> Int {
    let begin = start[profile]
    let length = rowLength[profile]
    if length > 0 {
      let value = cells[begin &+ place[from] &* length &+ place[to]]
      return value == Int(TravelTimes.unreachable) ? FlatTravel.never : value
    }
    if length < 0 {
      return labels.seconds(from: begin &+ place[from], to: begin &+ place[to])
    }
    let (here, there) = (begin &+ 2 &* place[from], begin &+ 2 &* place[to])
    let east = Double(metres[here] &- metres[there])
    let north = Double(metres[here &+ 1] &- metres[there &+ 1])
    let line = (east * east + north * north).squareRoot()
    return Int(
      line * Double(bitPattern: UInt64(factor[profile]))
        + Double(bitPattern: UInt64(bias[profile])))
  }
}
