internal import Domain

/// Curves over a common axis, to be drawn still, drawn live and listed as numbers.
struct Chart {
  /// One curve, with what most runs lie between where that is known.
  struct Curve {
    let name: String
    /// Which line it gets, an index into ``ChartStyle``.
    let style: Int
    let mean: [Double]
    /// The tenth and ninetieth percentile, or the ends of an interval; empty where there are none.
    var low: [Double] = []
    var high: [Double] = []
  }

  /// A place on an axis with the words under it.
  struct Tick {
    let value: Double
    let label: String
  }

  /// A level that means something, such as where a zone begins.
  struct Level {
    let value: Double
    let label: String
  }

  /// Fit for an element's id.
  let id: String
  let title: String
  /// What the chart shows, in a sentence under its title.
  let note: String
  let axis: String
  /// The places of the points along the axis, rising.
  let places: [Double]
  /// The words for each place, as the list of numbers shows them.
  let labels: [String]
  let ticks: [Tick]
  let curves: [Curve]
  var levels: [Level] = []
  /// The upper end of the axis; nil to take what the curves need.
  var top: Double?
  /// The lower end of the axis; not zero only where all curves run far above it.
  var floor = 0.0
  var decimals = 0
  /// Whether ends are drawn as whiskers at points instead of a band.
  var hasWhiskers = false
  /// The heading of the column of places.
  let placeTitle: String

  /// The highest value of any curve or band.
  var peak: Double {
    max(
      curves.flatMap { $0.high.isEmpty ? $0.mean : $0.high }.max() ?? 0,
      curves.flatMap(\.mean).max() ?? 0)
  }

  /// Round values from the floor to the top of the axis, which are the first and last of them.
  var axisValues: [Double] {
    let most = top ?? max(peak, levels.map(\.value).max() ?? 0)
    return AxisSteps.values(upTo: most - floor).map { $0 + floor }
  }
}

/// Round steps of an axis: 1, 2 or 5 times a power of ten.
enum AxisSteps {
  static func values(upTo top: Double) -> [Double] {
    guard top > 0, top.isFinite else { return [0, 1] }
    var power = 1.0
    while power * 10 <= top { power *= 10 }
    while power > top { power /= 10 }
    let step = [0.1, 0.2, 0.5, 1, 2, 5].map { $0 * power }.first { top / $0 <= 6 } ?? 10 * power
    let count = Int((top / step - 1e-9).rounded(.up))
    return (0...max(1, count)).map { Double($0) * step }
  }
}
