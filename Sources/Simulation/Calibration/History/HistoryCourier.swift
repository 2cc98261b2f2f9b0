public import Domain

/// A courier, as far as the books are concerned.
public struct HistoryCourier: Hashable, Sendable {
  public var id: CourierID
  public var organisation: String

  public init(id: CourierID, organisation: String) {
    self.id = id
    self.organisation = organisation
  }
}
