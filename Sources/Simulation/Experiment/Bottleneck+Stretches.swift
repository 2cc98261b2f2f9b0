extension Bottleneck {
  /// The fewest days that count as a stretch.
  static let fewestDays = 3

  /// Gathers days of one cause into stretches, without the short ones.
  ///
  /// The shortest of those below ``fewestDays``, the earliest first, is taken over by the longer of
  /// its neighbours, the one before if they are equal, until none is left.
  static func stretches(of causes: [Cause]) -> [Bottleneck] {
    var stretches: [Bottleneck] = []
    for (day, cause) in causes.enumerated() {
      stretches.append(Bottleneck(cause: cause, days: day...day))
    }
    stretches = joined(stretches)
    while stretches.count > 1,
      let shortest = stretches.indices.min(by: {
        stretches[$0].days.count < stretches[$1].days.count
      }), stretches[shortest].days.count < fewestDays
    {
      stretches[shortest].cause = takingOver(shortest, in: stretches)
      stretches = joined(stretches)
    }
    return stretches
  }

  private static func takingOver(_ index: Int, in stretches: [Bottleneck]) -> Cause {
    if index == 0 { return stretches[1].cause }
    if index == stretches.count - 1 { return stretches[index - 1].cause }
    let before = stretches[index - 1]
    let after = stretches[index + 1]
    return after.days.count > before.days.count ? after.cause : before.cause
  }

  private static func joined(_ stretches: [Bottleneck]) -> [Bottleneck] {
    var joined: [Bottleneck] = []
    for stretch in stretches {
      if let last = joined.last, last.cause == stretch.cause {
        joined[joined.count - 1].days = last.days.lowerBound...stretch.days.upperBound
      } else {
        joined.append(stretch)
      }
    }
    return joined
  }
}

extension Bottleneck.Cause {
  /// Its number among all causes.
  var index: Int {
    switch self {
    case .nothing: 0
    case .recording: 1
    case .processing: 2
    case .blanks: 3
    case .printers: 4
    case .operators: 5
    case .sorting: 6
    case .couriers: 7
    case .boats: 8
    case .residents: 9
    }
  }
}
