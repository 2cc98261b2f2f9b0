public import Custody
public import Domain

/// A device that may record events, as the office knows it.
public struct Device: Hashable, Sendable {
  public let registration: DeviceRegistration
  public let enrolledAt: Instant
  /// Nothing while it may record.
  public let revokedAt: Instant?
  /// How many of its events the office has without a gap.
  public let lastSequence: Int
  /// When anything of it came in last.
  public let lastSeenAt: Instant?
  /// Events that came in before an earlier one.
  public let waiting: Int

  public var id: DeviceID { registration.device }
  public var courier: CourierID { registration.courier }
  public var isActive: Bool { revokedAt == nil }
}

/// A device that lost its right to record, and what its courier still has in the bag.
public struct RevokedDevice: Hashable, Sendable {
  public let device: Device
  /// The cards that the ledger has with the courier, in order of number.
  public let cards: [CardID]
  /// The last event of the device that was accepted; nothing if there was none.
  public let lastEvent: LedgerEntry?
  /// Events of the device that waited for earlier ones and are refused now.
  public let refusedWaiting: Int
}
