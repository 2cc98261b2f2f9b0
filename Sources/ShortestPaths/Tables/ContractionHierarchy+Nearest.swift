/// One of the places nearest to another.
public struct Neighbour: Hashable, Sendable {
  /// The index of the target.
  public let target: Int32
  public let milliseconds: Int32
}

extension ContractionHierarchy {
  /// Returns for each source the `count` targets that take least time to reach, nearest first,
  /// equal times by the smaller index; fewer where fewer can be reached.
  ///
  /// A place that is a source and a target is its own neighbour. The answer does not depend on
  /// `threads`.
  ///
  /// - Precondition: The seeds are nodes of the graph with times that are not negative.
  /// - Complexity: One upward search per source and per target.
  public func nearest(
    _ count: Int, of targets: [[Seed]], from sources: [[Seed]], threads: Int = 1
  ) -> [[Neighbour]] {
    precondition(count >= 0, "cannot list \(count) neighbours")
    let buckets = NearestBuckets(self, of: targets, keeping: count)
    var neighbours = [[Neighbour]](repeating: [], count: sources.count)
    unsafe neighbours.withUnsafeMutableBufferPointer { memory in
      let lists = unsafe SharedCells(memory)
      perform(
        sources.count, threads: threads,
        workspace: { NearestSearch(self, targetCount: targets.count) }
      ) { index, search in
        lists[index] = search.neighbours(of: sources[index], in: self, buckets, count: count)
      }
    }
    return neighbours
  }
}

/// What a neighbour is sorted by: its time in the upper half, the target in the lower.
private typealias NeighbourKey = UInt64

/// For each rank the targets nearest to it among those below it.
///
/// Source: Knopp, Sanders, Schultes, Schulz, Wagner, "Computing Many-to-Many Shortest Paths Using
/// Highway Hierarchies", 2007.
private struct NearestBuckets: Sendable {
  /// Shape: `nodes + 1`; the entries of each rank.
  let first: FlatArray<Int32>
  /// Each rank's in rising order.
  let entries: FlatArray<NeighbourKey>

  /// - Parameter count: How many are kept per rank; no source has use for more.
  init(_ hierarchy: ContractionHierarchy, of targets: [[Seed]], keeping count: Int) {
    var search = UpwardSearch(nodeCount: hierarchy.nodeCount)
    var met: [(rank: Int32, entry: NeighbourKey)] = []
    var sizes = [Int](repeating: 0, count: hierarchy.nodeCount)
    for (target, seeds) in targets.enumerated() {
      search.begin(at: seeds, in: hierarchy)
      while search.smallestTime < PathTime.never {
        guard let (rank, time) = search.settle(.backward, in: hierarchy) else { continue }
        met.append((Int32(rank), NeighbourKey(time) << 32 | NeighbourKey(target)))
        sizes[rank] += 1
      }
    }
    var starts: [Int] = [0]
    for size in sizes { starts.append(starts[starts.count - 1] + size) }
    var sorted = [NeighbourKey](repeating: 0, count: met.count)
    var next = starts
    for (rank, entry) in met {
      sorted[next[Int(rank)]] = entry
      next[Int(rank)] += 1
    }
    var first: [Int32] = [0]
    var entries: [NeighbourKey] = []
    for rank in 0..<hierarchy.nodeCount {
      entries += sorted[starts[rank]..<starts[rank + 1]].sorted().prefix(count)
      first.append(Int32(entries.count))
    }
    self.first = FlatArray(first)
    self.entries = FlatArray(entries)
  }
}

/// The memory with which one thread looks for neighbours.
private struct NearestSearch: ~Copyable {
  private var search: UpwardSearch
  /// Per target the least time found, ``PathTime/never`` before.
  private let times: Cells<UInt32>
  /// Targets by the times they were found with, those since bettered among them.
  private var found = Cells<NeighbourKey>()
  private var touched = Cells<Int32>()

  init(_ hierarchy: ContractionHierarchy, targetCount: Int) {
    search = UpwardSearch(nodeCount: hierarchy.nodeCount)
    times = Cells(repeating: PathTime.never, count: targetCount)
  }

  mutating func neighbours(
    of source: [Seed], in hierarchy: ContractionHierarchy, _ buckets: NearestBuckets, count: Int
  ) -> [Neighbour] {
    found.removeAll()
    while !touched.isEmpty { times[Int(touched.removeLast())] = PathTime.never }
    // Whatever comes is worth having until there are enough; then only what is nearer than the last.
    var bound = NeighbourKey(PathTime.never) << 32
    search.begin(at: source, in: hierarchy)
    while NeighbourKey(search.smallestTime) << 32 < bound {
      guard let (rank, time) = search.settle(.forward, in: hierarchy) else { continue }
      for index in Int(buckets.first[rank])..<Int(buckets.first[rank + 1]) {
        let key = NeighbourKey(time) << 32 &+ buckets.entries[index]
        guard key < bound else { break }
        offer(key)
      }
      if found.count > 4 * count { bound = keepBest(count, bound) }
    }
    _ = keepBest(count, bound)
    return (0..<found.count).map {
      Neighbour(
        target: Int32(truncatingIfNeeded: found[$0] & 0xFFFF_FFFF),
        milliseconds: Int32(truncatingIfNeeded: found[$0] >> 32))
    }
  }

  @inline(__always)
  private mutating func offer(_ key: NeighbourKey) {
    let target = Int(key & 0xFFFF_FFFF)
    let time = UInt32(truncatingIfNeeded: key >> 32)
    let known = times[target]
    guard time < known else { return }
    if known == PathTime.never { touched.append(Int32(truncatingIfNeeded: target)) }
    times[target] = time
    found.append(key)
  }

  /// Drops all but the best `count` targets and returns the bound for those to come.
  private mutating func keepBest(_ count: Int, _ bound: NeighbourKey) -> NeighbourKey {
    var best = (0..<found.count).map { found[$0] }.filter {
      times[Int($0 & 0xFFFF_FFFF)] == UInt32(truncatingIfNeeded: $0 >> 32)
    }
    best.sort()
    found.removeAll()
    for key in best.prefix(count) { found.append(key) }
    return best.count < count || count == 0 ? bound : best[count - 1]
  }
}
