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

  /// A detail with a fresh salt; `random` must be a source fit for secrets, since the salt is what
  /// keeps anyone from guessing the content once it is erased.
  public init(
    position: Position? = nil, receiverName: String? = nil, sealedPIN: [UInt8]? = nil,
    note: String? = nil, using random: inout some RandomNumberGenerator
  ) {
    self.init(
      salt: Fingerprint(random: &random), position: position, receiverName: receiverName,
      sealedPIN: sealedPIN, note: note)
  }

  public var isEmpty: Bool {
    position == nil && receiverName == nil && sealedPIN == nil && note == nil
  }

  /// What the event holds in its place: SHA-256(salt ‖ canonical content).
  public var commitment: Fingerprint { Fingerprint(sha256Of: salt.bytes + bytes(with: nil)) }

  /// Canonical JSON of salt and content, for a store that seals it.
  public var bytes: [UInt8] { bytes(with: salt) }

  /// Reads what ``bytes`` writes, and nothing else.
  ///
  /// - Throws: ``EventFormatError`` for the first thing wrong.
  public init(bytes: [UInt8]) throws(EventFormatError) {
    try self.init(canonicalValue: CanonicalValue(bytes: bytes))
  }

  init(canonicalValue value: CanonicalValue) throws(EventFormatError) {
    var fields = try FieldReader(value)
    let coordinate = try fields.optional("position", Coordinate.init(canonicalValue:))
    let accuracy = try fields.optional("accuracyMetres") { $0.integer.flatMap { Int(exactly: $0) } }
    guard accuracy == nil || coordinate != nil else { throw .missingField("position") }
    self.init(
      salt: try fields.fingerprint("salt"),
      position: coordinate.map { Position(coordinate: $0, accuracyMetres: accuracy) },
      receiverName: try fields.optional("receiver") { $0.string },
      sealedPIN: try fields.optional("sealedPIN") { $0.string.flatMap { Hexadecimal.bytes($0) } },
      note: try fields.optional("note") { $0.string })
    try fields.finish()
  }

  private func bytes(with salt: Fingerprint?) -> [UInt8] {
    var writer = CanonicalWriter(capacity: 256)
    writer.field("accuracyMetres", position?.accuracyMetres)
    writer.field("note", note)
    if let position { writer.field("position") { position.coordinate.write(to: &$0) } }
    writer.field("receiver", receiverName)
    writer.field("salt", salt)
    writer.field("sealedPIN", hexadecimal: sealedPIN)
    return writer.finished()
  }
}
