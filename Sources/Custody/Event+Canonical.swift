import Domain
import Geometry

extension Event {
  /// The one byte sequence that means this event: what is hashed, sealed, signed and carried.
  ///
  /// Canonical JSON (RFC 8785) of integers and strings; absent fields are left out.
  public func canonicalBytes() -> [UInt8] {
    var writer = CanonicalWriter(capacity: 640 + 25 * cards.count)
    writer.field("action", action?.rawValue)
    writer.field("actor", actor)
    writer.field("cards", cards)
    if let clock { writer.field("clock") { clock.write(to: &$0) } }
    writer.field("correction", correction?.canonicalValue)
    writer.field("detail", detail)
    writer.field("device", id.device)
    writer.field("document", document)
    if !exchanged.isEmpty { writer.field("exchanged", exchanged) }
    writer.field("fee", fee)
    writer.field("giver", giver.code)
    writer.field("item", item?.description)
    writer.field("kind", kind.rawValue)
    writer.field("policy", policy)
    if !proofs.isEmpty { writer.field("proofs", objects: proofs) { $1.write(to: &$0) } }
    writer.field("provenance", provenance.rawValue)
    writer.field("reason", reason?.rawValue)
    writer.field("recipient", recipient?.rawValue)
    writer.field("registration", registration?.canonicalValue)
    writer.field("run", run?.description)
    writer.field("sequence", id.sequence)
    writer.field("stop", stop)
    writer.field("taker", taker.code)
    writer.field("time", time.milliseconds)
    return writer.finished()
  }

  /// Reads what ``canonicalBytes()`` writes, and nothing else.
  ///
  /// - Throws: ``EventFormatError`` for the first thing wrong.
  public init(canonicalBytes bytes: [UInt8]) throws(EventFormatError) {
    try self.init(canonicalValue: CanonicalValue(bytes: bytes), spelt: bytes)
  }

  init(canonicalValue value: CanonicalValue) throws(EventFormatError) {
    try self.init(canonicalValue: value, spelt: value.bytes)
  }

  /// - Parameter bytes: The bytes that `value` was read from.
  init(canonicalValue value: CanonicalValue, spelt bytes: [UInt8]) throws(EventFormatError) {
    var fields = try FieldReader(value)
    self.init(
      id: ID(device: try fields.string("device"), sequence: try fields.integer("sequence")),
      kind: try fields.required("kind") { $0.string.flatMap(Kind.init(rawValue:)) },
      cards: try fields.required("cards", Self.cards),
      giver: try fields.required("giver") { $0.string.flatMap(Holder.init(code:)) },
      taker: try fields.required("taker") { $0.string.flatMap(Holder.init(code:)) },
      actor: try fields.string("actor"),
      run: try fields.optional("run") { $0.string.flatMap { RunID($0) } },
      stop: try fields.optional("stop") { $0.integer.flatMap { Int(exactly: $0) } },
      document: try fields.optional("document") { $0.string },
      time: Instant(milliseconds: try fields.integer("time")),
      clock: try fields.optional("clock", ClockEvidence.init(canonicalValue:)),
      recipient: try fields.optional("recipient") { $0.string.flatMap(Recipient.init(rawValue:)) },
      reason: try fields.optional("reason") { $0.string.flatMap(FailureReason.init(rawValue:)) },
      action: try fields.optional("action") { $0.string.flatMap(ActionCode.init(rawValue:)) },
      proofs: try fields.list("proofs", Proof.init(canonicalValue:)),
      exchanged: try fields.optional("exchanged", Self.cards) ?? [],
      item: try fields.optional("item") { $0.string.flatMap { PostItem($0) } },
      fee: try fields.optional("fee") { $0.integer.flatMap { Int(exactly: $0) } },
      correction: try fields.optional("correction", Correction.init(canonicalValue:)),
      registration: try fields.optional(
        "registration", DeviceRegistration.init(canonicalValue:)),
      detail: try fields.optional("detail") { $0.string.flatMap { Fingerprint($0) } },
      policy: try fields.integer("policy"),
      provenance: try fields.required("provenance") {
        $0.string.flatMap(Provenance.init(rawValue:))
      })
    try fields.finish()
    guard canonicalBytes() != bytes else { return }
    try checkSpelling(against: value)
  }

