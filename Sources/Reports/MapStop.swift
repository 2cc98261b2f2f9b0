public import Domain
public import Geometry

/// One door as the map draws it.
public struct MapStop: Sendable {
  /// How far one card has come.
  public enum Status: Int, CaseIterable, Sendable, Described {
    case planned, delivered, failed, returned, held

    public var phrase: Phrase {
      switch self {
      case .planned: Phrase(id: "belum dicoba", en: "not tried yet")
      case .delivered: Phrase(id: "diterima", en: "delivered")
      case .failed: Phrase(id: "gagal", en: "failed")
      case .returned: Phrase(id: "dikembalikan", en: "returned")
      case .held: Phrase(id: "dititipkan", en: "held")
      }
    }

    /// From the least to the most settled.
    fileprivate static let bySettlement: [Self] = [.planned, .failed, .returned, .held, .delivered]
  }

  public let number: Int
  public let coordinate: Coordinate
  public let arrives: TimeOfDay
  /// The status of each card.
  public let cards: [Status]

  public init(number: Int, coordinate: Coordinate, arrives: TimeOfDay, cards: [Status]) {
    self.number = number
    self.coordinate = coordinate
    self.arrives = arrives
    self.cards = cards
  }

  /// The status the stop is drawn with: that of its least settled card.
  public var status: Status { Status.bySettlement.first(where: cards.contains) ?? .planned }

  public func count(of status: Status) -> Int { cards.count { $0 == status } }
}
