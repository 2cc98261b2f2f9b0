public import Domain

/// A courier who has not brought the day to its end.
public struct CourierOut: Hashable, Sendable {
  public let courier: CourierID
  public let name: String
  public let run: RunID
  public let cardsInBag: Int
  /// When the plan has the courier back.
  public let due: TimeOfDay

  public init(courier: CourierID, name: String, run: RunID, cardsInBag: Int, due: TimeOfDay) {
    self.courier = courier
    self.name = name
    self.run = run
    self.cardsInBag = cardsInBag
    self.due = due
  }
}
