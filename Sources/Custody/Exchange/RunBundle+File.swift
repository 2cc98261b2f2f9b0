import Domain
import Geometry

extension RunBundle {
  /// The bundle as a file that `key`, the office's, signs.
  ///
  /// - Throws: ``KeyError`` if the key is not usable.
  public func fileBytes(signedWith key: SigningKey) throws(KeyError) -> [UInt8] {
    let unsigned = SealedFile(
      format: Self.format, version: Self.version, fields: fields(officeKey: key.publicKey))
    let signature = try key.signature(of: unsigned.unchecked)
    return unsigned.with("signature", .string(Hexadecimal.text(signature))).bytes
  }

  /// Reads a run bundle and the key of the office that signed it.
  ///
  /// - Parameter trusted: The office key this device has kept since its first bundle; nothing on
  ///   first use, when the caller keeps the key that is returned.
  /// - Throws: ``BundleError``.
  public static func read(
    _ fileBytes: [UInt8], trusting trusted: PublicKey?
  ) throws(BundleError) -> (bundle: RunBundle, officeKey: PublicKey) {
    let file = try SealedFile(fileBytes, format: format, version: version)
    let content = try BundleError.wrap { () throws(EventFormatError) in
      try Content(file.content)
    }
    if let trusted, trusted != content.officeKey {
      throw .otherOffice(expected: trusted, found: content.officeKey)
    }
    guard content.officeKey.verifies(content.signature, of: file.without("signature").unchecked)
    else { throw .wrongSignature }
    return (content.bundle, content.officeKey)
  }

  private static let format = "hantar-run-bundle"
  private static let version = 1

  private func fields(officeKey: PublicKey) -> KeyValuePairs<String, CanonicalValue?> {
    [
      "courier": .string(courier.description),
      "date": .string(date.description),
      "device": .string(device),
      "document": .string(document.description),
      "issued": .integer(issued.milliseconds),
      "officeKey": .string(officeKey.description),
      "run": .string(run.description),
      "stops": .array(stops.map(\.canonicalValue)),
      "workspace": .string(workspaceID),
      "zone": .string(zone.rawValue),
    ]
  }

  /// The fields of the file, read but not yet verified.
  private struct Content {
    let bundle: RunBundle
    let officeKey: PublicKey
    let signature: [UInt8]

    init(_ value: CanonicalValue) throws(EventFormatError) {
      var fields = try FieldReader(value)
      officeKey = try fields.required("officeKey") { $0.string.flatMap { PublicKey($0) } }
      signature = try fields.required("signature") { $0.string.flatMap { Hexadecimal.bytes($0) } }
      bundle = RunBundle(
        workspaceID: try fields.string("workspace"),
        run: try fields.required("run") { $0.string.flatMap { RunID($0) } },
        date: try fields.required("date") { $0.string.flatMap { CalendarDate($0) } },
        zone: try fields.required("zone") { $0.string.flatMap(TimeZoneOffset.init(rawValue:)) },
        courier: try fields.required("courier") { $0.string.flatMap { CourierID($0) } },
        device: try fields.string("device"),
        issued: Instant(milliseconds: try fields.integer("issued")),
        document: try fields.required("document") {
          $0.string.flatMap { HandoverDocumentNumber($0) }
        },
        stops: try fields.list("stops", Stop.init(canonicalValue:)))
      try fields.finish()
    }
  }
}

extension RunBundle.Stop {
  fileprivate var canonicalValue: CanonicalValue {
    .object(of: [
      "address": .string(addressLine),
      "arrivesSeconds": .integer(arrives.seconds),
      "cards": .array(cards.map(\.canonicalValue)),
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
