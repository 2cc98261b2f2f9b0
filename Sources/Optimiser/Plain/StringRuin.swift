/// The ruin: takes strings of consecutive jobs out of runs that lie next to each other.
///
/// Source: Christiaens, Vanden Berghe, "Slack Induction by String Removals for Vehicle Routing
/// Problems", Transportation Science 54(2), 2020, section 5.2.
struct StringRuin {
  /// The jobs removed on average [c̄].
  let averageRemoved: Double
  /// The most jobs of one string [Lᵐᵃˣ].
  let longestString: Int
  /// The chance that a string is split, keeping jobs in its middle [α].
  let splitChance = 0.5
  /// The chance that one more job in the middle is kept [β].
  let keepChance = 0.01

  /// Takes out strings around `seed` and appends their jobs to `removed`.
  func ruin(
    _ rings: inout Rings, around seed: Int, near: borrowing NearLists, removed: inout [Int],
    using random: inout SplitMix64
  ) {
    let used = rings.runCount - rings.emptyRuns.count
    guard used > 0 else { return }
    let averageStops = Double(rings.jobCount - rings.leftOut.count) / Double(used)
    let longest = min(Double(longestString), averageStops)
    let mostStrings = 4 * averageRemoved / (1 + longest) - 1
    var stringsLeft = Int(1 + random.fraction() * mostStrings)
    ruinString(&rings, holding: seed, longest, &stringsLeft, &removed, &random)
    for index in near.range(of: seed) where stringsLeft > 0 {
      ruinString(&rings, holding: near.job(at: index), longest, &stringsLeft, &removed, &random)
    }
  }

  /// Takes one string out of the run of `job`, unless that run has lost one already.
  private func ruinString(
    _ rings: inout Rings, holding job: Int, _ longest: Double, _ stringsLeft: inout Int,
    _ removed: inout [Int], _ random: inout SplitMix64
  ) {
    let run = rings.run(of: job)
    guard run >= 0, !rings.touched.contains(run) else { return }
    stringsLeft -= 1
    let stops = rings.stopCount[run]
    let takenOut = min(stops, Int(1 + random.fraction() * min(Double(stops), longest)))
    let kept = keptInside(takenOut, of: stops, &random)
    var node = firstNode(of: takenOut + kept, holding: job, in: rings, &random)
    // What is kept begins behind the first and ends before the last job taken out.
    let keptFrom = kept == 0 ? takenOut : 1 + random.below(takenOut - 1)
    for position in 0..<(takenOut + kept) {
      let following = rings.next(node)
      if position < keptFrom || position >= keptFrom + kept {
        rings.remove(node)
        removed.append(node)
      }
      node = following
    }
  }

  /// Draws how many jobs in the middle of a string of `length` stay where they are.
  private func keptInside(_ length: Int, of stops: Int, _ random: inout SplitMix64) -> Int {
    guard length > 1, length < stops, random.fraction() < splitChance else { return 0 }
    var kept = 1
    while length + kept < stops, random.fraction() < keepChance { kept += 1 }
    return kept
  }

  /// Draws where a string of `length` jobs that holds `job` begins.
  private func firstNode(
    of length: Int, holding job: Int, in rings: borrowing Rings, _ random: inout SplitMix64
  ) -> Int {
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
}
