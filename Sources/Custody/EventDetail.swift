public import Geometry

/// The personal content of an event, which the law may order erased.
///
/// It stands beside the ledger: the event holds only ``commitment``, SHA-256 of 32 random bytes and
/// the content. Deleting both makes the commitment meaningless and leaves every proof valid.
public struct EventDetail: Hashable, Sendable {
  /// Where the device was, with its accuracy in metres.
  public struct Position: Hashable, Sendable {
    public let coordinate: Coordinate
    public let accuracyMetres: Int?

    public init(coordinate: Coordinate, accuracyMetres: Int? = nil) {
      self.coordinate = coordinate
      self.accuracyMetres = accuracyMetres
    }
  }

  /// Thirty-two random bytes.
  public let salt: Fingerprint
  public let position: Position?
  /// The name of whoever took the card, where it was not the resident.
  public let receiverName: String?
  /// The resident's one-time PIN as typed at the door, sealed to the office.
  public let sealedPIN: [UInt8]?
  public let note: String?

  public init(
    salt: Fingerprint, position: Position? = nil, receiverName: String? = nil,
    sealedPIN: [UInt8]? = nil, note: String? = nil
  ) {
    self.salt = salt
    self.position = position
    self.receiverName = receiverName
    self.sealedPIN = sealedPIN
    self.note = note
  }

  public var isEmpty: Bool {
    position == nil && receiverName == nil && sealedPIN == nil && note == nil
  }

  /// What the event holds in its place: SHA-256(salt ‖ canonical content).
  public var commitment: Fingerprint { Fingerprint(sha256Of: salt.bytes + content.bytes) }

  var content: CanonicalValue {
    .object(of: [
      "accuracyMetres": position?.accuracyMetres.map { .integer($0) },
      "note": note.map { .string($0) },
      "position": position?.coordinate.canonicalValue,
      "receiver": receiverName.map { .string($0) },
      "sealedPIN": sealedPIN.map { .string(Hexadecimal.text($0)) },
    ])
  }
}
