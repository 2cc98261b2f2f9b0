/// The pinned sequences of a problem as blocks: jobs that go in and out together.
///
/// A block is known by its first job; a job in no sequence is a block of its own.
struct FlatBlocks: ~Copyable {
  /// Whether there are any.
  let exist: Bool
  /// The most jobs of one block.
  let longest: Int
  /// The job pinned behind each, -1 if there is none.
  private let following: Column<Int32>
  /// The first job of each job's block.
  private let first: Column<Int32>
  /// At the first job of a block, how many jobs it has.
  private let length: Column<Int32>
  /// Whether each job has been served already, at the start of a run partly executed.
  private let isFixed: Column<Int8>
  /// Per vehicle the first job of the block it began with, -1 for most.
  private let begun: Column<Int32>

  init(_ problem: Problem) {
    exist = !problem.pins.isEmpty
    longest = problem.pins.map(\.jobs.count).max() ?? 1
    let jobs = exist ? problem.jobs.indices : 0..<0
    var following = [Int](repeating: -1, count: jobs.count)
    var first = Array(jobs)
    var length = [Int](repeating: 1, count: jobs.count)
    var isFixed = [Int](repeating: 0, count: jobs.count)
    var begun = [Int](repeating: -1, count: exist ? problem.vehicles.count : 0)
    for pin in problem.pins {
      for (job, next) in zip(pin.jobs, pin.jobs.dropFirst()) { following[job] = next }
      for job in pin.jobs {
        first[job] = pin.jobs[0]
        isFixed[job] = pin.isAtStart ? 1 : 0
      }
      length[pin.jobs[0]] = pin.jobs.count
      if pin.isAtStart, let vehicle = pin.vehicle { begun[vehicle] = pin.jobs[0] }
    }
    self.following = Column(following)
    self.first = Column(first)
    self.length = Column(length)
    self.isFixed = Column(isFixed)
    self.begun = Column(begun)
  }

  /// The job that goes directly behind `job`, nil at the end of its block.
  @inline(__always)
  func following(_ job: Int) -> Int? { exist && following[job] >= 0 ? following[job] : nil }

  /// The job by which the block of `job` is known.
  @inline(__always)
  func first(of job: Int) -> Int { exist ? first[job] : job }

  /// How many jobs the block that begins with `first` has.
  @inline(__always)
  func length(of first: Int) -> Int { exist ? length[first] : 1 }

  /// Whether `job` stays where it is.
  @inline(__always)
  func isFixed(_ job: Int) -> Bool { exist && isFixed[job] != 0 }

  /// The first job of the block `run` has begun with, if it has begun.
  func begun(by run: Int) -> Int? { exist && begun[run] >= 0 ? begun[run] : nil }
}
