public import Domain

/// Cards that are handed over together at one door, with what that takes.
public struct PlannedStop: Equatable, Sendable {
  /// In order of identifier; at least one.
  public let cards: [Card]
  /// The best known place among the cards of the door.
  public let location: Location
  public let desa: RegionCode
  /// The number of the door; stops share it only where one door was too much for one visit.
  public let door: Int
  /// Parking and walking up, not paid again by the next stop at the same door.
  public let setupSeconds: Int32
  public let serviceSeconds: Int32
  public let skills: Set<Skill>

  /// The tier of its most urgent card.
  public var tier: Int { cards.reduce(Card.tierCount - 1) { min($0, $1.tier) } }

  /// How many of its cards are in that tier.
  public var weight: Int {
    let tier = tier
    return cards.count { $0.tier == tier }
  }

  public var workSeconds: Int { Int(setupSeconds) + Int(serviceSeconds) }
}
