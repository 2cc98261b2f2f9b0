/// A turn restriction in terms of directed segments, `segment * 2`, plus 1 for backward.
struct ResolvedRestriction {
  let isOnly: Bool
  let from: [Int32]
  /// Driven in this order between `from` and `to`; none where they meet in a node.
  let via: [Int32]
  let to: [Int32]
}

/// Finds the segments that turn restrictions speak of.
struct RestrictionResolver {
  /// Loops can be driven either way, so that the paths to try double with every one.
  private static let mostViaWays = 10

  private let table: SegmentTable
  private let wayNumbers: [Int64: Int32]

  /// - Parameter wayNumbers: The ways that restrictions name.
  init(_ table: SegmentTable, wayNumbers: [Int64: Int32]) {
    self.table = table
    self.wayNumbers = wayNumbers
  }

  enum Resolution {
    case restrictions([ResolvedRestriction])
    case ignored(RestrictionFault)
  }

  /// - Parameter junction: The graph node of the restriction's via node.
  func resolve(_ restriction: TurnRestriction, junction: Int32?) -> Resolution {
    if restriction.viaWays.isEmpty {
      guard let junction else { return .ignored(.notInNetwork) }
      return resolve(restriction, from: junction, to: junction, via: [])
    }
    guard restriction.viaWays.count <= Self.mostViaWays else { return .ignored(.ambiguous) }
    for path in viaPaths(restriction.viaWays) {
      guard let first = path.first, let last = path.last else { continue }
      let resolution = resolve(restriction, from: tail(first), to: head(last), via: path)
      if case .restrictions = resolution { return resolution }
    }
    return .ignored(.notInNetwork)
  }

  func head(_ arc: Int32) -> Int32 {
    arc & 1 == 0 ? table.toNode[Int(arc >> 1)] : table.fromNode[Int(arc >> 1)]
  }

  func tail(_ arc: Int32) -> Int32 { head(arc ^ 1) }

  private func resolve(
    _ restriction: TurnRestriction, from start: Int32, to end: Int32, via: [Int32]
  ) -> Resolution {
    let from = restriction.from.map { way in arcs(of: way).filter { head($0) == start } }
    let to = restriction.to.map { way in arcs(of: way).filter { tail($0) == end } }
    let allFrom = from.flatMap(\.self)
    let allTo = to.flatMap(\.self)
    guard !allFrom.isEmpty, !allTo.isEmpty else { return .ignored(.notInNetwork) }
    if restriction.isUTurn, restriction.from == restriction.to, via.isEmpty {
      return .restrictions(
        allFrom.filter { allTo.contains($0 ^ 1) }.map { arc in
          ResolvedRestriction(isOnly: false, from: [arc], via: [], to: [arc ^ 1])
        })
    }
    // A way that runs through the place could be meant in either direction.
    guard from.allSatisfy({ $0.count <= 1 }), to.allSatisfy({ $0.count <= 1 }) else {
      return .ignored(.ambiguous)
    }
    return .restrictions([
      ResolvedRestriction(isOnly: restriction.isOnly, from: allFrom, via: via, to: allTo)
    ])
  }

  /// The open directed segments of a way.
  private func arcs(of way: Int64) -> [Int32] {
    guard let number = wayNumbers[way] else { return [] }
    return table.segments(of: number).flatMap { segment -> [Int32] in
      var arcs: [Int32] = []
      if table.forwardMilliseconds[segment] != SegmentTable.closed {
        arcs.append(Int32(segment) * 2)
      }
      if table.backwardMilliseconds[segment] != SegmentTable.closed {
        arcs.append(Int32(segment) * 2 + 1)
      }
      return arcs
    }
  }

  /// The open paths that drive every via way from end to end, one after the other.
  private func viaPaths(_ ways: [Int64]) -> [[Int32]] {
    var paths: [[Int32]] = [[]]
    for way in ways {
      paths = paths.flatMap { path in
        directedRuns(of: way).compactMap { run in
          guard let last = path.last, let first = run.first else { return run.isEmpty ? nil : run }
          return head(last) == tail(first) ? path + run : nil
        }
      }
    }
    return paths
  }

  /// The way driven forward and backward, where it is in one piece and open.
  private func directedRuns(of way: Int64) -> [[Int32]] {
    guard let number = wayNumbers[way] else { return [] }
    let segments = table.segments(of: number)
    let forward = segments.map { Int32($0) * 2 }
    let isWhole = zip(forward, forward.dropFirst()).allSatisfy { head($0) == tail($1) }
    guard isWhole, !forward.isEmpty else { return [] }
    var runs: [[Int32]] = []
    if segments.allSatisfy({ table.forwardMilliseconds[$0] != SegmentTable.closed }) {
      runs.append(forward)
    }
    if segments.allSatisfy({ table.backwardMilliseconds[$0] != SegmentTable.closed }) {
      runs.append(forward.reversed().map { $0 ^ 1 })
    }
    return runs
  }
}
