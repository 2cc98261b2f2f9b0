/// The packed side of a file that is being unpacked: a stretch of it, and the limit of growth.
struct PackedInput {
  let file: InputFile
  private var bytes: [UInt8] = []
  private var start = 0
  private var end = 0
  private var growth = GrowthLimit()

  private static let stretchBytes = 1 << 16

  init(_ file: InputFile) {
    self.file = file
  }

  /// Where the next packed byte lies in the file.
  private var position: Int { file.position - (end - start) }

  /// Makes sure that there are bytes to unpack; false at the end of the file.
  mutating func fill() throws(OSMError) -> Bool {
    if start < end { return true }
    start = 0
    end = try file.read(Self.stretchBytes, into: &bytes)
    return end > 0
  }

  /// Calls `body` with the bytes not yet unpacked; zlib and libbz2 do not write to them.
  mutating func withRest<Result>(
    _ body: (UnsafeMutableBufferPointer<UInt8>) -> Result
  ) -> Result {
    unsafe bytes.withUnsafeMutableBufferPointer {
      unsafe body(UnsafeMutableBufferPointer(rebasing: $0[start..<end]))
    }
  }

  /// Steps over what was unpacked.
  mutating func advance(by packed: Int, unpacked: Int) throws(OSMError) {
    start += packed
    if !growth.allows(unpacked, from: position) { throw damage(.unpacksWithoutEnd) }
  }

  /// Steps over the zeros that fill the last block of a tape; false if anything else follows.
  mutating func skipPadding() throws(OSMError) -> Bool {
    while try fill() {
      guard let mark = bytes[start..<end].firstIndex(where: { $0 != 0 }) else {
        start = end
        continue
      }
      start = mark
      return false
    }
    return true
  }

  func damage(_ fault: OSMFault) -> OSMError {
    .damaged(path: file.path, place: .byte(position), fault: fault)
  }
}
