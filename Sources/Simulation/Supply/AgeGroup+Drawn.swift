extension AgeGroup {
  /// The age group of a resident who must hold a card.
  ///
  /// Shares of the people of 17 and older in the population census of 2020 (BPS), rounded:
  /// 17 years 2 %, 18-24 16 %, 25-59 68 %, 60 and over 14 %.
  static func drawn(_ draws: Draws, _ subject: Int) -> AgeGroup {
    switch draws.uniform(.age, subject) {
    case ..<0.02: .newlyObliged
    case ..<0.18: .young
    case ..<0.86: .adult
    default: .elderly
    }
  }

  var ordinal: Int {
    switch self {
    case .newlyObliged: 0
    case .young: 1
    case .adult: 2
    case .elderly: 3
    }
  }
}
