/// For every job the other jobs near to it, nearest first, with the seconds there.
///
/// Plain arrays, which several threads can read while each cuts out its part.
struct NearTable: Sendable {
  /// `offsets[job]..<offsets[job + 1]` index the two lists.
  private(set) var offsets: [Int] = [0]
  private(set) var jobs: [Int32] = []
  private(set) var seconds: [Int32] = []

  init(_ nearest: borrowing NearestJobs, jobCount: Int) {
    reserve(jobCount, entries: jobCount * nearest.count)
    for job in 0..<jobCount {
      for rank in 0..<nearest.count {
        jobs.append(Int32(nearest[job, rank]))
        seconds.append(Int32(nearest.seconds(job, rank)))
      }
      offsets.append(jobs.count)
    }
  }

  /// What remains of `whole` among `members`, in the numbers they have in that list.
  ///
  /// - Parameter position: The number of each job of `whole` among the members, -1 for others.
  init(_ whole: NearTable, members: [Int32], position: [Int32]) {
    let ranges = members.map { whole.range(of: $0) }
    reserve(members.count, entries: ranges.reduce(0) { $0 + $1.count })
    for range in ranges {
      for index in range where position[Int(whole.jobs[index])] >= 0 {
        jobs.append(position[Int(whole.jobs[index])])
        seconds.append(whole.seconds[index])
      }
      offsets.append(jobs.count)
    }
  }

  /// Where the lists of `job` are.
  func range(of job: Int32) -> Range<Int> { offsets[Int(job)]..<offsets[Int(job) + 1] }

  /// The mean seconds from a job to the one that is `rank`-th nearest, from 0.
  func meanSeconds(rank: Int) -> Double {
    var sum = 0
    for job in 0..<(offsets.count - 1) where offsets[job + 1] > offsets[job] {
      sum += Int(seconds[min(offsets[job] + rank, offsets[job + 1] - 1)])
    }
    return Double(sum) / Double(max(1, offsets.count - 1))
  }

  private mutating func reserve(_ jobCount: Int, entries: Int) {
    offsets.reserveCapacity(jobCount + 1)
    jobs.reserveCapacity(entries)
    seconds.reserveCapacity(entries)
  }
}
