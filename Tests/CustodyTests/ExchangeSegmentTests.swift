import Domain
import TestSupport
import Testing

@testable import Custody

@Suite struct ExchangeSegmentTests {
  private let samples: ExchangeSamples
  private let contents = ["satu", "dua, yang lebih panjang", ""].map { Array($0.utf8) }
  private let segments: [Segment]
  private let file: [UInt8]

  init() throws {
    let samples = try ExchangeSamples()
    self.samples = samples
    segments = try contents.map { content throws in
      try Segment(.courierEvents, content: content, to: samples.office.boxKey)
    }
    file = segments.flatMap(\.bytes)
  }

  @Test func segmentsComeOutOfAFileAsTheyWentIn() throws {
    let (whole, damaged) = Segment.segments(of: file)
    #expect(whole.map(\.segment) == segments)
    #expect(damaged.isEmpty)
    #expect(try whole.map { try $0.segment.content(with: samples.keys.box) } == contents)
    #expect(
      whole.map(\.range.lowerBound) == [
        0, segments[0].bytes.count, file.count - segments[2].bytes.count,
      ])
  }

  @Test func filesPutTogetherInAnyOrderAndTwiceAreAFile() {
    let mixed = segments[2].bytes + file + segments[1].bytes
    let whole = Segment.segments(of: mixed).whole.map(\.segment)
    #expect(whole == [segments[2]] + segments + [segments[1]])
  }

  @Test func onlyTheKeyItIsSealedToOpensASegment() throws {
    let stranger = try ExchangeSamples(seed: 2).keys.box
    #expect(throws: BundleError.sealedToAnother) { try segments[0].content(with: stranger) }
    #expect(!segments[0].isSealed(to: stranger.publicKey))
  }

  @Test func aChangedByteCostsTheSegmentItHitsAndNoOther() throws {
    var start = 0
    for (index, segment) in segments.enumerated() {
      var others = segments
      others.remove(at: index)
      for place in start..<(start + segment.bytes.count) {
        let (whole, damaged) = Segment.segments(of: file.flipped(at: place))
        #expect(whole.map(\.segment) == others, "byte \(place)")
        #expect(damaged.map(\.range) == [start..<(start + segment.bytes.count)], "byte \(place)")
      }
      start += segment.bytes.count
    }
  }

  @Test func aCutFileKeepsTheSegmentsBeforeTheCut() {
    let ends = segments.indices.map { index in
      segments[...index].reduce(0) { $0 + $1.bytes.count }
    }
    for count in file.indices {
      let (whole, damaged) = Segment.segments(of: Array(file.prefix(count)))
      let intact = ends.count { $0 <= count }
      #expect(whole.map(\.segment) == Array(segments.prefix(intact)), "cut at \(count)")
      #expect(damaged.isEmpty == (count == 0 || ends.contains(count)), "cut at \(count)")
    }
  }

  @Test func bytesLostOrAddedBetweenSegmentsDoNoHarm() {
    let rubbish = Array("rubbish\r\n".utf8)
    let mixed = rubbish + segments[0].bytes + rubbish + segments[1].bytes + rubbish
    let (whole, damaged) = Segment.segments(of: mixed)
    #expect(whole.map(\.segment) == Array(segments.prefix(2)))
    #expect(damaged.count == 3)
    #expect(damaged.map(\.error) == [.notABundle, .notABundle, .notABundle])
  }

  @Test func aTransferThatRewritesLineEndsIsFoundOut() {
    let rewritten = file.flatMap { $0 == 0x0A ? [0x0D, 0x0A] : [$0] }
    let (whole, damaged) = Segment.segments(of: rewritten)
    #expect(whole.isEmpty)
    #expect(!damaged.isEmpty)
  }

  @Test func falseBeginningsDoNotMakeReadingLong() {
    let header = Array(segments[0].bytes.prefix(26)) + [0x00, 0x7F, 0xFF, 0xFF]
    let hostile = (0..<3000).flatMap { _ in header } + [UInt8](repeating: 0, count: 1 << 20)
    let (whole, damaged) = Segment.segments(of: hostile)
    #expect(whole.isEmpty)
    #expect(damaged.last?.range.upperBound == hostile.count)
  }

  @Test(arguments: UInt64(0)..<100)
  func noBytesMakeTheReaderTrap(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let hostile = file.mutated(using: &random)
    let (whole, damaged) = Segment.segments(of: hostile)
    let covered = (whole.map(\.range) + damaged.map(\.range)).sorted {
      $0.lowerBound < $1.lowerBound
    }
    #expect(covered.first?.lowerBound ?? 0 == 0)
    #expect(covered.last?.upperBound ?? 0 == hostile.count)
    for (range, next) in zip(covered, covered.dropFirst()) {
      #expect(range.upperBound == next.lowerBound)
    }
  }

  @Test func whatUnpacksToMoreThanAllowedIsRefused() throws {
    let zeros = [UInt8](repeating: 0, count: 1 << 20)
    let packed = try Packing.pack(zeros)
    #expect(packed.count < 2000)
    #expect(try Packing.unpack(packed) == zeros)
    let bomb = UInt32(1 << 30).bigEndianBytes + packed.dropFirst(4)
    #expect(throws: BundleError.tooLarge(byteCount: 1 << 30, limit: Packing.largestUnpacked)) {
      try Packing.unpack(bomb)
    }
    for wrong in [UInt32(zeros.count - 1), UInt32(zeros.count + 1), 0] {
      #expect(throws: BundleError.badPacking, "announced \(wrong)") {
        try Packing.unpack(wrong.bigEndianBytes + packed.dropFirst(4))
      }
    }
    #expect(throws: BundleError.badPacking) { try Packing.unpack([1, 2, 3]) }
    #expect(
      throws: BundleError.tooLarge(
        byteCount: Packing.largestUnpacked + 1, limit: Packing.largestUnpacked)
    ) { try Packing.pack([UInt8](repeating: 0, count: Packing.largestUnpacked + 1)) }
  }
}
