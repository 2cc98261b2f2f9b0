public import Domain

extension CourierBundle {
  /// What a file of sealed segments holds for one office.
  public struct Reading: Hashable, Sendable {
    /// In the order of the file.
    public let bundles: [CourierBundle]
    /// What is damaged or opens but makes no sense, and where it stands in the file.
    public let unreadable: [Segment.Damage]
    /// What is sealed to others, or is no courier's bundle; to be carried on as it is.
    public let others: [Segment]
  }

  /// Everything a device has to send, as one file sealed to its office.
  ///
  /// - Parameter entries: In order of sequence without a gap, any number of them.
  /// - Parameter carried: Segments of others to take along.
  /// - Throws: ``BundleError``.
  public static func fileBytes(
    workspaceID: String, entries: [Entry], sent: ClockReading, checkpoint: Checkpoint?,
    from key: DeviceKey, of courier: CourierID, to office: BoxPublicKey,
    carrying carried: [Segment] = []
  ) throws(BundleError) -> [UInt8] {
    var file: [UInt8] = []
    var start = 0
    repeat {
      let end = min(entries.count, start + largestCount)
      let bundle = try CourierBundle(
        workspaceID: workspaceID, registration: key.registration(for: courier),
        entries: Array(entries[start..<end]), sent: sent, checkpoint: checkpoint)
      file += try bundle.segment(signedWith: key.signing, to: office).bytes
      start = end
    } while start < entries.count
    return file + carried.flatMap(\.bytes)
  }

  /// Signs and seals one bundle.
  ///
  /// - Throws: ``BundleError/wrongSignature`` if `key` is not the device's.
  public func segment(
    signedWith key: SigningKey, to office: BoxPublicKey
  ) throws(BundleError) -> Segment {
    guard key.publicKey == registration.signingKey else { throw .wrongSignature }
    let lines = [head.bytes] + entries.map(\.line)
    return try Segment(
      .courierEvents, content: SignedLines.bytes(of: lines, signedWith: key), to: office)
  }

  /// Reads every courier's bundle of a file that was sealed to `key`.
  ///
  /// It never throws: what can be read is read, and the rest is named.
  public static func read(_ fileBytes: [UInt8], with key: BoxKey) -> Reading {
    let (whole, damaged) = Segment.segments(of: fileBytes)
    var bundles: [CourierBundle] = []
    var unreadable = damaged
    var others: [Segment] = []
    for placed in whole {
      let segment = placed.segment
      guard segment.kind == .courierEvents, segment.isSealed(to: key.publicKey) else {
        others.append(segment)
        continue
      }
      do throws(BundleError) {
        bundles.append(try CourierBundle(content: try segment.content(with: key)))
      } catch {
        unreadable.append(Segment.Damage(range: placed.range, error: error))
      }
    }
    unreadable.sort { $0.range.lowerBound < $1.range.lowerBound }
    return Reading(bundles: bundles, unreadable: unreadable, others: others)
  }

  private static let version = 2

  private var head: CanonicalValue {
    .object(of: [
      "checkpoint": checkpoint.map { .string($0.line) },
      "format": .string(Segment.Kind.courierEvents.name),
      "registration": registration.canonicalValue,
      "sent": sent.canonicalValue,
      "version": .integer(Self.version),
      "workspace": .string(workspaceID),
    ])
  }

  private init(content: [UInt8]) throws(BundleError) {
    let lines = try SignedLines(content)
    var fields = try lines.head(
      format: Segment.Kind.courierEvents.name, version: Self.version)
    let (workspaceID, registration, sent, checkpoint, entries) = try BundleError.wrap {
      () throws(EventFormatError) in
      let workspaceID = try fields.string("workspace")
      let registration = try fields.required(
        "registration", DeviceRegistration.init(canonicalValue:))
      let sent = try fields.required("sent", ClockReading.init(canonicalValue:))
      let checkpoint = try fields.optional("checkpoint") { value in
        value.string.flatMap { try? Checkpoint(line: $0) }
      }
      try fields.finish()
      var entries: [Entry] = []
      for line in lines.lines.dropFirst() { entries.append(try Entry(line: line)) }
      return (workspaceID, registration, sent, checkpoint, entries)
    }
    try self.init(
      workspaceID: workspaceID, registration: registration, entries: entries, sent: sent,
      checkpoint: checkpoint, isSigned: lines.isSigned(by: registration.signingKey))
  }
}

extension CourierBundle.Entry {
  fileprivate var line: [UInt8] {
    var writer = CanonicalWriter(capacity: signed.canonical.count + 768)
    writer.field("event", canonical: signed.canonical)
    writer.field("personal", canonical: detail?.bytes)
    writer.field("previous", signed.previous)
    writer.field("recorded", recorded.canonicalValue)
    writer.field("signature", hexadecimal: signed.signature)
    return writer.finished()
  }

  fileprivate init(line: [UInt8]) throws(EventFormatError) {
    var fields = try EventFieldReader(line)
    signed = try fields.signedEvent()
    detail = try fields.optional("personal") { try? EventDetail(canonicalValue: $0) }
    recorded = try fields.required("recorded", ClockReading.init(canonicalValue:))
    try fields.finish()
  }
}

extension ClockReading {
  fileprivate var canonicalValue: CanonicalValue {
    .object(of: [
      "boot": boot.map { .string($0) },
      "satellite": satellite.map { .integer($0.milliseconds) },
      "uptime": uptime.map { .integer($0) },
      "wall": .integer(wall.milliseconds),
    ])
  }

  fileprivate init?(canonicalValue value: CanonicalValue) {
    do {
      var fields = try FieldReader(value)
      let satellite = try fields.optional("satellite") { $0.integer }
      self.init(
        wall: Instant(milliseconds: try fields.integer("wall")),
        boot: try fields.optional("boot") { $0.string },
        uptime: try fields.optional("uptime") { value in
          value.integer.flatMap { $0 >= 0 ? $0 : nil }
        },
        satellite: satellite.map(Instant.init(milliseconds:)))
      try fields.finish()
    } catch {
      return nil
    }
  }
}
