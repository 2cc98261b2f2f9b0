import Domain
import Geometry

extension RunBundle {
  /// The bundle as a file that `key`, the office's, signs and that only its device can read.
  ///
  /// - Throws: ``BundleError``.
  public func fileBytes(
    signedWith key: SigningKey, to boxKey: BoxPublicKey
  ) throws(BundleError) -> [UInt8] {
    let content = try SignedLines.bytes(of: [bytes], signedWith: key)
    return try Segment(.run, content: content, to: boxKey).bytes
  }

  /// Reads a run that was sealed to `key`.
  ///
  /// - Parameter trusted: The office that the device keeps to; nothing before the first, when the
  ///   caller keeps the one that is returned in ``note``.
  /// - Throws: ``BundleError``.
  public init(
    _ segment: Segment, with key: BoxKey, trusting trusted: OfficeIdentity?
  ) throws(BundleError) {
    let kind = Segment.Kind.run
    guard segment.kind == kind else {
      throw .wrongFormat(expected: kind.name, found: segment.kind.name)
    }
    let lines = try SignedLines(try segment.content(with: key))
    self = try Self.read(lines)
    try note.check(lines, trusting: trusted)
  }

  /// The run as canonical JSON, for the device to keep sealed.
  public var bytes: [UInt8] { canonicalValue.bytes }

  /// Reads what ``bytes`` writes; the office's signature was checked when it came in.
  ///
  /// - Throws: ``BundleError``.
  public init(bytes: [UInt8]) throws(BundleError) {
    self = try Self.read(SignedLines(unsigned: bytes))
  }

  private static let version = 2

  private static func read(_ lines: SignedLines) throws(BundleError) -> RunBundle {
    var fields = try lines.head(format: Segment.Kind.run.name, version: version)
    return try BundleError.wrap { () throws(EventFormatError) in try RunBundle(&fields) }
  }

  private var canonicalValue: CanonicalValue {
    .object(of: [
      "courier": .string(courier.description),
      "date": .string(date.description),
      "device": .string(device.description),
      "document": .string(document.description),
      "expires": .integer(expires.milliseconds),
      "format": .string(Segment.Kind.run.name),
      "issued": .integer(issued.milliseconds),
      "office": note.canonicalValue,
      "policy": policy.canonicalValue,
      "run": .string(run.description),
      "stops": .array(stops.map(\.canonicalValue)),
      "version": .integer(Self.version),
      "zone": .string(zone.rawValue),
    ])
  }

  private init(_ fields: inout FieldReader) throws(EventFormatError) {
    self.init(
      note: try OfficeNote(canonicalValue: try fields.required("office") { $0 }),
      run: try fields.required("run") { $0.string.flatMap { RunID($0) } },
      date: try fields.required("date") { $0.string.flatMap { CalendarDate($0) } },
      zone: try fields.required("zone") { $0.string.flatMap(TimeZoneOffset.init(rawValue:)) },
      courier: try fields.required("courier") { $0.string.flatMap { CourierID($0) } },
      device: try fields.required("device") { $0.string.flatMap { DeviceID($0) } },
      issued: Instant(milliseconds: try fields.integer("issued")),
      expires: Instant(milliseconds: try fields.integer("expires")),
      document: try fields.required("document") {
        $0.string.flatMap { HandoverDocumentNumber($0) }
      },
      policy: try fields.required("policy", CustodyPolicy.init(canonicalValue:)),
      stops: try fields.list("stops", Stop.init(canonicalValue:)))
    try fields.finish()
  }
}

extension RunBundle.Stop {
  fileprivate var canonicalValue: CanonicalValue {
    .object(of: [
      "address": .string(addressLine),
      "arrivesSeconds": .integer(arrives.seconds),
      "cards": .array(cards.map(\.canonicalValue)),
      "desa": .string(desa.description),
      "landmark": landmark.map { .string($0) },
      "number": .integer(number),
      "position": place?.coordinate.canonicalValue,
      "uncertaintyMetres": place.map { .integer($0.uncertaintyMetres) },
    ])
  }

  fileprivate init(canonicalValue value: CanonicalValue) throws(EventFormatError) {
    var fields = try FieldReader(value, named: "stops")
    let position = try fields.optional("position", Coordinate.init(canonicalValue:))
    let uncertainty = try fields.optional("uncertaintyMetres") { $0.integer.map { Int($0) } }
    self.init(
      number: try fields.integer("number"),
      addressLine: try fields.string("address"),
      landmark: try fields.optional("landmark") { $0.string },
      desa: try fields.required("desa") { value in
        value.string.flatMap { RegionCode($0) }.flatMap { $0.level == .desa ? $0 : nil }
      },
      arrives: try fields.required("arrivesSeconds") { value in
        value.integer.flatMap { Int32(exactly: $0) }.flatMap { TimeOfDay(seconds: $0) }
      },
      place: try Self.place(position, uncertainty),
      cards: try fields.list("cards", RunBundle.Card.init(canonicalValue:)))
    try fields.finish()
  }

  private static func place(
    _ position: Coordinate?, _ uncertainty: Int?
  ) throws(EventFormatError) -> RunBundle.Place? {
    switch (position, uncertainty) {
    case (nil, nil): return nil
    case (nil, _): throw .missingField("stops.position")
    case (_, nil): throw .missingField("stops.uncertaintyMetres")
    case (let position?, let uncertainty?):
      guard
        let place = RunBundle.Place(coordinate: position, uncertaintyMetres: uncertainty)
      else { throw .badField("stops.uncertaintyMetres") }
      return place
    }
  }
}

extension RunBundle.Card {
  fileprivate var canonicalValue: CanonicalValue {
    .object(of: [
      "id": .string(id.description), "name": .string(residentName), "nik": .string(maskedNIK),
      "request": .string(request.rawValue),
    ])
  }

  fileprivate init(canonicalValue value: CanonicalValue) throws(EventFormatError) {
    var fields = try FieldReader(value, named: "cards")
    self.init(
      id: try fields.required("id") { $0.string.flatMap { CardID($0) } },
      residentName: try fields.string("name"),
      maskedNIK: try fields.required("nik") { $0.string.flatMap(Self.masked) },
      request: try fields.required("request") { $0.string.flatMap(RequestKind.init(rawValue:)) })
    try fields.finish()
  }

  /// `text` if it is a NIK with its middle starred out, and nothing if it shows any more digits.
  private static func masked(_ text: String) -> String? {
    let isMasked =
      text.utf8.count == 16
      && text.utf8.enumerated().allSatisfy { index, byte in
        (6..<12).contains(index) ? byte == UInt8(ascii: "*") : isASCIIDigit(byte)
      }
    return isMasked ? text : nil
  }
}
