import Domain
import Geometry

/// Disjoint sets of cards by door, which refuse to join houses measured far from each other.
///
/// Invariant: every measured member of a set lies within the radius of the set's anchor, the first
/// measured house in it.
///
/// Source: Galler, Fischer, "An improved equivalence algorithm", 1964; path halving.
struct DoorUnion {
  private var parents: [Int]
  /// The different measured places of a set, at its root; the first is the anchor.
  private var houses: [[Coordinate]]
  private let radius: Metres

  /// One set per location.
  init(_ locations: [Location], radius: Metres) {
    parents = Array(locations.indices)
    houses = locations.map { $0.source == .house ? [$0.coordinate] : [] }
    self.radius = radius
  }

  /// Joins those of `members` that can be one door: the measured ones first, so that a member
  /// nobody measured goes to the first house of its group.
  mutating func gather(_ members: [Int]) {
    let measured = members.filter { !houses[root(of: $0)].isEmpty }
    let others = members.filter { houses[root(of: $0)].isEmpty }
    var heads: [Int] = []
    for member in measured + others where !heads.contains(where: { join($0, member) }) {
      heads.append(member)
    }
  }

  /// Members of every set, ascending, in order of their first.
  mutating func groups() -> [[Int]] {
    var places: [Int: Int] = [:]
    var groups: [[Int]] = []
    for member in parents.indices {
      let root = root(of: member)
      if let place = places[root] {
        groups[place].append(member)
      } else {
        places[root] = groups.count
        groups.append([member])
      }
    }
    return groups
  }

  /// Makes one set of two; returns whether they are one now.
  private mutating func join(_ left: Int, _ right: Int) -> Bool {
    let first = min(root(of: left), root(of: right))
    let second = max(root(of: left), root(of: right))
    guard first != second else { return true }
    let joined = houses[first] + houses[second].filter { !houses[first].contains($0) }
    if let anchor = joined.first {
      guard joined.allSatisfy({ anchor.distance(to: $0) <= radius }) else { return false }
    }
    parents[second] = first
    houses[first] = joined
    houses[second] = []
    return true
  }

  private mutating func root(of member: Int) -> Int {
    var node = member
    while parents[node] != node {
      parents[node] = parents[parents[node]]
      node = parents[node]
    }
    return node
  }
}
