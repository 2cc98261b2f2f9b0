import OpenStreetMap
import Testing

@Suite struct PackingTests {
  private let plain = Array(XMLReadingTests.text.utf8)
  private let sampleLines = ["node 1 -54000000 1052500000"]

  @Test func aGzipFileOfOneOrManyMembersIsReadLikeThePlainText() throws {
    #expect(try read(StoredPacking.gzip(plain)).lines == XMLReadingTests.lines)
    let members = StoredPacking.gzip(Array(plain[..<100])) + StoredPacking.gzip([])
    let whole = members + StoredPacking.gzip(Array(plain[100...]))
    #expect(try read(whole).lines == XMLReadingTests.lines)
    #expect(try read(whole + [UInt8](repeating: 0, count: 512)).lines == XMLReadingTests.lines)
  }

  @Test func aBZip2FileOfManyStreamsIsReadLikeThePlainText() throws {
    let whole = BZip2Samples.firstHalf + BZip2Samples.secondHalf
    #expect(try read(Array(BZip2Samples.text.utf8)).lines == sampleLines)
    #expect(try read(whole).lines == sampleLines)
    #expect(try read(whole + [0, 0, 0]).lines == sampleLines)
  }

  @Test(arguments: [
    StoredPacking.gzip(Array(XMLReadingTests.text.utf8)),
    BZip2Samples.firstHalf + BZip2Samples.secondHalf,
  ])
  func aPackedFileCutOffAnywhereIsRefused(bytes: [UInt8]) throws {
    for count in 0..<bytes.count {
      #expect(try refusal(of: Array(bytes[..<count])) != nil)
    }
  }

  @Test func whatFollowsAPackedFileIsRefused() throws {
    let gzip = StoredPacking.gzip(plain)
    #expect(
      try refusal(of: gzip + [0, 0, 7, 7])
        == "FILE, byte \(gzip.count + 2): what is packed here is broken; fetch the file again")
    let bzip2 = BZip2Samples.firstHalf + BZip2Samples.secondHalf
    #expect(
      try refusal(of: bzip2 + [7])
        == "FILE, byte \(bzip2.count): what is packed here is broken; fetch the file again")
  }

  @Test func aWrongChecksumIsRefused() throws {
    var bytes = StoredPacking.gzip(plain)
    bytes[bytes.count - 8] ^= 1
    let sentence = try #require(try refusal(of: bytes))
    #expect(sentence.hasSuffix("what is packed here is broken; fetch the file again"))
  }

  @Test func aSmallFileThatUnpacksToVeryMuchIsRefused() throws {
    let sentence = try #require(try refusal(of: BZip2Samples.blanks))
    #expect(
      sentence.hasSuffix(
        "the file unpacks to hundreds of times its size, as no map does; fetch the file again"))
  }
}
