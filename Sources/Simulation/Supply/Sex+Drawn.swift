import Domain

extension Sex {
  /// Women and men in equal number.
  static func drawn(_ draws: Draws, _ subject: Int) -> Sex {
    draws.uniform(.sex, subject) < 0.5 ? .male : .female
  }

  var ordinal: Int { self == .male ? 0 : 1 }
}
