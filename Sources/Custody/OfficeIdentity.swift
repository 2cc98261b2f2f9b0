/// What everyone may know of an office, and what a courier's device remembers for good: its name,
/// the key that signs its word and the key to which it is written.
public struct OfficeIdentity: Hashable, Sendable {
  public let workspaceID: String
  public let signingKey: PublicKey
  public let boxKey: BoxPublicKey
  public let name: String

  public init(workspaceID: String, signingKey: PublicKey, boxKey: BoxPublicKey, name: String) {
    self.workspaceID = workspaceID
    self.signingKey = signingKey
    self.boxKey = boxKey
    self.name = name
  }
}
