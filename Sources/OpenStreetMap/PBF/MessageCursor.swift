/// Walks over the fields of one protobuf message that lies in a larger stretch of bytes.
///
/// Never reads beyond the message, whatever lengths it announces.
///
/// Source: <https://protobuf.dev/programming-guides/encoding/>.
struct MessageCursor {
  private var position: Int
  private let end: Int

  init(_ message: Range<Int>) {
    position = message.lowerBound
    end = message.upperBound
  }

  var isAtEnd: Bool { position >= end }

  /// The number and the type of the next field.
  mutating func field(_ bytes: Span<UInt8>) throws(OSMFault) -> MessageField {
    let key = try number(bytes)
    guard let type = MessageField.WireType(rawValue: UInt8(key & 7)), key >> 3 > 0 else {
      throw .brokenMessage
    }
    return MessageField(number: key >> 3, type: type)
  }

  /// A number of variable length.
  mutating func number(_ bytes: Span<UInt8>) throws(OSMFault) -> UInt64 {
    guard position < end else { throw .brokenMessage }
    let first = bytes[position]
    position += 1
    return first < 0x80 ? UInt64(first) : try longNumber(bytes, first: first)
  }

  /// A number of variable length in zigzag order: 0, -1, 1, -2, ...
  mutating func signedNumber(_ bytes: Span<UInt8>) throws(OSMFault) -> Int64 {
    let number = try number(bytes)
    return Int64(bitPattern: number >> 1) ^ -Int64(bitPattern: number & 1)
  }

  /// Where the bytes of a message, a text or a list lie.
  mutating func range(_ bytes: Span<UInt8>) throws(OSMFault) -> Range<Int> {
    let length = try number(bytes)
    guard length <= UInt64(end - position) else { throw .brokenMessage }
    defer { position += Int(length) }
    return position..<position + Int(length)
  }

  /// Steps over the value of a field.
  mutating func skip(_ field: MessageField, _ bytes: Span<UInt8>) throws(OSMFault) {
    switch field.type {
    case .number: _ = try number(bytes)
    case .range: _ = try range(bytes)
    case .eightBytes: try step(over: 8)
    case .fourBytes: try step(over: 4)
    }
  }

  private mutating func step(over count: Int) throws(OSMFault) {
    guard end - position >= count else { throw .brokenMessage }
    position += count
  }

  private mutating func longNumber(
    _ bytes: Span<UInt8>, first: UInt8
  ) throws(OSMFault) -> UInt64 {
    var result = UInt64(first & 0x7F)
    var shift: UInt64 = 7
    while position < end, shift < 64 {
      let byte = bytes[position]
      position += 1
      if shift == 63, byte > 1 { break }
      result |= UInt64(byte & 0x7F) << shift
      if byte < 0x80 { return result }
      shift += 7
    }
    throw .brokenMessage
  }
}

extension MessageCursor {
  /// Throws unless `field` holds a message, a text or a list, and says where it lies.
  mutating func range(of field: MessageField, _ bytes: Span<UInt8>) throws(OSMFault) -> Range<Int> {
    try field.expect(.range)
    return try range(bytes)
  }

  mutating func number(of field: MessageField, _ bytes: Span<UInt8>) throws(OSMFault) -> UInt64 {
    try field.expect(.number)
    return try number(bytes)
  }

  mutating func signedNumber(
    of field: MessageField, _ bytes: Span<UInt8>
  ) throws(OSMFault) -> Int64 {
    try field.expect(.number)
    return try signedNumber(bytes)
  }

  /// How many numbers of variable length are left.
  func numbersLeft(_ bytes: Span<UInt8>) -> Int {
    var count = 0
    for index in position..<end where bytes[index] < 0x80 { count += 1 }
    return count
  }
}
