/// How good a plan is: ``Objective`` in a form the loop can refill without allocation.
struct Standing: ~Copyable {
  private(set) var cost: Int
  private var leftOutWeight: Column<Int64>

  init(_ runs: borrowing Runs) {
    cost = 0
    leftOutWeight = Column(repeating: 0, count: runs.flat.tierCount)
    record(runs)
  }

  /// Takes over where `runs` stand now.
  mutating func record(_ runs: borrowing Runs) {
    cost = runs.totalCost
    for tier in 0..<leftOutWeight.count { leftOutWeight[tier] = runs.leftOutWeight[tier] }
  }

  /// Returns by how much more is left out in the first tier that differs; negative if less.
  func firstLoss(against other: borrowing Standing) -> Int {
    for tier in 0..<leftOutWeight.count where leftOutWeight[tier] != other.leftOutWeight[tier] {
      return leftOutWeight[tier] - other.leftOutWeight[tier]
    }
    return 0
  }

  func isBetter(than other: borrowing Standing) -> Bool {
    let lost = firstLoss(against: other)
    return lost < 0 || (lost == 0 && cost < other.cost)
  }

  var objective: Objective {
    var weights: [Int64] = []
    for tier in 0..<leftOutWeight.count { weights.append(Int64(leftOutWeight[tier])) }
    return Objective(unservedByTier: weights, cost: Int64(cost))
  }
}
