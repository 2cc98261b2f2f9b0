/// What can go in where: a job alone, a whole block, or either of them with a reload beside it.
extension Runs {
  /// Returns the place behind `node` of `run` for `job`, or the block it begins, with the least
  /// cost; ``Insertion/none`` where it does not fit or would add `bound` or more.
  @inline(__always)
  mutating func place(
    for job: Int, after node: Int, in run: Int, below bound: Int
  ) -> Insertion {
    guard flat.hasPlainPlaces else {
      return compoundPlace(for: job, after: node, in: run, below: bound)
    }
    let added = addedCost(of: job, after: node, in: run, below: bound)
    return Insertion(after: node, run: run, addedCost: added)
  }

  private mutating func compoundPlace(
    for job: Int, after node: Int, in run: Int, below bound: Int
  ) -> Insertion {
    if isBound(node) { return .none }
    let isRoomy =
      !flat.hasTrips(run) || fits(job, after: node, in: run, refilling: .none)
    if isRoomy {
      let added =
        flat.blocks.following(job) == nil
        ? addedCost(of: job, after: node, in: run, below: bound)
        : addedCost(ofBlock: job, after: node, in: run, refilling: .none)
      return Insertion(after: node, run: run, addedCost: added)
    }
    var best = Insertion.none
    for refill in [Refill.ahead, .behind]
    where fits(job, after: node, in: run, refilling: refill) {
      let added = addedCost(ofBlock: job, after: node, in: run, refilling: refill)
      if added < best.addedCost {
        best = Insertion(after: node, run: run, addedCost: added, refill: refill)
      }
    }
    return best
  }

  /// Returns what the block that begins with `first` adds to the cost, with a reload beside it.
  mutating func addedCost(
    ofBlock first: Int, after node: Int, in run: Int, refilling refill: Refill
  ) -> Int {
    chain.removeAll()
    let reload = unusedReload(for: run)
    if refill == .ahead, let reload { chain.append(reload) }
    var job: Int? = first
    while let each = job {
      chain.append(each)
      job = flat.blocks.following(each)
    }
    if refill == .behind, let reload { chain.append(reload) }
    return addedCostOfChain(after: node, in: run)
  }

  /// Puts `job`, or the block it begins, at `place`; returns the last node put in.
  @discardableResult
  mutating func insert(_ job: Int, at place: Insertion) -> Int {
    let reload = place.refill == .none ? nil : unusedReload(for: place.run)
    var after = place.after
    if place.refill == .ahead, let reload {
      insert(reload, after: after, in: place.run)
      after = reload
    }
    after = insertBlock(job, after: after, in: place.run)
    if place.refill == .behind, let reload {
      insert(reload, after: after, in: place.run)
      after = reload
    }
    return after
  }

  /// Puts `job`, or the block it begins, at `place` and keeps it there if the run's times allow
  /// it after all.
  mutating func tryInsert(_ job: Int, at place: Insertion) {
    let last = insert(job, at: place)
    if settle(place.run, after: place.after, before: next(last)) { return }
    var node = next(place.after)
    let behind = next(last)
    while node != behind {
      let following = next(node)
      remove(node)
      node = following
    }
    settle(place.run)
  }
}
