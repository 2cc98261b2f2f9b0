import Domain

/// The groups of a ``WaitTable`` and their numbers in it.
///
/// Order: everyone, kecamatan, places, kinds, urgencies, ages, sexes, channels, without signal.
struct WaitGroups: Sendable {
  let all: [WaitGroup]
  private let firstPlace: Int
  private let firstKind: Int
  private let firstChannel: Int

  init(_ scenario: Scenario) {
    let byRegion =
      [WaitGroup.everyone] + scenario.kecamatan.indices.map { .kecamatan($0) }
      + scenario.places.indices.map { .place($0) }
    let byRequest: [WaitGroup] =
      RequestKind.allCases.map { .kind($0) } + Urgency.allCases.map { .urgency($0) }
      + AgeGroup.allCases.map { .age($0) } + Sex.allCases.map { .sex($0) }
    all =
      byRegion + byRequest + scenario.delivery.channels.indices.map { .channel($0) }
      + [.withoutSignal]
    firstPlace = 1 + scenario.kecamatan.count
    firstKind = byRegion.count
    firstChannel = byRegion.count + byRequest.count
  }

  /// Calls `body` with the number of each group that `card` belongs to.
  @inline(__always)
  func forEach(of card: Int, _ cards: CardTable, _ scenario: Scenario, _ body: (Int) -> Void) {
    let place = Int(cards.place[card])
    body(0)
    body(1 + scenario.places[place].kecamatan)
    body(firstPlace + place)
    body(firstKind + cards.kind[card].ordinal)
    body(firstKind + 4 + cards.urgency[card].ordinal)
    body(firstKind + 6 + cards.age[card].ordinal)
    body(firstKind + 10 + cards.sex[card].ordinal)
    if cards.channel[card] >= 0 { body(firstChannel + Int(cards.channel[card])) }
    if !scenario.places[place].hasSignal { body(all.count - 1) }
  }
}
