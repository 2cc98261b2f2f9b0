public import Domain
import Geometry

/// Gathers cards into stops: one household, or one door with several households, is one visit.
///
/// Cards belong together when they have the same measured house, the same family card, or the same
/// numbered address of one neighbourhood. Measured houses more than 30 m apart stay apart whatever
/// the papers say, and the middle of a neighbourhood or desa never makes neighbours of strangers.
public struct StopBuilder: Sendable {
  /// How far apart two measurements of one door may lie.
  static let doorRadius = Metres(30)

  private let service: ServicePolicy

  public init(service: ServicePolicy) {
    self.service = service
  }

  /// The stops for `cards` of one kecamatan, in order of each door's first card.
  ///
  /// The order of `cards` does not matter.
  ///
  /// - Parameter couriers: Those who may be sent; a door too full for the largest of their bags is
  ///   shared out as several stops.
  /// - Complexity: O(n log n).
  public func stops(for cards: [Card], couriers: [Courier]) -> [PlannedStop] {
    let sorted = cards.sorted { $0.id < $1.id }
    let bags = LargestBags(couriers)
    var stops: [PlannedStop] = []
    for (door, members) in doors(of: sorted).enumerated() {
      stops += visits(to: door, members.map { sorted[$0] }, bags)
    }
    return stops
  }

  /// Indices of `cards` gathered by door, each ascending, in order of their first.
  private func doors(of cards: [Card]) -> [[Int]] {
    var doors = DoorUnion(cards.map(\.location), radius: Self.doorRadius)
    let reasons =
      Self.groups(cards) { $0.location.source == .house ? $0.location.coordinate : nil }
      + Self.groups(cards, by: Household.init) + Self.groups(cards, by: NumberedAddress.init)
    for members in reasons { doors.gather(members) }
    return doors.groups()
  }

  /// Shares the cards of one door out over as few visits as bags and patience allow, keeping
  /// each household together where it fits into one.
  private func visits(to door: Int, _ cards: [Card], _ bags: LargestBags) -> [PlannedStop] {
    let location = Self.bestLocation(of: cards)
    let skills = cards.reduce(into: Set<Skill>()) {
      $0.formUnion(service.skills(in: $1.resident.address.desa))
    }
    let bag = bags.cards(with: skills)
    var visits: [[Card]] = [[]]
    for household in Self.households(of: cards) {
      if !fits(visits[visits.count - 1] + household, bag) { visits.append([]) }
      for card in household {
        if !fits(visits[visits.count - 1] + [card], bag) { visits.append([]) }
        visits[visits.count - 1].append(card)
      }
    }
    return visits.filter { !$0.isEmpty }.map { cards in
      let cards = cards.sorted { $0.id < $1.id }
      return PlannedStop(
        cards: cards, location: location, desa: cards[0].resident.address.desa, door: door,
        setupSeconds: service.setup.wholeSeconds,
        serviceSeconds: service.service(of: cards, at: location).wholeSeconds, skills: skills)
    }
  }

  /// Whether one visit can take `cards`: one card always fits.
  private func fits(_ cards: [Card], _ bag: Int) -> Bool {
    guard cards.count > 1 else { return true }
    let work = cards.reduce(Duration.zero) { $0 + service.service(of: $1) }
    return cards.count <= bag && work <= service.longestStop
  }

  /// The cards of one door by household, in order of each one's first card.
  private static func households(of cards: [Card]) -> [[Card]] {
    let grouped = groups(cards, by: Household.init)
    let alone = cards.indices.filter { Household(cards[$0]) == nil }.map { [$0] }
    return (grouped + alone).sorted { $0[0] < $1[0] }.map { $0.map { cards[$0] } }
  }

  private static func bestLocation(of cards: [Card]) -> Location {
    let sources: [Location.Source] = [.house, .neighbourhood, .desa]
    for source in sources {
      if let card = cards.first(where: { $0.location.source == source }) { return card.location }
    }
    return cards[0].location
  }

  /// Indices of `cards` by key, in order of their first; cards without a key are in none.
  private static func groups<Key: Hashable>(
    _ cards: [Card], by key: (Card) -> Key?
  ) -> [[Int]] {
    var places: [Key: Int] = [:]
    var groups: [[Int]] = []
    for (index, card) in cards.enumerated() {
      guard let key = key(card) else { continue }
      if let place = places[key] {
        groups[place].append(index)
      } else {
        places[key] = groups.count
        groups.append([index])
      }
    }
    return groups
  }
}
