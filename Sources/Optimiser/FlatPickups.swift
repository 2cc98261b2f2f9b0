/// What jobs put into the bag rather than take out of it, in all dimensions.
///
/// Most problems have none, and never look here.
struct FlatPickups: ~Copyable {
  /// Whether anything is picked up at all.
  let exist: Bool
  private let dimensionCount: Int
  /// `job × dimensionCount + dimension`.
  private let amount: Column<Int32>

  init(_ problem: Problem) {
    exist = problem.hasPickups
    let dimensions = 0..<problem.dimensionCount
    dimensionCount = dimensions.count
    amount = Column(
      exist
        ? problem.jobs.flatMap { job in dimensions.map { Int(job.pickup?[$0] ?? 0) } } : [])
  }

  @inline(__always)
  func amount(of job: Int, _ dimension: Int) -> Int {
    exist ? amount[job &* dimensionCount &+ dimension] : 0
  }
}
