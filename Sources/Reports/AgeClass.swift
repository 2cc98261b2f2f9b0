public import Domain

/// How long a card has been waiting, in the steps in which an office looks at it.
public enum AgeClass: Int, CaseIterable, Comparable, Sendable, Described {
  case upToOneWeek, upToTwoWeeks, upToOneMonth, overOneMonth

  /// The class of `days` whole days; a day in the future counts as none.
  public init(days: Int) {
    switch days {
    case ...7: self = .upToOneWeek
    case ...14: self = .upToTwoWeeks
    case ...30: self = .upToOneMonth
    default: self = .overOneMonth
    }
  }

  public var phrase: Phrase {
    switch self {
    case .upToOneWeek: Phrase(id: "sampai 7 hari", en: "up to 7 days")
    case .upToTwoWeeks: Phrase(id: "8–14 hari", en: "8–14 days")
    case .upToOneMonth: Phrase(id: "15–30 hari", en: "15–30 days")
    case .overOneMonth: Phrase(id: "lebih dari 30 hari", en: "over 30 days")
    }
  }

  public static func < (left: AgeClass, right: AgeClass) -> Bool { left.rawValue < right.rawValue }
}
