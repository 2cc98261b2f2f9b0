import Domain

/// Which channel a card goes by: the rules of a scenario, looked up by place and kind.
///
/// A card that no rule takes goes by the first channel.
struct ChannelRouter: Sendable {
  /// The rule of each place and kind, or -1.
  ///
  /// Shape: `places x RequestKind.allCases.count`, row-major.
  private let rules: [Int16]
  /// Weights summed up to each channel, by rule.
  ///
  /// Shape: `rules x channelCount`, row-major.
  private let cumulativeWeights: [Double]
  private let channelCount: Int

  init(_ scenario: Scenario) {
    let delivery = scenario.delivery
    channelCount = delivery.channels.count
    rules = scenario.places.flatMap { place in
      RequestKind.allCases.map { kind in
        Int16(delivery.rules.firstIndex { $0.takes(kind, in: place) } ?? -1)
      }
    }
    var sums: [Double] = []
    for rule in delivery.rules {
      precondition(
        rule.weights.count == delivery.channels.count,
        "a rule has \(rule.weights.count) weights for \(delivery.channels.count) channels")
      var sum = 0.0
      for weight in rule.weights {
        sum += weight
        sums.append(sum)
      }
    }
    cumulativeWeights = sums
  }

  /// The channel of a card of `kind` in `place`, by a number from 0 to below 1.
  func channel(place: Int, kind: RequestKind, at uniform: Double) -> Int {
    let rule = Int(rules[place * RequestKind.allCases.count + kind.order])
    guard rule >= 0 else { return 0 }
    let first = rule * channelCount
    let wanted = uniform * cumulativeWeights[first + channelCount - 1]
    var channel = 0
    while channel < channelCount - 1, cumulativeWeights[first + channel] <= wanted {
      channel += 1
    }
    return channel
  }
}

extension RequestKind {
  /// Its place in the order of declaration.
  fileprivate var order: Int {
    switch self {
    case .first: 0
    case .lost: 1
    case .damaged: 2
    case .dataChange: 3
    }
  }
}

extension ChannelRule {
  fileprivate func takes(_ kind: RequestKind, in place: SimulatedPlace) -> Bool {
    (kecamatan.isEmpty || kecamatan.contains(place.kecamatan))
      && (kinds.isEmpty || kinds.contains(kind)) && !(onlyWithoutSignal && place.hasSignal)
      && !(onlyIslands && !place.isIsland)
  }
}
