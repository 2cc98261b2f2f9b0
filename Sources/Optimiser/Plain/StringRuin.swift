/// The ruin of ``AdjacentStringRemoval``, on ``Rings``: strings of consecutive jobs are taken out of
/// runs that lie next to each other.
struct StringRuin {
  /// How many strings, how long, and what of them stays.
  let draws: AdjacentStringRemoval

  /// Takes out strings around `seed` and appends their jobs to `removed`.
  func ruin(
    _ rings: inout Rings, around seed: Int, near: borrowing NearLists, removed: inout Stack<Int>,
    using random: inout SplitMix64
  ) {
    let used = rings.runCount - rings.emptyRuns.count
    guard used > 0 else { return }
    let averageStops = Double(rings.jobCount - rings.leftOutCount) / Double(used)
    var (stringsLeft, longest) = draws.drawStrings(averageStops: averageStops, using: &random)
    ruinString(&rings, holding: seed, longest, &stringsLeft, &removed, &random)
    for index in near.range(of: seed) {
      guard stringsLeft > 0 else { break }
      ruinString(&rings, holding: near.job(at: index), longest, &stringsLeft, &removed, &random)
    }
  }

  /// Takes one string out of the run of `job`, unless that run has lost one already.
  private func ruinString(
    _ rings: inout Rings, holding job: Int, _ longest: Double, _ stringsLeft: inout Int,
    _ removed: inout Stack<Int>, _ random: inout SplitMix64
  ) {
    let run = rings.run(of: job)
    guard run >= 0, !rings.touched.contains(run) else { return }
    stringsLeft -= 1
    let stops = rings.stops(of: run)
    let takenOut = draws.drawLength(of: stops, longest: longest, using: &random)
    let kept = draws.drawKept(inside: takenOut, of: stops, using: &random)
    var node = firstNode(of: takenOut + kept, holding: job, in: rings, &random)
    if kept == 0 {
      rings.remove(takenOut, from: node, appending: &removed)
      return
    }
    // What is kept begins behind the first and ends before the last job taken out.
    let before = 1 + random.below(takenOut - 1)
    node = rings.remove(before, from: node, appending: &removed)
    for _ in 0..<kept { node = rings.next(node) }
    rings.remove(takenOut - before, from: node, appending: &removed)
  }

  /// Draws where a string of `length` jobs that holds `job` begins.
  @inline(__always)
  func firstNode(
    of length: Int, holding job: Int, in rings: borrowing Rings, _ random: inout SplitMix64
  ) -> Int {
    // Most runs go on far enough on either side, so that the first guess will do.
    let guess = random.below(length)
    if let first = start(of: length, holding: job, at: guess, in: rings) { return first }
    var ahead = 0
    var first = job
    while ahead < length - 1, rings.previous(first) < rings.jobCount {
      first = rings.previous(first)
      ahead += 1
    }
    var behind = 0
    var last = job
    while behind < length - 1, rings.next(last) < rings.jobCount {
      last = rings.next(last)
      behind += 1
    }
    let least = max(0, length - 1 - behind)
    let offset = least + random.below(ahead - least + 1)
    for _ in 0..<(ahead - offset) { first = rings.next(first) }
    return first
  }

  /// Returns where a string of `length` jobs begins whose job at `offset` is `job`; nil where a run
  /// ends inside.
  @inline(__always)
  private func start(
    of length: Int, holding job: Int, at offset: Int, in rings: borrowing Rings
  ) -> Int? {
    var first = job
    for _ in 0..<offset {
      first = rings.previous(first)
      if first >= rings.jobCount { return nil }
    }
    var last = job
    for _ in 0..<(length - 1 - offset) {
      last = rings.next(last)
      if last >= rings.jobCount { return nil }
    }
    return first
  }
}
