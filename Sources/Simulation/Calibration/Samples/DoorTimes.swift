import Domain

/// How long couriers were at doors, from what they confirmed on their runs.
///
/// Between the last confirmation at one door and the last at the next lie the ride and the time at
/// the next door; the ride is taken from the plan. Only doors with one card that was handed over
/// tell the time for a card, and only where the stops were made in the order of the plan. A run with
/// a planned rest has it somewhere: its longest gap is left out if the rest fits into it.
struct DoorTimes: Sendable {
  /// Minutes at the door for a card without, and with, an old card taken back.
  var plainMinutes: [Double] = []
  var exchangeMinutes: [Double] = []
  /// Cards at each door called at.
  var cardsPerDoor: [Double] = []

  /// - Parameter setupMinutes: Parking and finding the door, which is no part of the time for a
  ///   card.
  init(_ samples: HistorySamples, of channel: Int, runs: [RunID: HistoryRun], setupMinutes: Double)
  {
    let outcomes = samples.outcomes.filter { $0.channel == channel }
      .sorted { ($0.run, $0.stop, $0.seconds) < ($1.run, $1.stop, $1.seconds) }
    for run in outcomes.split(whereRunsDiffer: \.run) {
      let visits = run.split(whereRunsDiffer: \.stop).map(Visit.init)
        .sorted { ($0.last, $0.stop) < ($1.last, $1.stop) }
      cardsPerDoor += visits.map { Double($0.cards) }
      guard let planned = runs[run[run.startIndex].run] else { continue }
      for (visit, minutes) in Self.gaps(visits, planned) where visit.isOneDelivery {
        if visit.tookOldCard {
          exchangeMinutes.append(minutes - setupMinutes)
        } else {
          plainMinutes.append(minutes - setupMinutes)
        }
      }
    }
  }

  private struct Visit {
    let stop: Int
    let last: Int
    let cards: Int
    let tookOldCard: Bool
    let isOneDelivery: Bool

    init(_ outcomes: ArraySlice<HistorySamples.Outcome>) {
      stop = outcomes[outcomes.startIndex].stop
      last = outcomes.map(\.seconds).max() ?? 0
      cards = outcomes.count
      tookOldCard = outcomes.contains(where: \.tookOldCard)
      isOneDelivery = outcomes.count == 1 && outcomes.allSatisfy(\.isDelivered)
    }
  }

  /// Minutes from finishing one door to finishing the next, less the ride between them.
  private static func gaps(_ visits: [Visit], _ run: HistoryRun) -> [(Visit, Double)] {
    var gaps: [(visit: Visit, minutes: Double)] = []
    for (before, visit) in zip(visits, visits.dropFirst()) {
      guard visit.stop == before.stop + 1, run.ridingSeconds.indices.contains(visit.stop - 1),
        let riding = run.ridingSeconds[visit.stop - 1]
      else { continue }
      gaps.append((visit, Double(visit.last - before.last - Int(riding)) / 60))
    }
    if run.restMinutes > 0,
      let longest = gaps.indices.max(by: { gaps[$0].minutes < gaps[$1].minutes }),
      gaps[longest].minutes >= Double(run.restMinutes)
    {
      gaps.remove(at: longest)
    }
    return gaps.map { ($0.visit, $0.minutes) }
  }
}

extension RandomAccessCollection where Index == Int {
  /// The stretches of neighbours that agree in one property.
  fileprivate func split<Key: Equatable>(whereRunsDiffer key: (Element) -> Key) -> [SubSequence] {
    var parts: [SubSequence] = []
    var start = startIndex
    for index in indices where index > start && key(self[index]) != key(self[start]) {
      parts.append(self[start..<index])
      start = index
    }
    if start < endIndex { parts.append(self[start..<endIndex]) }
    return parts
  }
}
