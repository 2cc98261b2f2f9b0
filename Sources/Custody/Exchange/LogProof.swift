/// What shows that the office's log only grew since it had some size; see
/// ``MerkleTree/verifiesConsistency(from:_:to:_:path:)``.
public struct LogProof: Hashable, Sendable {
  /// The smaller size.
  public let from: Int
  public let path: [Fingerprint]

  public init(from: Int, path: [Fingerprint]) {
    self.from = from
    self.path = path
  }

  var canonicalValue: CanonicalValue {
    .object(of: ["from": .integer(from), "path": .strings(path.map(\.description))])
  }

  init(canonicalValue value: CanonicalValue) throws(EventFormatError) {
    var fields = try FieldReader(value, named: "proofs")
    from = try fields.integer("from")
    path = try fields.required("path") { value in
      guard let values = value.array else { return nil }
      let path = values.compactMap { $0.string.flatMap { Fingerprint($0) } }
      return path.count == values.count ? path : nil
    }
    try fields.finish()
  }
}
