/// The labels of all ranks above some places, and from them those of the places.
///
/// Every rank's label is made of the labels of the ranks above it, so the work goes from the
/// highest down.
struct NodeLabels: ~Copyable {
  private var outgoing: LabelSide
  private var incoming: LabelSide
  private var maker: LabelMaker

  /// Labels the ranks above `places`.
  init(_ hierarchy: ContractionHierarchy, above places: [Seed]) {
    let count = hierarchy.nodeCount
    outgoing = LabelSide(count: count)
    incoming = LabelSide(count: count)
    maker = LabelMaker(hubCount: count)
    for rank in Self.ranks(of: hierarchy, above: places).reversed() {
      maker.offer(rank, in: 0)
      for arc in hierarchy.rising(from: rank) {
        maker.offer(outgoing, hierarchy.higher(arc), after: hierarchy.time(of: arc))
      }
      maker.finish(rank, in: &outgoing, against: incoming)
      maker.offer(rank, in: 0)
      for arc in hierarchy.falling(to: rank) {
        maker.offer(incoming, hierarchy.higher(arc), after: hierarchy.time(of: arc))
      }
      maker.finish(rank, in: &incoming, against: outgoing)
    }
  }

  /// The labels of places from which paths begin.
  mutating func labels(ofDepartures places: [[Seed]], in hierarchy: ContractionHierarchy)
    -> LabelLists
  {
    var side = LabelSide(count: places.count)
    for (place, seeds) in places.enumerated() {
      for seed in seeds {
        maker.offer(
          outgoing, Int(hierarchy.rank[Int(seed.node)]), after: UInt32(seed.milliseconds))
      }
      maker.finish(place, in: &side, against: incoming)
    }
    return side.lists
  }

  /// The labels of places at which paths end.
  mutating func labels(ofArrivals places: [[Seed]], in hierarchy: ContractionHierarchy)
    -> LabelLists
  {
    var side = LabelSide(count: places.count)
    for (place, seeds) in places.enumerated() {
      for seed in seeds {
        maker.offer(
          incoming, Int(hierarchy.rank[Int(seed.node)]), after: UInt32(seed.milliseconds))
      }
      maker.finish(place, in: &side, against: outgoing)
    }
    return side.lists
  }

  /// The ranks to which ways from or to `places` rise, in rising order.
  private static func ranks(
    of hierarchy: ContractionHierarchy, above places: [Seed]
  ) -> [Int] {
    var isAbove = [Bool](repeating: false, count: hierarchy.nodeCount)
    for seed in places {
      _ = seed.checkedTime(nodeCount: hierarchy.nodeCount)
      isAbove[Int(hierarchy.rank[Int(seed.node)])] = true
    }
    // Arcs lead to higher ranks only, so one pass finds all.
    for rank in isAbove.indices where isAbove[rank] {
      for arc in hierarchy.rising(from: rank) { isAbove[hierarchy.higher(arc)] = true }
      for arc in hierarchy.falling(to: rank) { isAbove[hierarchy.higher(arc)] = true }
    }
    return isAbove.indices.filter { isAbove[$0] }
  }
}

/// The labels of one direction, from ranks or places to hubs or the other way round.
struct LabelSide: ~Copyable {
  private let starts: Cells<Int>
  private let counts: Cells<Int32>
  private var hubs = Cells<Int32>()
  private var times = Cells<UInt32>()

  /// Creates `count` labels without hubs.
  init(count: Int) {
    starts = Cells(repeating: 0, count: count)
    counts = Cells(repeating: 0, count: count)
  }

  @inline(__always)
  func entries(of index: Int) -> Range<Int> {
    let start = starts[index]
    return start..<start &+ Int(counts[index])
  }

  @inline(__always)
  func hub(_ entry: Int) -> Int { Int(hubs[entry]) }

  @inline(__always)
  func time(_ entry: Int) -> UInt32 { times[entry] }

  /// Begins the label of `index`.
  func begin(_ index: Int) { starts[index] = hubs.count }

  /// Adds to the label that was begun last.
  mutating func append(_ hub: Int32, time: UInt32, to index: Int) {
    hubs.append(hub)
    times.append(time)
    counts[index] += 1
  }

  /// The labels, one after the other as they were made.
  var lists: LabelLists {
    LabelLists(
      first: FlatArray((0..<starts.count).map { Int32(starts[$0]) } + [Int32(hubs.count)]),
      hubs: FlatArray((0..<hubs.count).map { hubs[$0] }),
      milliseconds: FlatArray((0..<times.count).map { Int32(times[$0]) }))
  }
}

/// The label that is being made.
struct LabelMaker: ~Copyable {
  /// Per hub the time offered, ``PathTime/never`` elsewhere.
  private let times: Cells<UInt32>
  private var hubs = Cells<Int32>()

  init(hubCount: Int) { times = Cells(repeating: PathTime.never, count: hubCount) }

  @inline(__always)
  mutating func offer(_ hub: Int, in time: UInt32) {
    let known = times[hub]
    guard time < known else { return }
    if known == PathTime.never { hubs.append(Int32(truncatingIfNeeded: hub)) }
    times[hub] = time
  }

  /// Offers the hubs of the label of `rank`, which is `time` away.
  mutating func offer(_ side: borrowing LabelSide, _ rank: Int, after time: UInt32) {
    for entry in side.entries(of: rank) { offer(side.hub(entry), in: time &+ side.time(entry)) }
  }

  /// Adds the label to `side` and forgets it.
  ///
  /// A hub stays out if a path through a higher hub is as quick, so that each label is as small as
  /// the order of contraction allows.
  mutating func finish(
    _ index: Int, in side: inout LabelSide, against other: borrowing LabelSide
  ) {
    hubs.sort()
    side.begin(index)
    for position in 0..<hubs.count where !hasDetour(to: Int(hubs[position]), other) {
      side.append(hubs[position], time: times[Int(hubs[position])], to: index)
    }
    while !hubs.isEmpty { times[Int(hubs.removeLast())] = PathTime.never }
  }

  @inline(__always)
  private func hasDetour(to hub: Int, _ other: borrowing LabelSide) -> Bool {
    let direct = times[hub]
    for entry in other.entries(of: hub) where other.hub(entry) != hub {
      if times[other.hub(entry)] &+ other.time(entry) <= direct { return true }
    }
    return false
  }
}
