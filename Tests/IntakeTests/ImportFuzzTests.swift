import Domain
import Intake
import TestSupport
import Testing

@Suite struct ImportFuzzTests {
  /// Flipped, lost, doubled and foreign bytes never trap, and every row is accounted for.
  @Test(arguments: UInt64(0)..<8)
  func mutatedFilesNeverTrapAndNoRowIsLost(seed: UInt64) throws {
    let context = try SmallRegency().context
    let rows = (1...5).map { number in
      CardImportTests.good.map { field in
        field.column == "nik" ? "187101570890000\(number)" : field.value
      }
    }
    let original = file(CardImportTests.good.map(\.column), rows)
    var random = SplitMix64(seed: seed)
    for _ in 0..<400 {
      let mutated = original.mutated(using: &random)
      guard let readings = try? CardImport.readings(of: mutated, context) else { continue }
      let whole = readings.rows().count + readings.rejections().count
      #expect(whole == readings.count)
      #expect(readings.count == (try recordCount(of: mutated)) - 1)
      for rejection in readings.rejections() { #expect(!rejection.phrase.english.isEmpty) }
    }
  }

  /// A file cut anywhere reads the same in pieces as whole.
  @Test(arguments: UInt64(0)..<4)
  func piecesMakeNoDifference(seed: UInt64) throws {
    let context = try SmallRegency().context
    var random = SplitMix64(seed: seed)
    let original = file(
      CardImportTests.good.map(\.column), [CardImportTests.good.map(\.value)])
    for _ in 0..<100 {
      let mutated = original.mutated(using: &random)
      let whole = Result { try CardImport.readings(of: mutated, context).rejections() }
      let pieces = Result {
        var cards = CardImport(context)
        var readings: [Reading<NewCard>] = []
        var rest = mutated[...]
        while !rest.isEmpty {
          let size = Int.random(in: 1...90, using: &random)
          readings += try cards.read(rest.prefix(size))
          rest = rest.dropFirst(size)
        }
        return (readings + (try cards.finish())).rejections()
      }
      #expect((try? whole.get()) == (try? pieces.get()))
    }
  }

  private func recordCount(of bytes: [UInt8]) throws -> Int {
    var reader = DelimitedReader()
    reader.feed(bytes[...])
    reader.finish()
    var count = 0
    while try reader.next() != nil { count += 1 }
    return count
  }
}
