/// Filling the bag again: how full each trip is, and where the reloads of a run lie best.
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

  /// Brings the loads of the trips of `run` up to date.
  ///
  /// - Returns: Whether each of them fits into the bag.
  mutating func refreshTrips(of run: Int) -> Bool {
    guard flat.reloads.kind(of: run) != nil else { return true }
    var fits = true
    for dimension in 0..<trips.dimensionCount {
      if mostOnOneTrip(of: run, dimension) > flat.capacity(of: run, dimension) { fits = false }
    }
    return fits
  }

  private mutating func mostOnOneTrip(of run: Int, _ dimension: Int) -> Int {
    let end = endNode(of: run)
    var load = 0
    trips.setLoad(upTo: end, dimension, 0)
    var node = next(end)
    while node != end {
      load = flat.isJob(node) ? load + demand(at: node, dimension) : 0
      trips.setLoad(upTo: node, dimension, load)
      node = next(node)
    }
    var most = 0
    load = trips.load(upTo: previous(end), dimension)
    repeat {
      node = previous(node)
      trips.setLoad(ofTripAt: node, dimension, load)
      most = max(most, load)
      if !flat.isJob(node) { load = trips.load(upTo: previous(node), dimension) }
    } while node != end
    return most
  }

  private func demand(at job: Int, _ dimension: Int) -> Int {
    dimension == 0 ? flat.demand[job] : flat.loads.demand(of: job, dimension - 1)
  }

  /// Whether the trip at `node` of `run` has room for the block that begins with `first`, put in
  /// behind `node`, if the bag is refilled like that.
  @inline(__always)
  func fits(_ first: Int, after node: Int, in run: Int, refilling refill: Refill) -> Bool {
    guard let kind = flat.reloads.kind(of: run) else { return refill == .none }
    if refill != .none {
      guard reloadCount[run] < flat.reloads.maximum(of: run),
        unusedReloads.unusedVehicle(ofKind: kind) != nil
      else { return false }
    }
    for dimension in 0..<trips.dimensionCount {
      let upTo = trips.load(upTo: node, dimension)
      let whole = trips.load(ofTripAt: node, dimension)
      let taken =
        switch refill {
        case .none: whole
        case .ahead: whole - upTo
        case .behind: upTo
        }
      let demand = flat.demand(of: first, dimension)
      if taken + demand > flat.capacity(of: run, dimension) { return false }
    }
    return true
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
      let load =
        trips.load(ofTripAt: previous(reload), dimension)
        + trips.load(ofTripAt: reload, dimension)
      if load > flat.capacity(of: run, dimension) { return false }
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
      let upTo = trips.load(upTo: node, dimension)
      let rest = trips.load(ofTripAt: node, dimension) - upTo
      if max(upTo, rest) > flat.capacity(of: run, dimension) { return false }
    }
    return true
  }
}
