import CExpat

/// The XML library at work on one map: text goes in, things come out.
///
/// The only type that calls the library. It fetches nothing that the text names: a document type,
/// and with it every entity of its own, is refused.
///
/// Source: <https://libexpat.github.io/doc/api/latest/>.
@safe
final class XMLMapParser {
  /// The library keeps an unfinished element in memory, so one without end must not be.
  private static let largestElement = 1 << 20

  private let path: String
  private let parser: XML_Parser
  private var builder: XMLMapBuilder
  private var names = XMLNames()
  private var failure: OSMError?
  private var parsedBytes = 0

  /// Nothing if the library has no memory.
  init?(path: String, kinds: OSMKinds) {
    guard let parser = unsafe XML_ParserCreate(nil) else { return nil }
    unsafe self.parser = parser
    self.path = path
    builder = XMLMapBuilder(kinds: kinds)
    unsafe XML_SetUserData(parser, Unmanaged.passUnretained(self).toOpaque())
    unsafe XML_SetElementHandler(
      parser,
      { parser, name, attributes in
        guard let name = unsafe name, let attributes = unsafe attributes else { return }
        unsafe XMLMapParser.from(parser)?.start(name, XMLAttributes(attributes))
      },
      { parser, _ in unsafe XMLMapParser.from(parser)?.end() })
    unsafe XML_SetStartDoctypeDeclHandler(parser) { parser, _, _, _, _ in
      unsafe XMLMapParser.from(parser)?.fail(.documentType)
    }
  }

  deinit { unsafe XML_ParserFree(parser) }

  var report: OSMReadReport { builder.report }

  /// The things that the text so far has told to their end, which the parser then forgets.
  func takeThings() -> [XMLThing] { builder.takeThings() }

  func parse(_ bytes: Span<UInt8>, isLast: Bool) throws(OSMError) {
    let status = unsafe bytes.withUnsafeBytes { bytes in
      unsafe XML_Parse(
        parser, bytes.bindMemory(to: CChar.self).baseAddress, Int32(bytes.count), isLast ? 1 : 0)
    }
    if let failure { throw failure }
    guard status == XML_STATUS_OK else { throw damage(fault(isLast: isLast)) }
    parsedBytes += bytes.count
    let unfinished = unsafe parsedBytes - Int(XML_GetCurrentByteIndex(parser))
    if !isLast, unfinished > Self.largestElement {
      let limit = UInt64(Self.largestElement)
      throw damage(.tooLarge(.xmlElementBytes, found: UInt64(unfinished), limit: limit))
    }
  }

  private static func from(_ pointer: UnsafeMutableRawPointer?) -> XMLMapParser? {
    unsafe pointer.map { unsafe Unmanaged<XMLMapParser>.fromOpaque($0).takeUnretainedValue() }
  }

  private func start(_ name: UnsafePointer<XML_Char>, _ attributes: XMLAttributes) {
    guard failure == nil else { return }
    let name = unsafe XMLString(name)
    if builder.isBeforeRoot, name.shortName != .osm {
      return stop(.foreign(path: path, found: OSMForeignFile(root: name)))
    }
    do {
      try names.take(name, attributes)
      try builder.start(name, attributes)
    } catch {
      fail(error)
    }
  }

  private func end() {
    if failure == nil { builder.end() }
  }

  private func fail(_ fault: OSMFault) { stop(damage(fault)) }

  private func stop(_ error: OSMError) {
    failure = error
    unsafe XML_StopParser(parser, 0)
  }

  private func damage(_ fault: OSMFault) -> OSMError {
    let line = unsafe XML_GetCurrentLineNumber(parser)
    return .damaged(path: path, place: .line(Int(line)), fault: fault)
  }

  /// What the library found wrong; at the end of the file, that it came too early.
  private func fault(isLast: Bool) -> OSMFault {
    let code = unsafe XML_GetErrorCode(parser)
    let atEnd = [
      XML_ERROR_NO_ELEMENTS, XML_ERROR_UNCLOSED_TOKEN, XML_ERROR_PARTIAL_CHAR,
      XML_ERROR_UNCLOSED_CDATA_SECTION,
    ]
    if isLast, atEnd.contains(code) { return .cutOff }
    let reason = unsafe XML_ErrorString(code).map { unsafe String(cString: $0) }
    return .xml(reason: reason ?? "error \(code.rawValue)")
  }
}

extension OSMForeignFile {
  fileprivate init(root: XMLString) {
    switch root.string {
    case "osmChange": self = .changes
    case "html", "HTML": self = .webPage
    default: self = .xml(root: root.shown)
    }
  }
}
