/// What the log says of one device: who has it, how far its chain goes and whether it may go on.
public struct DeviceStanding: Hashable, Sendable {
  public let registration: DeviceRegistration
  public internal(set) var isRevoked: Bool
  /// Its count is the number of the device's last event in the log.
  public internal(set) var head: ChainHead

  public init(registration: DeviceRegistration, isRevoked: Bool, head: ChainHead) {
    self.registration = registration
    self.isRevoked = isRevoked
    self.head = head
  }
}
