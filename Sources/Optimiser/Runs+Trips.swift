/// How full the bag is on each trip, and where it still has room.
extension Runs {
  /// Brings the loads of the trips of `run` up to date. O(stops).
  ///
  /// - Returns: Whether each of them fits into the bag.
  mutating func refreshTrips(of run: Int) -> Bool {
    guard flat.hasTrips(run) else { return true }
    var fits = true
    for dimension in 0..<trips.dimensionCount {
      addUpTrips(of: run, dimension)
      if mostOnOneTrip(of: run, dimension) > flat.capacity(of: run, dimension) { fits = false }
    }
    return fits
  }

  /// Adds up what has been picked up, from each beginning of a trip to its end, and what is owed,
  /// from the end back; and from there back the most that is in the bag.
  private mutating func addUpTrips(of run: Int, _ dimension: Int) {
    let end = endNode(of: run)
    var bag = Trips.Bag()
    trips[end, dimension] = bag
    var node = next(end)
    while node != end {
      if flat.isJob(node) {
        bag.collected += flat.pickups.amount(of: node, dimension)
      } else {
        bag = Trips.Bag()
      }
      trips[node, dimension] = bag
      node = next(node)
    }
    var (owed, most) = (0, 0)
    repeat {
      node = previous(node)
      var bag = trips[node, dimension]
      bag.owed = owed
      most = max(most, bag.load)
      bag.mostFrom = most
      trips[node, dimension] = bag
      if flat.isJob(node) {
        owed += flat.ownDemand(of: node, dimension)
      } else {
        (owed, most) = (0, 0)
      }
    } while node != end
  }

  /// Notes the most that is in the bag up to each node of `run`, and returns it for all of them.
  private mutating func mostOnOneTrip(of run: Int, _ dimension: Int) -> Int {
    let end = endNode(of: run)
    var (most, mostOfAll) = (0, 0)
    var node = end
    repeat {
      var bag = trips[node, dimension]
      most = flat.isJob(node) ? max(most, bag.load) : bag.load
      bag.mostUpTo = most
      trips[node, dimension] = bag
      mostOfAll = max(mostOfAll, most)
      node = next(node)
    } while node != end
    return mostOfAll
  }

  /// Whether the trip at `node` of `run` has room for the block that begins with `first`, put in
  /// behind `node`, if the bag is refilled like that.
  @inline(__always)
  func fits(_ first: Int, after node: Int, in run: Int, refilling refill: Refill) -> Bool {
    if refill != .none {
      guard let kind = flat.reloads.kind(of: run),
        reloadCount[run] < flat.reloads.maximum(of: run),
        unusedReloads.unusedVehicle(ofKind: kind) != nil
      else { return false }
    }
    guard flat.hasTrips(run) else { return true }
    for dimension in 0..<trips.dimensionCount {
      let bag = trips[node, dimension]
      let change = flat.change(by: first, dimension)
      let most =
        switch refill {
        case .none:
          max(bag.mostUpTo + change.given, bag.load + change.peak, bag.mostFrom + change.taken)
        case .ahead:
          max(
            bag.owed + max(change.given, change.peak),
            bag.mostFrom - bag.collected + change.taken)
        case .behind:
          max(bag.mostUpTo - bag.owed + change.given, bag.collected + change.peak)
        }
      if most > flat.capacity(of: run, dimension) { return false }
    }
    return true
  }
}
