/// The recreation: puts jobs back one by one, each at the cheapest place near it.
///
/// Places next to near jobs are tried nearest first, until by the triangle inequality none behind
/// can be cheaper unless it splits an exceptionally long leg; such legs mostly lead to the depot,
/// and those of the runs that have just lost jobs are tried in the end, as are those of ``FarRuns``,
/// unless what they lead to is known to lie too far off.
///
/// Source: Christiaens, Vanden Berghe, "Slack Induction by String Removals for Vehicle Routing
/// Problems", Transportation Science 54(2), 2020, section 5.3; restricted to near places.
struct NearInsertion: ~Copyable {
  private let depotSeconds: Column<Int32>
  private let fixedCost: Int
  private var blinks: Blinks
  /// Jobs in the order of their return: the key above, the job in the lower 32 bits.
  private var keyed = Stack<Int>()
  private var longLeg = LongLeg()
  private var farRuns = FarRuns()

  init(_ problem: PlainProblem, blinkChance: Double, using random: inout SplitMix64) {
    depotSeconds = Column(problem.points.map { problem.ground.seconds(problem.depot, $0) })
    fixedCost = problem.fixedCost
    blinks = Blinks(chance: blinkChance, using: &random)
  }

  /// Learns which runs have room and, from a sample, how long legs are at present.
  mutating func survey(_ rings: borrowing Rings, using random: inout SplitMix64) {
    farRuns.beginSurvey()
    for run in 0..<rings.runCount where rings.stops(of: run) > 0 && rings.spare(of: run) > 0 {
      farRuns.note(run)
    }
    for _ in 0..<LongLeg.sampleSize {
      let job = random.below(rings.jobCount)
      guard rings.run(of: job) >= 0, rings.next(job) < rings.jobCount else { continue }
      longLeg.note(rings.secondsToNext(job))
    }
    longLeg.endSample()
  }

  /// Puts back what fits of `jobs`, all of them left out at present.
  ///
  /// - Returns: Whether the plan stayed below `limit`; where it did not, nothing more was tried, since
  ///   no job that comes back makes a plan cheaper.
  mutating func recreate(
    _ rings: inout Rings, with jobs: borrowing Stack<Int>, costingLess limit: Int,
    near: borrowing NearLists, using random: inout SplitMix64
  ) -> Bool {
    sort(jobs, rings, &random)
    farRuns.draw(using: &random)
    for index in 0..<keyed.count {
      let job = keyed[index] & 0xffff_ffff
      let place = cheapestPlace(for: job, in: rings, near, &random)
      if place.isPossible {
        rings.insert(job, after: place.after, there: place.there, onward: place.onward)
      }
      guard rings.cost < limit else { return false }
    }
    return true
  }

  /// Draws one of the paper's four orders: random, largest, farthest or nearest first.
  @inline(__always)
  private mutating func sort(
    _ jobs: borrowing Stack<Int>, _ rings: borrowing Rings, _ random: inout SplitMix64
  ) {
    let order = random.below(11)
    keyed.removeAll()
    for index in 0..<jobs.count {
      let job = jobs[index]
      let key =
        switch order {
        case 0..<4: 0
        case 4..<8: Limits.amount.upperBound - rings.demand(of: job)
        case 8..<10: Limits.travelSeconds.upperBound - depotSeconds[job]
        default: depotSeconds[job]
        }
      keyed.append(key << 32 | job)
    }
    if order < 4 { keyed.shuffle(using: &random) } else { keyed.sort() }
  }

