import Reports
import TestSupport
import Testing

@Suite struct SuppressedTableTests {
  /// All tables of `counts`' shape that show what `hidden` shows, by trying every number up to a
  /// limit in every hidden cell; nothing shared with the search.
  private func tables(like hidden: SuppressedTable, limit: Int) -> [[[Int]]] {
    let rowCount = hidden.rows.count
    let width = hidden.totals.count - 1
    func fits(_ number: Int, _ cell: SuppressedTable.Cell) -> Bool {
      switch cell {
      case .shown(let count): number == count
      case .small: (1...4).contains(number)
      case .withheld: number >= 0
      }
    }
    var found: [[[Int]]] = []
    func extend(_ table: [[Int]]) {
      guard table.count < rowCount else {
        let sums = (0..<width).map { column in table.reduce(0) { $0 + $1[column] } }
        let totals = sums + [sums.reduce(0, +)]
        if zip(totals, hidden.totals).allSatisfy(fits) { found.append(table) }
        return
      }
      let cells = hidden.rows[table.count]
      var rows: [[Int]] = [[]]
      for cell in cells.dropLast() {
        let numbers = (0...limit).filter { fits($0, cell) } + shown(in: cell, above: limit)
        rows = rows.flatMap { row in numbers.map { row + [$0] } }
      }
      for row in rows where fits(row.reduce(0, +), cells[width]) { extend(table + [row]) }
    }
    extend([])
    return found
  }

  private func shown(in cell: SuppressedTable.Cell, above limit: Int) -> [Int] {
    if case .shown(let count) = cell, count > limit { return [count] }
    return []
  }

  /// Every hidden cell, inner ones and totals, must be able to be two numbers at least.
  private func expectNothingCanBeComputed(_ counts: [[Int]], limit: Int) {
    let hidden = SuppressedTable(counts: counts)
    let possible = tables(like: hidden, limit: limit)
    let full = possible.map { table in
      let rows = table.map { $0 + [$0.reduce(0, +)] }
      return rows + [rows[0].indices.map { column in rows.reduce(0) { $0 + $1[column] } }]
    }
    for (row, cells) in (hidden.rows + [hidden.totals]).enumerated() {
      for (column, cell) in cells.enumerated() {
        if case .shown = cell { continue }
        let values = Set(full.map { $0[row][column] })
        #expect(
          values.count > 1, "cell \(row), \(column) of \(counts) can only be \(values)")
      }
    }
  }

  @Test(arguments: UInt64(0)..<60)
  func noHiddenNumberOfATableTwoByTwoCanBeComputed(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let range = seed % 3 == 0 ? 0...4 : 0...9
    let counts = (0..<2).map { _ in (0..<2).map { _ in Int.random(in: range, using: &random) } }
    expectNothingCanBeComputed(counts, limit: 11)
  }

  @Test(arguments: UInt64(0)..<20)
  func noHiddenNumberOfATableThreeByTwoCanBeComputed(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let range = seed % 2 == 0 ? 0...3 : 0...7
    let counts = (0..<3).map { _ in (0..<2).map { _ in Int.random(in: range, using: &random) } }
    expectNothingCanBeComputed(counts, limit: 8)
  }

  /// Beyond what can be tried out: no hidden cell may follow from the sums of rows and columns, as
  /// solving for it line by line would find.
  @Test(arguments: UInt64(0)..<30)
  func noLineOfALargeTableHidesASingleCell(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let counts = (0..<20).map { _ in
      (0..<6).map { _ in
        Int.random(in: 0...3, using: &random) * Int.random(in: 0...9, using: &random)
      }
    }
    let hidden = SuppressedTable(counts: counts)
    let cells = hidden.rows + [hidden.totals]
    func hides(_ line: [SuppressedTable.Cell]) -> Int {
      line.count { if case .shown = $0 { false } else { true } }
    }
    for row in cells { #expect(hides(row) != 1) }
    for column in hidden.totals.indices { #expect(hides(cells.map { $0[column] }) != 1) }
    for (row, values) in counts.enumerated() {
      for (column, value) in values.enumerated() {
        switch hidden.rows[row][column] {
        case .shown(let shown): #expect(shown == value && !(1...4).contains(value))
        case .small: #expect((1...4).contains(value))
        case .withheld: break
        }
      }
    }
  }

  @Test func largeNumbersAndZerosAreShown() {
    let table = SuppressedTable(counts: [[10, 0], [20, 7]])
    #expect(
      table.rows == [[.shown(10), .shown(0), .shown(10)], [.shown(20), .shown(7), .shown(27)]])
    #expect(table.totals == [.shown(30), .shown(7), .shown(37)])
  }

  @Test func aSmallNumberTakesOthersWithIt() {
    let table = SuppressedTable(counts: [[3, 40], [50, 60]])
    #expect(table.rows[0] == [.small, .withheld, .shown(43)])
    #expect(table.rows[1] == [.withheld, .withheld, .shown(110)])
    #expect(table.totals == [.shown(53), .shown(100), .shown(153)])
  }

  @Test func aSingleSmallNumberHidesItsTotals() {
    let table = SuppressedTable(counts: [[2]])
    #expect(table.rows == [[.small, .small]])
    #expect(table.totals == [.small, .small])
  }

  @Test func fourPeopleInFourCellsAreNotCountedOut() {
    expectNothingCanBeComputed([[1, 1], [1, 1]], limit: 8)
  }

  @Test func anEmptyTableHasNothingToHide() {
    #expect(SuppressedTable(counts: []).rows.isEmpty)
    #expect(SuppressedTable(counts: [[], []]).totals == [.shown(0)])
  }
}
