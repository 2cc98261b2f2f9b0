/// How many cases it takes before anything is told.
struct CalibrationNeeds: Hashable, Sendable {
  /// Calls, cards, gaps.
  let cases: Int
  /// Days, each of which holds many cases.
  let days: Int
}
