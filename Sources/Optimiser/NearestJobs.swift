/// For every job the other jobs near to it, nearest first.
///
/// Shape: `jobs × count` pairs, row-major. "Near" is the base travel time there and back, and
/// where there are windows also how well two jobs follow one another in time; those jobs are then
/// listed a second time in the order of the way alone.
struct NearestJobs: ~Copyable {
  /// How many are listed per job.
  let count: Int
  /// The other job and half the fastest vehicle's time there and back, in turn.
  private var pairs: Column<Int32>
  /// The same by the way alone; empty where that is the same order.
  private var pairsByWay: Column<Int32>

  /// Among how many times as many jobs that are near in place those near in time are sought.
  private static let choice = 4

  /// - Complexity: O(jobs × count × log jobs) for points in a plane, O(jobs × neighbours) for labels
  ///   with enough of these, O(jobs² log jobs) otherwise.
  init(_ problem: Problem, atMost limit: Int) {
    let places = problem.jobs.map(\.location)
    let travel = FlatTravel(problem.travel[0], places: places)
    count = max(0, min(limit, places.count - 1))
    let fastestPermille = problem.vehicles.map { Int($0.speedPermille) }.max() ?? 1_000
    pairs = Column(repeating: 0, count: 2 * places.count * count)
    let timeliness = Timeliness(problem)
    pairsByWay = Column(repeating: 0, count: timeliness == nil ? 0 : pairs.count)
    let candidateCount =
      timeliness == nil ? count : max(0, min(Self.choice * count, places.count - 1))
    let candidates = Candidates(problem.travel[0].source, places)
    for job in places.indices {
      let near = candidates.nearest(to: job, candidateCount, atLeast: count, travel)
      list(
        timeliness?.best(count, of: near, for: job, travel) ?? near, of: job, travel,
        fastestPermille)
      if timeliness != nil { sortByWay(job) }
    }
  }

  /// The job that is the `rank`-th nearest to `job`, from 0.
  @inline(__always)
  subscript(job: Int, rank: Int) -> Int { pairs[2 &* (job &* count &+ rank)] }

  /// Half the fastest vehicle's travel time to the `rank`-th nearest job and back.
  @inline(__always)
  func seconds(_ job: Int, _ rank: Int) -> Int { pairs[2 &* (job &* count &+ rank) &+ 1] }

  /// The `rank`-th of the same jobs by the way alone, from 0.
  @inline(__always)
  func job(_ job: Int, byWay rank: Int) -> Int {
    let cell = 2 &* (job &* count &+ rank)
    return pairsByWay.count == 0 ? pairs[cell] : pairsByWay[cell]
  }

  /// Half the fastest vehicle's travel time to it and back.
  @inline(__always)
  func seconds(_ job: Int, byWay rank: Int) -> Int {
    let cell = 2 &* (job &* count &+ rank) &+ 1
    return pairsByWay.count == 0 ? pairs[cell] : pairsByWay[cell]
  }

  private mutating func sortByWay(_ job: Int) {
    var sorted: [(seconds: Int, job: Int)] = []
    for rank in 0..<count { sorted.append((seconds(job, rank), self[job, rank])) }
    sorted.sort { $0 < $1 }
    for (rank, near) in sorted.enumerated() {
      pairsByWay[2 * (job * count + rank)] = near.job
      pairsByWay[2 * (job * count + rank) + 1] = near.seconds
    }
  }

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
}

/// Where the jobs that are near to another are looked for.
private struct Candidates: ~Copyable {
  private let jobCount: Int
  /// The jobs as points of a plane; none otherwise.
  private let tree: PointTree
  private let isPlane: Bool
  /// By location its jobs and the locations nearest to it; nil where all jobs are compared.
  private let around: (jobs: [[Int]], nearest: [[Int32]])?
  private let places: [Int]

  init(_ source: TravelTimes.Source, _ places: [Int]) {
    jobCount = places.count
    self.places = places
    switch source {
    case .plane(let plane):
      isPlane = true
      tree = PointTree(
        eastMetres: places.map { Int(plane.eastMetres[$0]) },
        northMetres: places.map { Int(plane.northMetres[$0]) })
      around = nil
    case .table:
      isPlane = false
      tree = PointTree(eastMetres: [], northMetres: [])
      around = nil
    case .labels(let labels):
      isPlane = false
      tree = PointTree(eastMetres: [], northMetres: [])
      var jobs = [[Int]](repeating: [], count: labels.count)
      for (job, place) in places.enumerated() { jobs[place].append(job) }
      around = (jobs, labels.nearest)
    }
  }

  /// The `count` jobs nearest to `job`, nearest first; ties go to the smaller index.
  ///
  /// They may be fewer, but not fewer than `least`, where the lists of near locations end.
  func nearest(
    to job: Int, _ count: Int, atLeast least: Int, _ travel: borrowing FlatTravel
  ) -> [Int] {
    guard !isPlane else { return tree.nearest(to: job, count: count) }
    let known = jobsAround(places[job])
    // The job itself is among them.
    return known.count > least
      ? sorted(known, from: job, count, travel)
      : sorted(Array(0..<jobCount), from: job, count, travel)
  }

  /// The jobs at `place` and at the locations listed as nearest to it, each once.
  private func jobsAround(_ place: Int) -> [Int] {
    guard let around else { return [] }
    return Set([place] + around.nearest[place].map(Int.init)).sorted().flatMap { around.jobs[$0] }
  }

  private func sorted(
    _ candidates: [Int], from job: Int, _ count: Int, _ travel: borrowing FlatTravel
  ) -> [Int] {
    var others: [(seconds: Int, job: Int)] = []
    others.reserveCapacity(candidates.count)
    for other in candidates where other != job {
      let there = travel.seconds(from: job, to: other)
      others.append((there + travel.seconds(from: other, to: job), other))
    }
    others.sort { $0 < $1 }
    return others.prefix(count).map(\.job)
  }
}
