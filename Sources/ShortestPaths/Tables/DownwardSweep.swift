/// The part of a ``ContractionHierarchy`` that leads down to some targets, swept from top to
/// bottom for several sources at once.
///
/// Source: Delling, Goldberg, Werneck, "Faster Batched Shortest Paths in Road Networks", 2011.
struct DownwardSweep: Sendable {
  /// How many sources are swept at once.
  static let laneCount = 16

  /// Per rank its row, -1 where no way leads down to a target.
  let row: FlatArray<Int32>
  /// The number of ranks that lead to targets.
  let rowCount: Int
  /// Shape: `rowCount + 1`; the arcs that fall to a row from rows before it.
  private let first: FlatArray<Int32>
  /// For each arc the row above and its milliseconds, in turn.
  private let arcs: FlatArray<Int32>

  /// - Parameter ranks: The ranks of the targets.
  init(_ hierarchy: ContractionHierarchy, to ranks: [Int]) {
    var order = SweepOrder(nodeCount: hierarchy.nodeCount)
    for rank in ranks { order.append(rank, in: hierarchy) }
    var first: [Int32] = [0]
    var arcs: [Int32] = []
    for rank in order.ranks {
      for arc in hierarchy.falling(to: rank) {
        arcs += [order.row[hierarchy.higher(arc)], Int32(hierarchy.time(of: arc))]
      }
      first.append(Int32(arcs.count / 2))
    }
    rowCount = order.ranks.count
    row = FlatArray(order.row)
    self.first = FlatArray(first)
    self.arcs = FlatArray(arcs)
  }

  /// Finishes the times of all rows, from the top down.
  ///
  /// - Parameter times: Shape: `rowCount`; per row a time for each source. What the upward searches
  ///   of the sources found, ``SweepTime/never`` elsewhere.
  func run(_ times: borrowing Cells<SIMD16<Int32>>) {
    for row in 0..<rowCount {
      var best = times[row]
      for arc in Int(first[row])..<Int(first[row + 1]) {
        let through = times[Int(arcs[2 &* arc])] &+ arcs[2 &* arc &+ 1]
        best.replace(with: through, where: through .< best)
      }
      times[row] = best
    }
  }
}

/// Ranks so ordered that every one comes after those above it, and mostly soon after, which keeps
/// what a sweep reads near to what it has just written.
private struct SweepOrder {
  /// Per rank its place in the order, -1 outside.
  private(set) var row: [Int32]
  private(set) var ranks: [Int] = []

  init(nodeCount: Int) { row = [Int32](repeating: -1, count: nodeCount) }

  /// Adds `rank` after all ranks from which arcs fall to it.
  mutating func append(_ rank: Int, in hierarchy: ContractionHierarchy) {
    guard row[rank] < 0 else { return }
    var path = [(rank: rank, arcs: hierarchy.falling(to: rank))]
    while let last = path.indices.last {
      if let arc = path[last].arcs.popFirst() {
        let above = hierarchy.higher(arc)
        if row[above] < 0 { path.append((above, hierarchy.falling(to: above))) }
      } else {
        row[path[last].rank] = Int32(ranks.count)
        ranks.append(path[last].rank)
        path.removeLast()
      }
    }
  }
}

/// Times of paths as a sweep holds them: 2³¹ less, so that sums stay in range and compare as
/// signed numbers, which every processor does for several at once.
enum SweepTime {
  static let never = stored(PathTime.never)

  @inline(__always)
  static func stored(_ time: UInt32) -> Int32 {
    Int32(truncatingIfNeeded: time ^ 0x8000_0000)
  }

  @inline(__always)
  static func time(_ stored: Int32) -> UInt32 {
    UInt32(truncatingIfNeeded: stored) ^ 0x8000_0000
  }
}
