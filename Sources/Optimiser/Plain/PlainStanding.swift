/// How good the plan of a ``PlainProblem`` is: first what it leaves out, then what it costs.
struct PlainStanding: Comparable, Sendable {
  var leftOutWeight = 0
  var cost = 0

  var objective: Objective {
    Objective(unservedByTier: [Int64(leftOutWeight)], cost: Int64(cost))
  }

  static func < (one: PlainStanding, other: PlainStanding) -> Bool {
    (one.leftOutWeight, one.cost) < (other.leftOutWeight, other.cost)
  }

  static func + (one: PlainStanding, other: PlainStanding) -> PlainStanding {
    PlainStanding(
      leftOutWeight: one.leftOutWeight + other.leftOutWeight, cost: one.cost + other.cost)
  }
}
