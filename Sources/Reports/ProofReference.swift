public import Custody

/// Where in the office's log the proof of a document lies: what its QR code says.
///
/// `HANTAR1 <first 16 hexadecimal digits of the workspace> <place> <hash of the leaf>`; it names no
/// card and no person.
public struct ProofReference: Hashable, Sendable, CustomStringConvertible {
  /// The first 16 digits of the workspace's identifier.
  public let workspace: String
  /// The place of the entry in the log, from 0.
  public let place: Int
  /// The hash of the entry as a leaf of the Merkle tree.
  public let leaf: Fingerprint

  private static let mark = "HANTAR1"
  private static let workspaceDigits = 16

  /// Nothing if the workspace's identifier is no 16 or more hexadecimal digits or `place` is negative.
  public init?(workspaceID: some StringProtocol, place: Int, leaf: Fingerprint) {
    let digits = workspaceID.prefix(Self.workspaceDigits)
    guard place >= 0, digits.utf8.count == Self.workspaceDigits,
      digits.utf8.allSatisfy(Set("0123456789abcdef".utf8).contains)
    else { return nil }
    workspace = String(digits)
    self.place = place
    self.leaf = leaf
  }

  /// Reads what ``description`` writes.
  public init?(_ text: some StringProtocol) {
    let parts = text.split(separator: " ", omittingEmptySubsequences: false)
    guard parts.count == 4, parts[0] == Self.mark, parts[1].utf8.count == Self.workspaceDigits,
      let place = Int(parts[2]), let leaf = Fingerprint(String(parts[3]))
    else { return nil }
    self.init(workspaceID: parts[1], place: place, leaf: leaf)
    guard text == description else { return nil }
  }

  public var description: String { "\(Self.mark) \(workspace) \(place) \(leaf)" }
}
