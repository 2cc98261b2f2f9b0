extension [UInt8] {
  /// The bytes with one to five of them changed, removed, repeated or made special.
  public func mutated(using random: inout some RandomNumberGenerator) -> [UInt8] {
    var bytes = self
    let special = Array("\0\t\n\r -+.:;=@eE019,[]{}\"\\".utf8) + [0x80, 0xC3, 0xEF, 0xFF]
    for _ in 0..<Int.random(in: 1...5, using: &random) where !bytes.isEmpty {
      let index = Int.random(in: bytes.indices, using: &random)
      switch Int.random(in: 0..<5, using: &random) {
      case 0: bytes[index] = UInt8.random(in: 0...255, using: &random)
      case 1: bytes.remove(at: index)
      case 2: bytes.insert(special.randomElement(using: &random) ?? 0, at: index)
      case 3: bytes[index] = special.randomElement(using: &random) ?? 0
      default:
        let end = Swift.min(bytes.endIndex, index + Int.random(in: 1...60, using: &random))
        bytes.insert(contentsOf: bytes[index..<end], at: index)
      }
    }
    return bytes
  }
}
