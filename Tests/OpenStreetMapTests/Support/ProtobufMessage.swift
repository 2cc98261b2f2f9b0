/// A protobuf message as it is written.
struct ProtobufMessage {
  private(set) var bytes: [UInt8] = []

  static func number(_ value: UInt64) -> [UInt8] {
    var bytes: [UInt8] = []
    var rest = value
    while rest >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    return bytes + [UInt8(rest)]
  }

  static func signed(_ value: Int64) -> [UInt8] {
    number(UInt64(bitPattern: value << 1 ^ value >> 63))
  }

  mutating func add(_ field: UInt64, number: UInt64) {
    bytes += Self.number(field << 3) + Self.number(number)
  }

  mutating func add(_ field: UInt64, signed: Int64) {
    bytes += Self.number(field << 3) + Self.signed(signed)
  }

  mutating func add(_ field: UInt64, bytes content: [UInt8]) {
    bytes += Self.number(field << 3 | 2) + Self.number(UInt64(content.count)) + content
  }

  mutating func add(_ field: UInt64, _ message: ProtobufMessage) {
    add(field, bytes: message.bytes)
  }

  mutating func add(_ field: UInt64, numbers: [UInt64]) {
    add(field, bytes: numbers.flatMap(Self.number))
  }

  /// Numbers as zigzag differences.
  mutating func add(_ field: UInt64, differencesOf numbers: [Int64]) {
    var last: Int64 = 0
    var content: [UInt8] = []
    for number in numbers {
      content += Self.signed(number &- last)
      last = number
    }
    add(field, bytes: content)
  }
}
