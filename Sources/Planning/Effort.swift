public import Domain

/// How long to look for shorter runs, by name.
public enum Effort: String, CaseIterable, Sendable, Described {
  case quick, normal, thorough

  /// Steps of the search for each stop.
  public var stepsPerStop: Int {
    switch self {
    case .quick: 5
    case .normal: 100
    case .thorough: 1000
    }
  }

  public var phrase: Phrase {
    switch self {
    case .quick: Phrase(id: "cepat", en: "quick")
    case .normal: Phrase(id: "biasa", en: "normal")
    case .thorough: Phrase(id: "teliti", en: "thorough")
    }
  }
}