  /// Refuses a field whose value was understood but is not spelt as ``canonicalBytes()`` spells it,
  /// such as a card identifier without dashes.
  private func checkSpelling(against value: CanonicalValue) throws(EventFormatError) {
    guard case .object(let fields) = value,
      case .object(let spelt) = try CanonicalValue(bytes: canonicalBytes())
    else { return }
    for field in fields {
      let isSpeltSo = spelt.contains {
        $0.key == field.key && $0.value.bytes == field.value.bytes
      }
      guard isSpeltSo else { throw .badField(field.key) }
    }
  }

  private static func cards(_ value: CanonicalValue) -> [CardID]? {
    guard let values = value.array else { return nil }
    let cards = values.compactMap { $0.string.flatMap { CardID($0) } }
    return cards.count == values.count ? cards : nil
  }
}

extension Coordinate {
  func write(to writer: inout CanonicalWriter) {
    writer.field("latitudeE7", latitudeE7)
    writer.field("longitudeE7", longitudeE7)
  }

  var canonicalValue: CanonicalValue {
    .object(of: ["latitudeE7": .integer(latitudeE7), "longitudeE7": .integer(longitudeE7)])
  }

  /// Nothing unless `value` has exactly a latitude and a longitude on the globe.
  init?(canonicalValue value: CanonicalValue) {
    do {
      var fields = try FieldReader(value)
      try self.init(
        latitudeE7: fields.integer("latitudeE7"), longitudeE7: fields.integer("longitudeE7"))
      try fields.finish()
    } catch {
      return nil
    }
  }
}

extension ClockEvidence {
  fileprivate func write(to writer: inout CanonicalWriter) {
    writer.field("earliest", earliest.milliseconds)
    writer.field("elapsed", elapsed)
    writer.field("latest", latest.milliseconds)
    writer.field("satellite", satellite?.milliseconds)
  }

  fileprivate init?(canonicalValue value: CanonicalValue) {
    do {
      var fields = try FieldReader(value)
      let satellite = try fields.optional("satellite") { $0.integer }
      self.init(
        earliest: Instant(milliseconds: try fields.integer("earliest")),
        latest: Instant(milliseconds: try fields.integer("latest")),
        elapsed: try fields.optional("elapsed") { $0.integer },
        satellite: satellite.map(Instant.init(milliseconds:)))
      try fields.finish()
    } catch {
      return nil
    }
  }
}

extension Correction {
  fileprivate var canonicalValue: CanonicalValue {
    .object(of: [
      "decision": .string(decision.rawValue), "event": .string(event.description),
    ])
  }

  fileprivate init?(canonicalValue value: CanonicalValue) {
    do {
      var fields = try FieldReader(value)
      self.init(
        event: try fields.fingerprint("event"),
        decision: try fields.required("decision") {
          $0.string.flatMap(Decision.init(rawValue:))
        })
      try fields.finish()
    } catch {
      return nil
    }
  }
}

extension DeviceRegistration {
  var canonicalValue: CanonicalValue {
    .object(of: [
      "boxKey": .string(boxKey.description), "courier": .string(courier.description),
      "signingKey": .string(signingKey.description),
    ])
  }

  init?(canonicalValue value: CanonicalValue) {
    do {
      var fields = try FieldReader(value)
      self.init(
        signingKey: try fields.required("signingKey") { $0.string.flatMap { PublicKey($0) } },
        boxKey: try fields.required("boxKey") { $0.string.flatMap { BoxPublicKey($0) } },
        courier: try fields.required("courier") { $0.string.flatMap { CourierID($0) } })
      try fields.finish()
    } catch {
      return nil
    }
  }
}

extension Proof {
  fileprivate func write(to writer: inout CanonicalWriter) {
    writer.field("digest", digest)
    writer.field("kind", kind.rawValue)
  }

  fileprivate init(canonicalValue value: CanonicalValue) throws(EventFormatError) {
    var fields = try FieldReader(value, named: "proofs")
    self.init(
      kind: try fields.required("kind") { $0.string.flatMap(Kind.init(rawValue:)) },
      digest: try fields.optional("digest") { $0.string })
    try fields.finish()
  }
}
