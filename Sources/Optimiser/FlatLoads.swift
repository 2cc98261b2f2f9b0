/// What jobs take of the bag and what fits into it, beyond the first dimension.
///
/// Problems with one dimension, nearly all, never look here.
struct FlatLoads: ~Copyable {
  /// Dimensions besides the first; they are numbered from 0 here.
  let count: Int
  /// `job × count + dimension`.
  private let demand: Column<Int32>
  /// `vehicle × count + dimension`.
  private let capacity: Column<Int32>

  init(_ problem: Problem) {
    let others = 1..<problem.dimensionCount
    count = others.count
    demand = Column(problem.jobs.flatMap { job in others.map { Int(job.demand[$0]) } })
    capacity = Column(
      problem.vehicles.flatMap { vehicle in others.map { Int(vehicle.capacity[$0]) } })
  }

  @inline(__always)
  func demand(of job: Int, _ dimension: Int) -> Int { demand[job &* count &+ dimension] }

  @inline(__always)
  func capacity(of run: Int, _ dimension: Int) -> Int { capacity[run &* count &+ dimension] }
}
