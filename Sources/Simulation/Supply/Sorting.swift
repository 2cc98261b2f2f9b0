/// Printed cards that wait to be sorted, one after the other, in the hours of the office.
struct Sorting: Sendable {
  /// Seconds for one card; 0: at once.
  let secondsPerCard: Double
  private var line: [Int32] = []
  private var lineStart = 0
  /// When the card being sorted is done, to the fraction of a second; nil: nothing is sorted.
  var doneAt: Double?

  init(_ scenario: Scenario) {
    secondsPerCard = scenario.finishing.sortedPerHour.map { 3600 / max($0, 1e-3) } ?? 0
  }

  var takesTime: Bool { secondsPerCard > 0 }
  /// Cards in line, the one being sorted included.
  var count: Int { line.count - lineStart }
  var cards: ArraySlice<Int32> { line[lineStart...] }

  mutating func add(_ card: Int32) { line.append(card) }

  mutating func removeFirst() -> Int32? {
    guard lineStart < line.count else { return nil }
    lineStart += 1
    return line[lineStart - 1]
  }
}
