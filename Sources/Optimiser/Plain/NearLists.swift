/// A ``NearTable`` laid out for the loop.
struct NearLists: ~Copyable {
  private let offsets: Column<Int32>
  /// The other job and the seconds there, in turn.
  private let pairs: Column<Int32>

  init(_ table: NearTable) {
    offsets = Column(table.offsets)
    var pairs = Column<Int32>(repeating: 0, count: 2 * table.jobs.count)
    for index in table.jobs.indices {
      pairs[2 * index] = Int(table.jobs[index])
      pairs[2 * index + 1] = Int(table.seconds[index])
    }
    self.pairs = pairs
  }

  /// The indices of the jobs near to `job`, nearest first.
  @inline(__always)
  func range(of job: Int) -> Range<Int> { offsets[job]..<offsets[job &+ 1] }

  /// The seconds within which all near jobs have been looked at, when `index` is the first in
  /// `range` that has not.
  @inline(__always)
  func radius(of range: Range<Int>, lookedAt index: Int) -> Int {
    range.isEmpty ? 0 : seconds(at: min(index, range.upperBound - 1))
  }

  @inline(__always)
  func job(at index: Int) -> Int { pairs[2 &* index] }

  @inline(__always)
  func seconds(at index: Int) -> Int { pairs[2 &* index &+ 1] }
}
