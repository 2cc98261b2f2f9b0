import OpenStreetMap
import TestSupport
import Testing

/// Changed files are read or refused with a sentence; none stops the program.
@Suite struct MutationTests {
  private static let files: [[UInt8]] = [
    PBFReadingTests.smallMap(.zlib).bytes, PBFReadingTests.smallMap(.raw).bytes,
    Array(XMLReadingTests.text.utf8), StoredPacking.gzip(Array(XMLReadingTests.text.utf8)),
    BZip2Samples.firstHalf + BZip2Samples.secondHalf,
  ]

  @Test(arguments: files.indices)
  func aChangedFileIsReadOrRefused(file: Int) throws {
    for seed in UInt64(0)..<300 {
      var random = SplitMix64(seed: seed)
      let sentence = try refusal(of: Self.files[file].mutated(using: &random))
      #expect(sentence.map { $0.hasPrefix("FILE") } ?? true)
    }
  }

  /// What is read from a changed file can be written, and is then read as the same.
  @Test(arguments: UInt64(0)..<50)
  func whatIsReadIsWrittenAndReadAgain(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let bytes = PBFReadingTests.smallMap(.raw).bytes.mutated(using: &random)
    guard let lines = try? read(bytes).lines else { return }
    let scratch = try ScratchFile(bytes)
    var copy = Copy()
    _ = try OSMFile(path: scratch.path).read([.nodes, .ways, .relations], into: &copy)
    var writer = OSMWriter(generator: "hantar")
    copy.nodes.forEach { writer.write($0) }
    copy.ways.forEach { writer.write($0) }
    copy.relations.forEach { writer.write($0) }
    let readable = lines.map { line in
      String(line.unicodeScalars.map { $0.isXML ? Character($0) : "\u{FFFD}" })
    }
    #expect(try read(writer.finish()).lines == readable)
  }

  private struct Copy: OSMSink {
    var nodes: [OSMNode] = []
    var ways: [OSMWay] = []
    var relations: [OSMRelation] = []

    mutating func take(_ node: OSMNode) { nodes.append(node) }
    mutating func take(_ way: OSMWay) { ways.append(way) }
    mutating func take(_ relation: OSMRelation) { relations.append(relation) }
  }
}

extension Unicode.Scalar {
  /// Whether XML 1.0 can hold the character.
  fileprivate var isXML: Bool {
    value >= 0x20 && value != 0xFFFE && value != 0xFFFF || "\t\n\r".unicodeScalars.contains(self)
  }
}
