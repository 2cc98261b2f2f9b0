/// The ruin: takes strings of consecutive jobs out of runs that lie next to each other.
///
/// Slack in room and in place appears in one neighbourhood, where the recreation can use it.
///
/// Source: Christiaens, Vanden Berghe, "Slack Induction by String Removals for Vehicle Routing
/// Problems", Transportation Science 54(2), 2020, section 5.2; names of its parameters in brackets.
struct AdjacentStringRemoval {
  /// The jobs removed on average [c̄].
  var averageRemoved = 10.0
  /// The most jobs of one string [Lᵐᵃˣ].
  var longestString = 10
  /// The chance that a string is split, keeping jobs in its middle [α].
  var splitChance = 0.5
  /// The chance that one more job in the middle is kept [β].
  var keepChance = 0.01

  /// Takes out strings around `seed` and appends their jobs to `removed`.
  func ruin(
    _ runs: inout Runs, around seed: Int, nearest: borrowing NearestJobs, removed: inout [Int],
    using random: inout SplitMix64
  ) {
    guard runs.usedRunCount > 0 else { return }
    let averageStops = Double(runs.servedCount) / Double(runs.usedRunCount)
    var (stringsLeft, longest) = drawStrings(averageStops: averageStops, using: &random)

    ruinString(&runs, holding: seed, longest: longest, &stringsLeft, &removed, &random)
    for rank in 0..<nearest.count {
      guard stringsLeft > 0 else { break }
      let job = nearest[seed, rank]
      ruinString(&runs, holding: job, longest: longest, &stringsLeft, &removed, &random)
    }
  }

  /// Takes one string out of the run of `job`, unless that run has lost one already.
  private func ruinString(
    _ runs: inout Runs, holding job: Int, longest: Double, _ stringsLeft: inout Int,
    _ removed: inout [Int], _ random: inout SplitMix64
  ) {
    let run = runs.runOf(job)
    guard run >= 0, !runs.touched.contains(run) else { return }
    stringsLeft -= 1
    let stops = runs.stopCount[run]
    let takenOut = drawLength(of: stops, longest: longest, using: &random)
    let kept = drawKept(inside: takenOut, of: stops, using: &random)
    var node = firstNode(of: takenOut + kept, holding: job, in: runs, &random)
    let ahead = runs.previous(node)
    // What is kept begins behind the first and ends before the last job taken out.
    let keptFrom = kept == 0 ? takenOut : 1 + random.below(takenOut - 1)
    for position in 0..<(takenOut + kept) {
      // A job taken out, as part of a block, still knows which one was behind it.
      let following = runs.nextJob(node)
      let isTakenOut = position < keptFrom || position >= keptFrom + kept
      if isTakenOut, runs.isMovable(node) { removed.append(runs.removeBlock(of: node)) }
      node = following
    }
    if runs.flat.hasPlainPlaces {
      runs.settle(run, after: ahead, before: node)
    } else {
      runs.dropUselessReloads(of: run)
      runs.settle(run)
    }
  }

  /// Draws from how many runs a step takes a string, and how long one may be.
  @inline(__always)
  func drawStrings(
    averageStops: Double, using random: inout SplitMix64
  ) -> (count: Int, longest: Double) {
    let longest = min(Double(longestString), averageStops)
    let mostStrings = 4 * averageRemoved / (1 + longest) - 1
    return (Int(1 + random.fraction() * mostStrings), longest)
  }

  /// Draws how many jobs a string takes out of a run of so many stops.
  @inline(__always)
  func drawLength(of stops: Int, longest: Double, using random: inout SplitMix64) -> Int {
    min(stops, Int(1 + random.fraction() * min(Double(stops), longest)))
  }

  /// Draws how many jobs in the middle of a string of `length` stay where they are.
  func drawKept(inside length: Int, of stops: Int, using random: inout SplitMix64) -> Int {
    guard length > 1, length < stops, random.fraction() < splitChance else { return 0 }
    var kept = 1
    while length + kept < stops, random.fraction() < keepChance { kept += 1 }
    return kept
  }

  /// Draws where a string of `length` jobs that holds `job` begins.
  @inline(__always)
  private func firstNode(
    of length: Int, holding job: Int, in runs: borrowing Runs, _ random: inout SplitMix64
  ) -> Int {
    var ahead = 0
    var first = job
    while ahead < length - 1, runs.flat.isJob(runs.previousJob(first)) {
      first = runs.previousJob(first)
      ahead += 1
    }
    var behind = 0
    var last = job
    while behind < length - 1, runs.flat.isJob(runs.nextJob(last)) {
      last = runs.nextJob(last)
      behind += 1
    }
    let least = max(0, length - 1 - behind)
    let offset = least + random.below(ahead - least + 1)
    for _ in 0..<(ahead - offset) { first = runs.nextJob(first) }
    return first
  }
}
