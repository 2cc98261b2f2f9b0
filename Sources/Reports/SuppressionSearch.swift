/// Finds which cells to withhold so that no small one can be computed.
///
/// A table whose lines all add up can be changed only along closed ways that alternate between rows
/// and columns: one up here, one down in the same row, one up in that column, and so on back. Each
/// cell is a step between its row and its column, one way for up and the other for down; a total
/// counts with the opposite sign. A hidden cell is safe when such a way leads through it and every
/// step stays within what the table lets a reader believe.
///
/// Shape: `cells[row][column]`, the last row and the last column being totals.
struct SuppressionSearch {
  private(set) var cells: [[SuppressedTable.Cell]]
  private let counts: [[Int]]

  /// One step of a way: a cell that grows or shrinks by one.
  private struct Step {
    let row: Int
    let column: Int
    let isUp: Bool
  }

  init(counts: [[Int]]) {
    self.counts = counts
    cells = counts.map { row in
      row.map { (1..<SuppressedTable.threshold).contains($0) ? .small : .shown($0) }
    }
  }

  /// Withholds cells until every hidden one is safe.
  ///
  /// What is safe stays safe: withholding more lets a reader believe more. The cells of a way are
  /// made safe by that way, so only small cells need one of their own.
  mutating func hideAll() {
    for row in counts.indices {
      for column in counts[row].indices where cells[row][column] == .small {
        for step in cheapestWay(through: row, column) { hide(step) }
      }
    }
  }

  private mutating func hide(_ step: Step) {
    if price(of: step) ?? 0 > 0 { cells[step.row][step.column] = .withheld }
  }

  /// What it costs to let a cell change; nothing where it cannot.
  ///
  /// Hidden cells are free within their bounds. Large counts and totals are dear, because they tell
  /// most; dearest is to withhold a small cell, whose `<5` is worth more than a blank.
  private func price(of step: Step) -> Int? {
    let count = counts[step.row][step.column]
    guard step.isUp || count > 0 else { return nil }
    switch cells[step.row][step.column] {
    case .withheld: return 0
    case .small:
      let changed = count + (step.isUp ? 1 : -1)
      return (1..<SuppressedTable.threshold).contains(changed) ? 0 : 1_000_000
    case .shown(0): return 100_000
    case .shown: return 10 + min(count, 1000) + totalPrice(step)
    }
  }

  private func totalPrice(_ step: Step) -> Int {
    let isRowTotal = step.column == counts[step.row].count - 1
    let isColumnTotal = step.row == counts.count - 1
    return (isRowTotal ? 2000 : 0) + (isColumnTotal ? 4000 : 0)
  }

  /// The cheaper of the ways through a cell that make it grow or shrink; growing on a tie.
  private func cheapestWay(through row: Int, _ column: Int) -> [Step] {
    var best: (price: Int, steps: [Step])?
    for isUp in [true, false] where best?.price != 0 {
      let first = Step(row: row, column: column, isUp: isUp)
      guard let price = price(of: first), let rest = way(closing: first) else { continue }
      let whole = price + rest.price
      if whole < best?.price ?? .max { best = (whole, [first] + rest.steps) }
    }
    return best?.steps ?? []
  }

  /// Whether a step leads from its row to its column, or the other way.
  private func leadsToColumn(_ step: Step) -> Bool {
    let isMirrored = (step.row == counts.count - 1) != (step.column == counts[step.row].count - 1)
    return step.isUp != isMirrored
  }

  /// The cheapest steps from the end of `first` back to its start, without its own cell (Dijkstra).
  ///
  /// Nodes are the rows, then the columns.
  private func way(closing first: Step) -> (price: Int, steps: [Step])? {
    let rowCount = counts.count
    let nodeCount = rowCount + (counts.first?.count ?? 0)
    let ends = [first.row, rowCount + first.column]
    let (start, goal) = leadsToColumn(first) ? (ends[1], ends[0]) : (ends[0], ends[1])
    var prices = Array(repeating: Int.max, count: nodeCount)
    var arrivals = [Step?](repeating: nil, count: nodeCount)
    var isDone = Array(repeating: false, count: nodeCount)
    prices[start] = 0
    while let node = Self.cheapest(of: prices, without: isDone), node != goal {
      isDone[node] = true
      for (next, step) in steps(from: node)
      where !(step.row == first.row && step.column == first.column) {
        guard let price = price(of: step), prices[node] + price < prices[next] else { continue }
        prices[next] = prices[node] + price
        arrivals[next] = step
      }
    }
    guard prices[goal] < .max else { return nil }
    var steps: [Step] = []
    var node = goal
    while node != start, let step = arrivals[node] {
      steps.append(step)
      node = node < rowCount ? rowCount + step.column : step.row
    }
    return (prices[goal], steps)
  }

  /// The cheapest node that was reached and is not done; the first on a tie.
  private static func cheapest(of prices: [Int], without isDone: [Bool]) -> Int? {
    var best: Int?
    var bestPrice = Int.max
    for node in 0..<prices.count where !isDone[node] && prices[node] < bestPrice {
      best = node
      bestPrice = prices[node]
    }
    return best
  }

  /// The steps that lead away from a row or a column, with the node each reaches.
  private func steps(from node: Int) -> [(node: Int, step: Step)] {
    let rowCount = counts.count
    if node < rowCount {
      return counts[node].indices.map { column in
        let up = Step(row: node, column: column, isUp: true)
        let step = leadsToColumn(up) ? up : Step(row: node, column: column, isUp: false)
        return (rowCount + column, step)
      }
    }
    let column = node - rowCount
    return counts.indices.map { row in
      let up = Step(row: row, column: column, isUp: true)
      let step = leadsToColumn(up) ? Step(row: row, column: column, isUp: false) : up
      return (row, step)
    }
  }
}
