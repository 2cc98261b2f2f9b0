import Foundation
import OpenStreetMap

/// Changed maps.
extension FormatFuzz {
  /// Far more than a small file is worth, so that only a reader that trusts its numbers goes beyond.
  private static let mostKilobytes = 1_000_000
  private static let longestReading = Duration.seconds(10)

  mutating func readMap(_ name: String, _ seed: [UInt8]) throws {
    try Data(changedMap(name, seed)).write(to: lastText)
    let start = ContinuousClock.now
    let map = try readOrRefuse()
    guard ContinuousClock.now - start < Self.longestReading else {
      throw Mistake(sentence: "a small map took very long")
    }
    guard Self.peakKilobytes < Self.mostKilobytes else {
      throw Mistake(sentence: "a small map took very much memory")
    }
    guard let map else { return }
    try Data(map.written()).write(to: lastText)
    guard try MapCopy(readFrom: lastText.path).digest == map.digest else {
      throw Mistake(sentence: "a map is read otherwise than it was written")
    }
  }

  private mutating func readOrRefuse() throws -> MapCopy? {
    do {
      let map = try MapCopy(readFrom: lastText.path)
      counts.read += 1
      return map
    } catch let error as OSMError {
      try refuse("\(error)")
      return nil
    }
  }

  private static var peakKilobytes: Int {
    var usage = rusage()
    return getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage) == 0 ? usage.ru_maxrss : 0
  }

  private mutating func changedMap(_ name: String, _ seed: [UInt8]) -> [UInt8] {
    if name.hasSuffix(".osm") { return mutated(seed) }
    guard name.hasSuffix(".pbf"), Bool.random(using: &random) else { return changed(seed) }
    // Lengths that still fit let the change reach the innermost reader.
    var map = PBFFrames(seed)
    guard let index = map.blocks.indices.randomElement(using: &random) else { return seed }
    map.blocks[index].content = changed(map.blocks[index].content)
    return map.bytes
  }

  /// Changes to bytes that are no text.
  private mutating func changed(_ original: [UInt8]) -> [UInt8] {
    let large: [UInt8] = [0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0x01]
    var bytes = original
    for _ in 0..<Int.random(in: 1...4, using: &random) where !bytes.isEmpty {
      let index = Int.random(in: bytes.indices, using: &random)
      switch Int.random(in: 0..<8, using: &random) {
      case 0: bytes[index] = UInt8.random(in: 0...255, using: &random)
      case 1: bytes[index] ^= 1 << UInt8.random(in: 0..<8, using: &random)
      case 2: bytes.remove(at: index)
      case 3: bytes.insert(UInt8.random(in: 0...255, using: &random), at: index)
      case 4: bytes.insert(contentsOf: bytes[piece(of: bytes, at: index)], at: index)
      case 5: bytes.replaceSubrange(index..<min(bytes.count, index + large.count), with: large)
      case 6: bytes.removeSubrange(index...)
      default: bytes[index] = [0, 1, 0x7F, 0x80, 0xFF].randomElement(using: &random) ?? 0
      }
    }
    return bytes
  }
}
