/// For every job the other jobs near to it, nearest first.
///
/// Shape: `jobs × count` pairs, row-major. "Near" is the base travel time there and back, and
/// where there are windows also how well two jobs follow one another in time.
struct NearestJobs: ~Copyable {
  /// How many are listed per job.
  let count: Int
  /// The other job and half the fastest vehicle's time there and back, in turn.
  private var pairs: Column<Int32>

  /// Among how many times as many jobs that are near in place those near in time are sought.
  private static let choice = 4

  /// - Complexity: O(jobs × count × log jobs) for points in a plane, O(jobs² log jobs) otherwise.
  init(_ problem: Problem, atMost limit: Int) {
    let places = problem.jobs.map(\.location)
    let travel = FlatTravel(problem.travel[0], places: places)
    count = max(0, min(limit, places.count - 1))
    let fastestPermille = problem.vehicles.map { Int($0.speedPermille) }.max() ?? 1_000
    pairs = Column(repeating: 0, count: 2 * places.count * count)
    let timeliness = Timeliness(problem)
    let candidateCount =
      timeliness == nil ? count : max(0, min(Self.choice * count, places.count - 1))
    switch problem.travel[0].source {
    case .plane(let plane):
      let tree = PointTree(
        eastMetres: places.map { Int(plane.eastMetres[$0]) },
        northMetres: places.map { Int(plane.northMetres[$0]) })
      for job in places.indices {
        let near = tree.nearest(to: job, count: candidateCount)
        list(
          timeliness?.best(count, of: near, for: job, travel) ?? near, of: job, travel,
          fastestPermille)
      }
    case .table:
      for job in places.indices {
        let near = Self.nearest(to: job, travel, places.count, candidateCount)
        list(
          timeliness?.best(count, of: near, for: job, travel) ?? near, of: job, travel,
          fastestPermille)
      }
    }
  }

  /// The job that is the `rank`-th nearest to `job`, from 0.
  @inline(__always)
  subscript(job: Int, rank: Int) -> Int { pairs[2 &* (job &* count &+ rank)] }

  /// Half the fastest vehicle's travel time to the `rank`-th nearest job and back.
  @inline(__always)
  func seconds(_ job: Int, _ rank: Int) -> Int { pairs[2 &* (job &* count &+ rank) &+ 1] }

  private mutating func list(
    _ others: [Int], of job: Int, _ travel: borrowing FlatTravel, _ fastestPermille: Int
  ) {
    for (rank, other) in others.enumerated() {
      let there = travel.seconds(from: job, to: other)
      let roundTrip = there + travel.seconds(from: other, to: job)
      pairs[2 * (job * count + rank)] = other
      pairs[2 * (job * count + rank) + 1] = roundTrip * 500 / fastestPermille
    }
  }

  private static func nearest(
    to job: Int, _ travel: borrowing FlatTravel, _ jobCount: Int, _ count: Int
  ) -> [Int] {
    var others: [(seconds: Int, job: Int)] = []
    others.reserveCapacity(jobCount)
    for other in 0..<jobCount where other != job {
      let there = travel.seconds(from: job, to: other)
      others.append((there + travel.seconds(from: other, to: job), other))
    }
    others.sort { $0 < $1 }
    return others.prefix(count).map(\.job)
  }
}
