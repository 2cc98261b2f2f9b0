/// A hash of bytes that runs at the speed of memory, against damage, not against ill will.
///
/// Source: Y. Collet, XXH64, <https://github.com/Cyan4973/xxHash/blob/dev/doc/xxhash_spec.md>.
func fastHash(_ bytes: UnsafeRawBufferPointer) -> UInt64 {
  var place = 0
  var hash: UInt64
  if bytes.count >= 32 {
    hash = unsafe mixedLanes(bytes)
    place = bytes.count & ~31
  } else {
    hash = Prime.fifth
  }
  hash &+= UInt64(bytes.count)
  while place + 8 <= bytes.count {
    hash ^= mixed(0, unsafe word(bytes, place))
    hash = rotated(hash, 27) &* Prime.first &+ Prime.fourth
    place += 8
  }
  if place + 4 <= bytes.count {
    let half = unsafe bytes.loadUnaligned(fromByteOffset: place, as: UInt32.self)
    hash ^= UInt64(UInt32(littleEndian: half)) &* Prime.first
    hash = rotated(hash, 23) &* Prime.second &+ Prime.third
    place += 4
  }
  while place < bytes.count {
    hash ^= unsafe UInt64(bytes[place]) &* Prime.fifth
    hash = rotated(hash, 11) &* Prime.first
    place += 1
  }
  hash = (hash ^ (hash >> 33)) &* Prime.second
  hash = (hash ^ (hash >> 29)) &* Prime.third
  return hash ^ (hash >> 32)
}

private enum Prime {
  static let first: UInt64 = 0x9E37_79B1_85EB_CA87
  static let second: UInt64 = 0xC2B2_AE3D_27D4_EB4F
  static let third: UInt64 = 0x1656_67B1_9E37_79F9
  static let fourth: UInt64 = 0x85EB_CA77_C2B2_AE63
  static let fifth: UInt64 = 0x27D4_EB2F_1656_67C5
}

/// Four sums side by side over all blocks of 32 bytes, and then mixed into one.
private func mixedLanes(_ bytes: UnsafeRawBufferPointer) -> UInt64 {
  var first = Prime.first &+ Prime.second
  var second = Prime.second
  var third: UInt64 = 0
  var fourth = 0 &- Prime.first
  var place = 0
  while place + 32 <= bytes.count {
    first = mixed(first, unsafe word(bytes, place))
    second = mixed(second, unsafe word(bytes, place + 8))
    third = mixed(third, unsafe word(bytes, place + 16))
    fourth = mixed(fourth, unsafe word(bytes, place + 24))
    place += 32
  }
  var hash =
    rotated(first, 1) &+ rotated(second, 7) &+ rotated(third, 12) &+ rotated(fourth, 18)
  for lane in [first, second, third, fourth] {
    hash = (hash ^ mixed(0, lane)) &* Prime.first &+ Prime.fourth
  }
  return hash
}

@inline(__always)
private func mixed(_ lane: UInt64, _ word: UInt64) -> UInt64 {
  rotated(lane &+ word &* Prime.second, 31) &* Prime.first
}

@inline(__always)
private func rotated(_ value: UInt64, _ bits: UInt64) -> UInt64 {
  (value &<< bits) | (value &>> (64 - bits))
}

@inline(__always)
private func word(_ bytes: UnsafeRawBufferPointer, _ place: Int) -> UInt64 {
  unsafe UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: place, as: UInt64.self))
}
