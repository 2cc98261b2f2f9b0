/// Jobs that go in and out together.
extension Runs {
  /// Puts the block that begins with `first` into `run` behind `after`; returns its last job.
  @discardableResult
  mutating func insertBlock(_ first: Int, after: Int, in run: Int) -> Int {
    insert(first, after: after, in: run)
    var last = first
    while let following = flat.blocks.following(last) {
      insert(following, after: last, in: run)
      last = following
    }
    return last
  }

  /// Takes the block of `job` out of its run; returns its first job.
  @discardableResult
  mutating func removeBlock(of job: Int) -> Int {
    let first = flat.blocks.first(of: job)
    var each: Int? = first
    while let job = each {
      remove(job)
      each = flat.blocks.following(job)
    }
    return first
  }

  /// Whether `job` is in a run and may be taken out.
  @inline(__always)
  func isMovable(_ job: Int) -> Bool { runOf(job) >= 0 && !flat.blocks.isFixed(job) }
}
