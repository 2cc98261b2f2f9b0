public import Domain

/// Something that happened to a card on its way.
public struct HistoryEvent: Hashable, Sendable {
  public enum Kind: Hashable, Sendable {
    /// The office gave it to an organisation or a courier; it may pass through several hands.
    case handedOver
    /// The office sent it to a village office.
    case sentToVillage
    /// A call failed for the reason with this code.
    case failed(String)
    case delivered(From)
    /// After a call: kept for its resident at a village or post office.
    case held
    /// Back in the office's safe.
    case returned
    /// A clerk put right what had stopped it: its calls are counted anew.
    case cleared
    /// Destroyed or lost.
    case removed
  }

  /// Where the resident got it.
  public enum From: Hashable, Sendable {
    case courier, villageOffice, counter
  }

  public var kind: Kind
  public var time: Instant
  public var courier: CourierID?
  /// That had or took the card, where the books name no courier.
  public var organisation: String?
  public var run: RunID?
  /// The stop of the run, from 1.
  public var stop: Int?
  /// Whether an old card was taken back.
  public var tookOldCard: Bool

  public init(
    _ kind: Kind, at time: Instant, courier: CourierID? = nil, organisation: String? = nil,
    run: RunID? = nil, stop: Int? = nil, tookOldCard: Bool = false
  ) {
    self.kind = kind
    self.time = time
    self.courier = courier
    self.organisation = organisation
    self.run = run
    self.stop = stop
    self.tookOldCard = tookOldCard
  }
}
