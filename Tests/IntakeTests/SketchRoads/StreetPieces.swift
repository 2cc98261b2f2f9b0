import Geometry
import Intake
import OpenStreetMap

/// The straight pieces of all streets, compared one by one: the slow truth about crossings.
struct StreetPieces {
  private struct Piece {
    let start: Int64
    let end: Int64
    let from: SIMD2<Int>
    let to: SIMD2<Int>
    let isBridge: Bool
    let isStreet: Bool

    func isLeft(_ place: SIMD2<Int>) -> Int {
      let along = to &- from
      let other = place &- from
      return (along.x * other.y - along.y * other.x).signum()
    }

    /// Whether the two touch anywhere but in a node they share, or lie on each other.
    func meets(_ other: Piece) -> Bool {
      let common = [start, end].filter { $0 == other.start || $0 == other.end }
      if let node = common.first {
        let here = start == node ? to &- from : from &- to
        let there = other.start == node ? other.to &- other.from : other.from &- other.to
        let isParallel = here.x * there.y == here.y * there.x
        return common.count > 1 || isParallel && here.x * there.x + here.y * there.y > 0
      }
      return isLeft(other.from) * isLeft(other.to) <= 0
        && other.isLeft(from) * other.isLeft(to) <= 0
    }
  }

  /// From west to east.
  private let pieces: [Piece]

  init(_ roads: SketchRoads) {
    var pieces: [Piece] = []
    for way in roads.ways {
      for (start, end) in zip(way.nodes, way.nodes.dropFirst()) {
        let (from, to) = (roads.nodes[Int(start) - 1], roads.nodes[Int(end) - 1])
        pieces.append(
          Piece(
            start: start, end: end,
            from: SIMD2(Int(from.longitudeE7), Int(from.latitudeE7)),
            to: SIMD2(Int(to.longitudeE7), Int(to.latitudeE7)),
            isBridge: way.tags["bridge"] == "yes", isStreet: way.tags["highway"] != nil))
      }
    }
    self.pieces = pieces.sorted { min($0.from.x, $0.to.x) < min($1.from.x, $1.to.x) }
  }

  /// Pairs of nodes at the starts of pieces that touch without a common node or a bridge.
  func unmarkedMeetings() -> [[Int64]] {
    var found: [[Int64]] = []
    for (index, piece) in pieces.enumerated() {
      let (east, south) = (max(piece.from.x, piece.to.x), min(piece.from.y, piece.to.y))
      let north = max(piece.from.y, piece.to.y)
      for other in pieces[(index + 1)...] {
        guard min(other.from.x, other.to.x) <= east else { break }
        guard max(other.from.y, other.to.y) >= south, min(other.from.y, other.to.y) <= north,
          !piece.isBridge, !other.isBridge, piece.meets(other)
        else { continue }
        found.append([piece.start, other.start])
      }
    }
    return found
  }

  /// The distance from `place` to the nearest street.
  func metres(to place: Coordinate) -> Double {
    let metresPerUnit = Double.pi / 180 * 1e-7 * LocalProjection.earthRadiusMetres
    let here = SIMD2(Double(place.longitudeE7), Double(place.latitudeE7))
    let nearest = pieces.lazy.filter(\.isStreet).map { piece in
      let from = SIMD2(Double(piece.from.x), Double(piece.from.y))
      let along = SIMD2(Double(piece.to.x), Double(piece.to.y)) - from
      let offset = here - from
      let share = min(1, max(0, (offset * along).sum() / (along * along).sum()))
      let rest = offset - along * share
      return (rest * rest).sum().squareRoot() * metresPerUnit
    }
    return nearest.min() ?? .infinity
  }
}

/// Where motorcycles get to.
struct MotorcycleRides {
  private var onward: [Int64: [Int64]] = [:]
  private var backward: [Int64: [Int64]] = [:]

  init(_ roads: SketchRoads) {
    for way in roads.ways where way.tags["highway"] != nil && way.tags["motorcycle"] != "no" {
      let isOneWay = way.tags["oneway"] == "yes"
      for (start, end) in zip(way.nodes, way.nodes.dropFirst()) {
        onward[start, default: []].append(end)
        backward[end, default: []].append(start)
        if isOneWay { continue }
        onward[end, default: []].append(start)
        backward[start, default: []].append(end)
      }
    }
  }

  var nodes: [Int64] { Set(onward.keys).union(backward.keys).sorted() }

  func reached(from node: Int64) -> Set<Int64> { spread(from: node, onward) }

  func reaching(_ node: Int64) -> Set<Int64> { spread(from: node, backward) }

  private func spread(from node: Int64, _ ways: [Int64: [Int64]]) -> Set<Int64> {
    var seen: Set = [node]
    var waiting = [node]
    while let here = waiting.popLast() {
      for next in ways[here] ?? [] where seen.insert(next).inserted { waiting.append(next) }
    }
    return seen
  }
}
