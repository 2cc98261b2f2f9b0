extension CustodyPolicy {
  /// Canonical JSON, as it travels to couriers' devices.
  public var bytes: [UInt8] { canonicalValue.bytes }

  /// Reads what ``bytes`` writes, and nothing else.
  ///
  /// - Throws: ``BundleError/damaged(_:)``.
  public init(bytes: [UInt8]) throws(BundleError) {
    self = try BundleError.wrap { () throws(EventFormatError) in
      guard let policy = CustodyPolicy(canonicalValue: try CanonicalValue(bytes: bytes)) else {
        throw .badField("policy")
      }
      return policy
    }
  }

  var canonicalValue: CanonicalValue {
    .object(of: [
      "attempts": .integer(maximumAttempts),
      "clockMinutes": .integer(clockToleranceMinutes),
      "farMetres": .integer(farMetres),
      "kilometresPerHour": .integer(maximumKilometresPerHour),
      "oldCard": .integer(requiresOldCard ? 1 : 0),
      "proof": .integer(requiresProof ? 1 : 0),
      "recipients": .strings(
        Recipient.allCases.filter(allowedRecipients.contains).map(\.rawValue)),
      "version": .integer(version),
    ])
  }

  /// Nothing for what no policy can be.
  init?(canonicalValue value: CanonicalValue) {
    do {
      var fields = try FieldReader(value, named: "policy")
      try self.init(
        allowedRecipients: try fields.required("recipients", Self.recipients),
        requiresProof: try fields.required("proof", Self.truth),
        maximumAttempts: try fields.integer("attempts"),
        clockToleranceMinutes: try fields.integer("clockMinutes"),
        requiresOldCard: try fields.required("oldCard", Self.truth),
        farMetres: try fields.integer("farMetres"),
        maximumKilometresPerHour: try fields.integer("kilometresPerHour"),
        version: try fields.integer("version"))
      try fields.finish()
    } catch {
      return nil
    }
  }

  private static func recipients(_ value: CanonicalValue) -> Set<Recipient>? {
    guard let values = value.array else { return nil }
    let recipients = values.compactMap { $0.string.flatMap(Recipient.init(rawValue:)) }
    return recipients.count == values.count ? Set(recipients) : nil
  }

  private static func truth(_ value: CanonicalValue) -> Bool? {
    switch value.integer {
    case 0: false
    case 1: true
    default: nil
    }
  }
}
