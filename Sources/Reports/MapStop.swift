public import Domain
public import Geometry

/// One door as the map draws it.
public struct MapStop: Sendable {
  /// How far the stop has come; of several cards the least settled counts.
  public enum Status: Int, CaseIterable, Sendable, Described {
    case planned, delivered, failed, returned

    public var phrase: Phrase {
      switch self {
      case .planned: Phrase(id: "direncanakan", en: "planned")
      case .delivered: Phrase(id: "diterima", en: "delivered")
      case .failed: Phrase(id: "gagal", en: "failed")
      case .returned: Phrase(id: "dikembalikan", en: "returned")
      }
    }
  }

  public let number: Int
  public let coordinate: Coordinate
  public let arrives: TimeOfDay
  public let cards: Int
  public let status: Status

  public init(
    number: Int, coordinate: Coordinate, arrives: TimeOfDay, cards: Int, status: Status
  ) {
    self.number = number
    self.coordinate = coordinate
    self.arrives = arrives
    self.cards = cards
    self.status = status
  }
}
