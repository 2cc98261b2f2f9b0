import Domain

/// The cards in the office on a morning, as the backlog of a scenario.
struct OpenCards: Hashable, Sendable {
  private(set) var backlog: [Demand.Backlog] = []

  /// - Parameters:
  ///   - cards: Printed on the way and not yet done, or asked for and printed later.
  ///   - leadDays: Days from request to print ready, which the books do not tell.
  init(
    printed: [HistoryCard], ready: [HistoryCard], on day: Int, leadDays: Int
  ) {
    for (stage, cards) in [(Demand.Stage.printed, printed), (.ready, ready)] {
      for kind in RequestKind.allCases {
        for urgency in Urgency.allCases {
          let own = cards.filter { $0.kind == kind && $0.urgency == urgency }
          guard !own.isEmpty else { continue }
          let ages = own.map { Double(max(0, day - $0.requestedOn.dayNumber - leadDays)) }
          backlog.append(
            Demand.Backlog(
              stage: stage, kind: kind, urgency: urgency, cards: own.count,
              agedDays: Self.spread(of: ages)))
        }
      }
    }
  }

  /// The ages themselves, or of many ages twenty that stand for as many each.
  static func spread(of ages: [Double]) -> Spread {
    let sorted = ages.sorted()
    guard let first = sorted.first, let last = sorted.last, first < last else {
      return .fixed(sorted.first ?? 0)
    }
    let count = min(20, sorted.count)
    let values = (0..<count).map { sorted[($0 * 2 + 1) * sorted.count / (2 * count)] }
    return .mixture(values.map { Spread.Part(weight: 1 / Double(count), spread: .fixed($0)) })
  }
}
