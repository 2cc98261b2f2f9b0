/// The parts of a saved network, taken apart by a second reading of the layout, so that tests can
/// change numbers and still have right checksums.
///
/// Holds as long as the layout of version 1 does: a header of 32 bytes, entries of 48.
struct RoadFileSections {
  private(set) var file: [UInt8]
  private(set) var sections: [(name: String, bytes: Range<Int>, entry: Int)] = []

  init(_ file: [UInt8]) {
    self.file = file
    for entry in 0..<Int(number(at: 12, bytes: 4)) {
      let start = 32 + 48 * entry
      let name = String(decoding: file[start..<start + 24].prefix { $0 != 0 }, as: UTF8.self)
      let offset = Int(number(at: start + 24, bytes: 8))
      let count = Int(number(at: start + 32, bytes: 8))
      sections.append((name, offset..<offset + count, start))
    }
  }

  /// The file with the hashes that belong to its bytes.
  func withRightChecksums() -> [UInt8] {
    var right = file
    for section in sections {
      write(Self.hash(Array(right[section.bytes])), to: &right, at: section.entry + 40)
    }
    write(Self.hash(Array(right[32..<32 + 48 * sections.count])), to: &right, at: 24)
    return right
  }

  private func number(at place: Int, bytes: Int) -> UInt64 {
    (0..<bytes).reduce(0) { $0 | UInt64(file[place + $1]) << (8 * UInt64($1)) }
  }

  private func write(_ number: UInt64, to bytes: inout [UInt8], at place: Int) {
    for byte in 0..<8 {
      bytes[place + byte] = UInt8(truncatingIfNeeded: number >> (8 * UInt64(byte)))
    }
  }

  /// XXH64, written after its specification and not after the program's own.
  static func hash(_ bytes: [UInt8]) -> UInt64 {
    let (p1, p2, p3): (UInt64, UInt64, UInt64) = (
      11_400_714_785_074_694_791, 14_029_467_366_897_019_727, 1_609_587_929_392_839_161
    )
    let (p4, p5): (UInt64, UInt64) = (9_650_029_242_287_828_579, 2_870_177_450_012_600_261)
    func rotate(_ value: UInt64, _ bits: UInt64) -> UInt64 {
      value << bits | value >> (64 - bits)
    }
    func round(_ sum: UInt64, _ lane: UInt64) -> UInt64 { rotate(sum &+ lane &* p2, 31) &* p1 }
    func lane(_ place: Int, _ count: Int = 8) -> UInt64 {
      (0..<count).reduce(0) { $0 | UInt64(bytes[place + $1]) << (8 * UInt64($1)) }
    }
    var place = 0
    var sum = p5
    if bytes.count >= 32 {
      var sums = [p1 &+ p2, p2, 0, 0 &- p1]
      while place + 32 <= bytes.count {
        for index in 0..<4 { sums[index] = round(sums[index], lane(place + 8 * index)) }
        place += 32
      }
      sum = rotate(sums[0], 1) &+ rotate(sums[1], 7) &+ rotate(sums[2], 12) &+ rotate(sums[3], 18)
      for index in 0..<4 { sum = (sum ^ round(0, sums[index])) &* p1 &+ p4 }
    }
    sum &+= UInt64(bytes.count)
    while place + 8 <= bytes.count {
      sum = rotate(sum ^ round(0, lane(place)), 27) &* p1 &+ p4
      place += 8
    }
    if place + 4 <= bytes.count {
      sum = rotate(sum ^ (lane(place, 4) &* p1), 23) &* p2 &+ p3
      place += 4
    }
    while place < bytes.count {
      sum = rotate(sum ^ (UInt64(bytes[place]) &* p5), 11) &* p1
      place += 1
    }
    sum = (sum ^ (sum >> 33)) &* p2
    sum = (sum ^ (sum >> 29)) &* p3
    return sum ^ (sum >> 32)
  }
}
