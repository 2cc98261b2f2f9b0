/// The office's answer to a device: what it has of the device's events, and what it thinks of them.
public struct Acknowledgement: Hashable, Sendable {
  /// An event that the office wrote down and did not believe.
  public struct Refusal: Hashable, Sendable {
    public let sequence: Int
    /// A stable word for programs: upper case with underscores.
    public let code: String

    public init(sequence: Int, code: String) {
      self.sequence = sequence
      self.code = code
    }
  }

  public let note: OfficeNote
  public let device: DeviceID
  /// The end of the device's chain as the office has it, without a gap: so many events, and the hash
  /// of the last. Before the first event, 0 and the beginning of the chain.
  public let head: ChainHead
  /// In order of sequence.
  public let refusals: [Refusal]
  /// Whether the device may record no more.
  public let isRevoked: Bool

  public init(
    note: OfficeNote, device: DeviceID, head: ChainHead, refusals: [Refusal], isRevoked: Bool
  ) {
    self.note = note
    self.device = device
    self.head = head
    self.refusals = refusals
    self.isRevoked = isRevoked
  }

  /// The answer as a file that `key`, the office's, signs.
  ///
  /// - Throws: ``BundleError``.
  public func fileBytes(
    signedWith key: SigningKey, to boxKey: BoxPublicKey
  ) throws(BundleError) -> [UInt8] {
    let content = try SignedLines.bytes(of: [canonicalValue.bytes], signedWith: key)
    return try Segment(.acknowledgement, content: content, to: boxKey).bytes
  }

  /// Reads an answer that was sealed to `key`.
  ///
  /// - Parameter trusted: The office that the device keeps to; nothing before the first.
  /// - Throws: ``BundleError``.
  public init(
    _ segment: Segment, with key: BoxKey, trusting trusted: OfficeIdentity?
  ) throws(BundleError) {
    let kind = Segment.Kind.acknowledgement
    guard segment.kind == kind else {
      throw .wrongFormat(expected: kind.name, found: segment.kind.name)
    }
    let lines = try SignedLines(try segment.content(with: key))
    var fields = try lines.head(format: kind.name, version: Self.version)
    self = try BundleError.wrap { () throws(EventFormatError) in
      try Acknowledgement(&fields)
    }
    try note.check(lines, trusting: trusted)
  }

  private static let version = 1

  private var canonicalValue: CanonicalValue {
    .object(of: [
      "count": .integer(head.count),
      "device": .string(device.description),
      "format": .string(Segment.Kind.acknowledgement.name),
      "hash": .string(head.hash.description),
      "office": note.canonicalValue,
      "refusals": .array(refusals.map(\.canonicalValue)),
      "revoked": .integer(isRevoked ? 1 : 0),
      "version": .integer(Self.version),
    ])
  }

  private init(_ fields: inout FieldReader) throws(EventFormatError) {
    let office = try fields.required("office") { $0 }
    note = try OfficeNote(canonicalValue: office)
    device = try fields.required("device") { $0.string.flatMap { DeviceID($0) } }
    head = ChainHead(
      count: try fields.required("count") { value in
        value.integer.flatMap { $0 >= 0 ? Int($0) : nil }
      }, hash: try fields.fingerprint("hash"))
    refusals = try fields.list("refusals", Refusal.init(canonicalValue:))
    isRevoked = try fields.required("revoked") { value in
      switch value.integer {
      case 0: false
      case 1: true
      default: nil
      }
    }
    try fields.finish()
  }
}

extension Acknowledgement.Refusal {
  fileprivate var canonicalValue: CanonicalValue {
    .object(of: ["code": .string(code), "sequence": .integer(sequence)])
  }

  fileprivate init(canonicalValue value: CanonicalValue) throws(EventFormatError) {
    var fields = try FieldReader(value, named: "refusals")
    self.init(sequence: try fields.integer("sequence"), code: try fields.string("code"))
    try fields.finish()
  }
}
