internal import Custody

/// Files on their way between devices and the office, in the hands of people who lose, copy, mix up
/// and damage them.
struct Carriers {
  enum Recipient: Hashable {
    case office
    case device(Int)
  }

  struct File {
    let to: Recipient
    var bytes: [UInt8]
    /// In order of sending.
    let number: Int
  }

  private(set) var files: [File] = []
  private var sent = 0
  /// The highest number that reached each recipient.
  private var newest: [Recipient: Int] = [:]

  var isEmpty: Bool { files.isEmpty }

  mutating func send(_ bytes: [UInt8], to recipient: Recipient) {
    sent += 1
    files.append(File(to: recipient, bytes: bytes, number: sent))
  }

  /// Brings one of the files to where it should go.
  ///
  /// - Returns: The file as it arrives; nothing if it is lost. With it what went wrong.
  mutating func bring(
    using random: inout some RandomNumberGenerator
  ) -> (file: File?, faults: [Fault]) {
    guard let index = files.indices.randomElement(using: &random) else { return (nil, []) }
    var file = files.remove(at: index)
    var faults: [Fault] = []
    switch Int.random(in: 0..<20, using: &random) {
    case 0, 1: return (nil, [.fileLost])
    case 2, 3, 4:
      files.append(file)
      faults.append(.fileDuplicated)
    case 5:
      file.bytes = Self.cut(file.bytes, using: &random)
      faults.append(.fileCut)
    case 6, 7:
      file.bytes = Self.damaged(file.bytes, using: &random)
      faults.append(.fileDamaged)
    case 8, 9:
      if let other = files.first(where: { $0.to == file.to }) {
        file.bytes = file.bytes + other.bytes
        faults.append(.filesJoined)
      }
    default: break
    }
    if file.number < newest[file.to, default: 0] { faults.append(.fileOvertaken) }
    newest[file.to] = max(newest[file.to, default: 0], file.number)
    return (file, faults)
  }

  /// Everything is lost that is still on its way.
  mutating func loseAll() { files.removeAll() }

  /// Cuts a file off within one of its segments.
  ///
  /// Where is said in parts of a segment, since how long a segment is depends on secrets.
  private static func cut(
    _ bytes: [UInt8], using random: inout some RandomNumberGenerator
  ) -> [UInt8] {
    let place = place(in: bytes, using: &random)
    return Array(bytes[..<place])
  }

  /// Flips one bit.
  private static func damaged(
    _ bytes: [UInt8], using random: inout some RandomNumberGenerator
  ) -> [UInt8] {
    var bytes = bytes
    let place = place(in: bytes, using: &random)
    if bytes.indices.contains(place) {
      bytes[place] ^= 1 << UInt8.random(in: 0..<8, using: &random)
    }
    return bytes
  }

  private static func place(
    in bytes: [UInt8], using random: inout some RandomNumberGenerator
  ) -> Int {
    let segments = Segment.segments(of: bytes).whole
    let part = Int.random(in: 0..<100, using: &random)
    guard let range = segments.randomElement(using: &random)?.range else {
      return bytes.count * part / 100
    }
    return range.lowerBound + range.count * part / 100
  }
}
