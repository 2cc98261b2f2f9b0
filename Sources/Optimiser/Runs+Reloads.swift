/// Filling the bag again: where the reloads of a run lie best.
extension Runs {
  /// The job behind `node`, past reloads, or the end of the run.
  @inline(__always)
  func nextJob(_ node: Int) -> Int {
    var following = next(node)
    while following >= flat.firstReload { following = next(following) }
    return following
  }

  /// The job in front of `node`, past reloads, or the end of the run.
  @inline(__always)
  func previousJob(_ node: Int) -> Int {
    var before = previous(node)
    while before >= flat.firstReload { before = previous(before) }
    return before
  }

  /// An unused reload of the kind `run` needs.
  @inline(__always)
  func unusedReload(for run: Int) -> Int? {
    guard let kind = flat.reloads.kind(of: run) else { return nil }
    return unusedReloads.unusedVehicle(ofKind: kind).map { flat.firstReload + $0 }
  }

  /// Takes out the reloads of `run` without which each trip fits into the bag as well.
  mutating func dropUselessReloads(of run: Int) {
    guard flat.reloads.exist, reloadCount[run] > 0 else { return }
    _ = refreshTrips(of: run)
    let end = endNode(of: run)
    var node = next(end)
    while node != end {
      let following = next(node)
      if !flat.isJob(node), fitsWithout(node, in: run) {
        remove(node)
        _ = refreshTrips(of: run)
      }
      node = following
    }
  }

  @inline(__always)
  private func fitsWithout(_ reload: Int, in run: Int) -> Bool {
    for dimension in 0..<trips.dimensionCount {
      let ahead = trips[previous(reload), dimension]
      let behind = trips[reload, dimension]
      let most = max(ahead.mostUpTo + behind.owed, ahead.collected + behind.mostFrom)
      if most > flat.capacity(of: run, dimension) { return false }
    }
    return true
  }

  /// Moves each reload of `run`, which has been settled, to where it costs least between the
  /// trips it parts.
  mutating func moveReloads(of run: Int) {
    guard flat.reloads.exist, reloadCount[run] > 0, !broken.contains(run) else { return }
    let end = endNode(of: run)
    var node = next(end)
    while node != end {
      let following = next(node)
      if !flat.isJob(node) { moveToBestPlace(node, in: run) }
      node = following
    }
  }

  private mutating func moveToBestPlace(_ reload: Int, in run: Int) {
    let old = previous(reload)
    let end = endNode(of: run)
    remove(reload)
    var best = old
    if refreshClock(of: run, after: end, before: end) {
      best = cheapestPlace(forReload: reload, around: old, in: run)
    }
    insert(reload, after: best, in: run)
    if settle(run) || best == old { return }
    remove(reload)
    insert(reload, after: old, in: run)
    settle(run)
  }

  /// Returns behind which node of the trip at `old` the trip is parted at the least cost.
  private mutating func cheapestPlace(forReload reload: Int, around old: Int, in run: Int) -> Int {
    _ = refreshTrips(of: run)
    chain.removeAll()
    chain.append(reload)
    var best = old
    var least = addedCostOfChain(after: old, in: run)
    var node = old
    while flat.isJob(node) { node = previous(node) }
    repeat {
      if node != old, !isBound(node), canPart(at: node, in: run) {
        let added = addedCostOfChain(after: node, in: run)
        if added < least { (best, least) = (node, added) }
      }
      node = next(node)
    } while flat.isJob(node)
    return best
  }

  /// Whether the trip parted behind `node` is two trips that fit into the bag, neither without jobs.
  @inline(__always)
  private func canPart(at node: Int, in run: Int) -> Bool {
    guard flat.isJob(node), flat.isJob(next(node)) else { return false }
    for dimension in 0..<trips.dimensionCount {
      let bag = trips[node, dimension]
      let most = max(bag.mostUpTo - bag.owed, bag.mostFrom - bag.collected)
      if most > flat.capacity(of: run, dimension) { return false }
    }
    return true
  }
}
