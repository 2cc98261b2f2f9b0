public import Domain

/// The colour an office gives a region by its coverage.
public enum Zone: String, CaseIterable, Sendable, Described {
  case red, yellow, green

  public var phrase: Phrase {
    switch self {
    case .red: Phrase(id: "merah", en: "red")
    case .yellow: Phrase(id: "kuning", en: "yellow")
    case .green: Phrase(id: "hijau", en: "green")
    }
  }
}
