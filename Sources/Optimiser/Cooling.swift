/// A stretch of the budget at whose end the plan has cooled.
struct Cooling {
  let begin: Double
  let end: Double
  /// How much of the way to the last temperature lies behind it at the begin.
  let done: Double

  /// Returns how much of that way lies behind it at `fraction` of the budget.
  func progress(at fraction: Double) -> Double {
    done + (1 - done) * min(1, (fraction - begin) / max(1e-9, end - begin))
  }
}
