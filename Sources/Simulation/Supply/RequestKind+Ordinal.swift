import Domain

extension RequestKind {
  /// Its place in `allCases`.
  var ordinal: Int {
    switch self {
    case .first: 0
    case .lost: 1
    case .damaged: 2
    case .dataChange: 3
    }
  }
}
