/// For every job the other jobs near to it, nearest first.
///
/// Shape: `jobs × count`, row-major. "Near" is the base travel time there and back.
struct NearestJobs: ~Copyable {
  /// How many are listed per job.
  let count: Int
  private let jobs: Column<Int32>

  /// - Complexity: O(jobs² + jobs × count × log count).
  init(_ flat: borrowing FlatProblem, atMost limit: Int) {
    count = max(0, min(limit, flat.jobCount - 1))
    var rows: [Int] = []
    rows.reserveCapacity(flat.jobCount * count)
    for job in 0..<flat.jobCount {
      var others: [(seconds: Int, job: Int)] = []
      for other in 0..<flat.jobCount where other != job {
        others.append((flat.roundTripSeconds(job, other), other))
      }
      others.sort { ($0.seconds, $0.job) < ($1.seconds, $1.job) }
      rows += others.prefix(count).map(\.job)
    }
    jobs = Column(rows)
  }

  /// The job that is the `rank`-th nearest to `job`, from 0.
  @inline(__always)
  subscript(job: Int, rank: Int) -> Int { jobs[job &* count &+ rank] }
}
