/// What stands before the value of a field.
struct MessageField {
  /// How the value is written; groups, which PBF never has, are left out.
  enum WireType: UInt8 {
    case number = 0
    case eightBytes = 1
    case range = 2
    case fourBytes = 5
  }

  let number: UInt64
  let type: WireType

  /// Throws unless the value is written in this way.
  func expect(_ type: WireType) throws(OSMFault) {
    if self.type != type { throw .brokenMessage }
  }
}
