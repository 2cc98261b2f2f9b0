/// Reads a map in the format OSM XML.
///
/// Source: <https://wiki.openstreetmap.org/wiki/OSM_XML>.
struct XMLReader {
  private static let stretchBytes = 1 << 16

  private let source: UnpackedFile
  private let parser: XMLMapParser
  /// Nothing where the text is not meant to be UTF-8.
  private var mending: UTF8Mending?

  init(_ source: UnpackedFile, kinds: OSMKinds) throws(OSMError) {
    guard let parser = XMLMapParser(path: source.file.path, kinds: kinds) else {
      throw .unreadable(path: source.file.path, reason: "the XML library does not start")
    }
    self.source = source
    self.parser = parser
  }

  mutating func read(
    into sink: inout some OSMSink, progress: ((Double) -> Void)?
  ) throws(OSMError) -> OSMReadReport {
    var stretch: [UInt8] = []
    var isFirst = true
    var isLast = false
    while !isLast {
      let count = try source.read(Self.stretchBytes, into: &stretch)
      isLast = count < Self.stretchBytes
      if isFirst, XMLEncoding.isUTF8(stretch[..<count]) { mending = UTF8Mending() }
      isFirst = false
      try parse(stretch.span.extracting(first: count), isLast: isLast)
      deliver(to: &sink)
      progress?(source.file.fraction)
    }
    var report = parser.report
    report.mendedTexts = mending?.mended ?? 0
    return report
  }

  private mutating func parse(_ bytes: Span<UInt8>, isLast: Bool) throws(OSMError) {
    guard let mended = mending?.mend(bytes, isLast: isLast) else {
      return try parser.parse(bytes, isLast: isLast)
    }
    try parser.parse(mended.span, isLast: isLast)
  }

  private func deliver(to sink: inout some OSMSink) {
    for thing in parser.takeThings() {
      switch thing {
      case .node(let node): sink.take(node)
      case .way(let way): sink.take(way)
      case .relation(let relation): sink.take(relation)
      }
    }
  }
}