  // A call of its own would be handed a copy of the rings' 350 bytes every time.
  @inline(__always)
  private mutating func cheapestPlace(
    for job: Int, in rings: borrowing Rings, _ near: borrowing NearLists,
    _ random: inout SplitMix64
  ) -> Place {
    let demand = rings.demand(of: job)
    var best = Place.none
    if rings.emptyRuns.count > 0 {
      let run = rings.emptyRuns[rings.emptyRuns.count - 1]
      best = Place(
        after: rings.depot(of: run), there: depotSeconds[job], onward: depotSeconds[job],
        addedSeconds: 2 * depotSeconds[job] + fixedCost)
    }
    let range = near.range(of: job)
    let longest = longLeg.seconds
    var index = range.lowerBound
    while index < range.upperBound {
      let way = near.seconds(at: index)
      if 2 &* way &- longest >= best.addedSeconds { break }
      let neighbour = near.job(at: index)
      index &+= 1
      let ahead = rings.secondsFromPrevious(neighbour)
      let behind = rings.secondsToNext(neighbour)
      let mostGained = best.addedSeconds &- 2 &* (way &- max(ahead, behind))
      let spare = rings.spare(besides: neighbour) &- demand
      // One question rather than two whose answers can hardly be foreseen: a processor that guesses
      // wrong loses more time than both take.
      guard min(mostGained &- 1, spare) >= 0 else { continue }
      // Only where a place may win is a square root worth taking.
      let after = rings.previous(neighbour)
      if rings.mayBeLess(than: best.addedSeconds &- way &+ ahead, from: job, to: after) {
        let there = rings.seconds(from: job, to: after)
        offer(after, there, way, past: ahead, &best, &random)
      }
      let before = rings.next(neighbour)
      if rings.mayBeLess(than: best.addedSeconds &- way &+ behind, from: job, to: before) {
        let onward = rings.seconds(from: job, to: before)
        offer(neighbour, way, onward, past: behind, &best, &random)
      }
    }
    let radius = near.radius(of: range, lookedAt: index)
    for index in 0..<rings.touched.count {
      offerEnds(of: rings.touched[index], for: job, beyond: radius, in: rings, &best, &random)
    }
    for index in farRuns.tried.indices {
      let run = Int(farRuns.tried[index])
      guard !rings.touched.contains(run) else { continue }
      offerEnds(of: run, for: job, beyond: radius, in: rings, &best, &random)
    }
    return best
  }

  /// Offers the first and the last place of `run`, if it has stops and room; stops nearer than
  /// `radius` have been offered already.
  private mutating func offerEnds(
    of run: Int, for job: Int, beyond radius: Int, in rings: borrowing Rings,
    _ best: inout Place, _ random: inout SplitMix64
  ) {
    guard rings.stops(of: run) > 0, rings.demand(of: job) <= rings.spare(of: run) else { return }
    let depot = rings.depot(of: run)
    let reach = depotSeconds[job]
    let out = rings.secondsToNext(depot)
    if radius &+ reach &- out < best.addedSeconds {
      let onward = rings.seconds(from: job, to: rings.next(depot))
      offer(depot, reach, onward, past: out, &best, &random)
    }
    let home = rings.secondsFromPrevious(depot)
    if radius &+ reach &- home < best.addedSeconds {
      let last = rings.previous(depot)
      offer(last, rings.seconds(from: job, to: last), reach, past: home, &best, &random)
    }
  }

  /// Takes the place behind `after`, which replaces a leg of `direct` seconds by two of `there` and
  /// `onward`, for the best, unless it is no better or is overlooked.
  @inline(__always)
  private mutating func offer(
    _ after: Int, _ there: Int, _ onward: Int, past direct: Int, _ best: inout Place,
    _ random: inout SplitMix64
  ) {
    let addedSeconds = there &+ onward &- direct
    guard addedSeconds < best.addedSeconds, !blinks.next(using: &random) else { return }
    best = Place(after: after, there: there, onward: onward, addedSeconds: addedSeconds)
  }
}

/// A place for a job, and what it adds to the cost there.
private struct Place {
  /// The node in front of the place, -1 for no place at all.
  let after: Int
  /// The ways to the job and from it.
  let there: Int
  let onward: Int
  let addedSeconds: Int

  /// Dearer than any place, and small enough to be doubled.
  static let none = Place(after: -1, there: 0, onward: 0, addedSeconds: Int.max / 4)

  var isPossible: Bool { after >= 0 }
}
