/// The blocks of a PBF file whose contents are not packed.
struct PBFFrames {
  struct Block {
    let kind: [UInt8]
    var content: [UInt8]
  }

  var blocks: [Block] = []

  /// - Parameter bytes: A right file whose block headers are shorter than 256 bytes.
  init(_ bytes: [UInt8]) {
    var rest = bytes[...]
    while rest.count > 4 {
      var header = rest.dropFirst(4).prefix(Int(rest[rest.startIndex + 3]))
      rest = rest.dropFirst(4 + header.count)
      let kind = Self.takeField(of: &header)
      var blob = rest.prefix(Self.takeNumber(of: &header))
      rest = rest.dropFirst(blob.count)
      blocks.append(Block(kind: kind, content: Self.takeField(of: &blob)))
    }
  }

  var bytes: [UInt8] {
    blocks.flatMap { block in
      let blob = Self.field(1, block.content)
      let header = Self.field(1, block.kind) + [3 << 3] + Self.number(blob.count)
      return [0, 0, 0, UInt8(truncatingIfNeeded: header.count)] + header + blob
    }
  }

  private static func takeField(of bytes: inout ArraySlice<UInt8>) -> [UInt8] {
    let length = takeNumber(of: &bytes)
    defer { bytes = bytes.dropFirst(length) }
    return Array(bytes.prefix(length))
  }

  /// Takes the tag of a field and the number behind it.
  private static func takeNumber(of bytes: inout ArraySlice<UInt8>) -> Int {
    bytes = bytes.dropFirst()
    var number = 0
    var shift = 0
    while let byte = bytes.popFirst() {
      number |= Int(byte & 0x7F) << shift
      shift += 7
      if byte < 0x80 { break }
    }
    return number
  }

  private static func field(_ number: UInt8, _ content: [UInt8]) -> [UInt8] {
    [number << 3 | 2] + Self.number(content.count) + content
  }

  private static func number(_ value: Int) -> [UInt8] {
    value < 0x80
      ? [UInt8(value)] : [UInt8(truncatingIfNeeded: value) | 0x80] + number(value >> 7)
  }
}
