/// What the office says with everything it sends to a device: who it is, what time it is there, and
/// how far its log has grown.
public struct OfficeNote: Hashable, Sendable {
  public let office: OfficeIdentity
  /// The office's clock when it signed; ``Checkpoint/time`` of the checkpoint.
  public let checkpoint: Checkpoint
  /// From the sizes that the device may remember.
  public let proofs: [LogProof]

  public init(office: OfficeIdentity, checkpoint: Checkpoint, proofs: [LogProof]) {
    self.office = office
    self.checkpoint = checkpoint
    self.proofs = proofs
  }

  var canonicalValue: CanonicalValue {
    .object(of: [
      "boxKey": .string(office.boxKey.description),
      "checkpoint": .string(checkpoint.line),
      "name": .string(office.name),
      "proofs": .array(proofs.map(\.canonicalValue)),
      "signingKey": .string(office.signingKey.description),
      "workspace": .string(office.workspaceID),
    ])
  }

  init(canonicalValue value: CanonicalValue) throws(EventFormatError) {
    var fields = try FieldReader(value, named: "office")
    office = OfficeIdentity(
      workspaceID: try fields.string("workspace"),
      signingKey: try fields.required("signingKey") { $0.string.flatMap { PublicKey($0) } },
      boxKey: try fields.required("boxKey") { $0.string.flatMap { BoxPublicKey($0) } },
      name: try fields.string("name"))
    checkpoint = try Checkpoint(line: fields.string("checkpoint"))
    proofs = try fields.list("proofs", LogProof.init(canonicalValue:))
    try fields.finish()
  }

  /// Checks that the lines are this office's word, and that it is the office the device trusts.
  ///
  /// - Parameter trusted: Nothing before the device has met an office.
  func check(_ lines: SignedLines, trusting trusted: OfficeIdentity?) throws(BundleError) {
    if let trusted, trusted.signingKey != office.signingKey {
      throw .otherOffice(expected: trusted.signingKey, found: office.signingKey)
    }
    if let trusted, trusted.workspaceID != office.workspaceID || trusted.boxKey != office.boxKey {
      throw .wrongSignature
    }
    guard lines.isSigned(by: office.signingKey),
      checkpoint.isSigned(by: office.signingKey), checkpoint.workspaceID == office.workspaceID
    else { throw .wrongSignature }
  }
}
