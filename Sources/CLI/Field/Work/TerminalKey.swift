/// A key as a terminal sends it.
enum TerminalKey: Hashable {
  case character(Character)
  case enter, escape, backspace, tab
  case up, down, left, right
  /// Ctrl-C.
  case interrupt
  /// Ctrl-Z.
  case suspend
  /// Ctrl-L: draw everything again.
  case redraw
  /// The terminal is gone.
  case endOfInput
}

extension TerminalKey {
  /// Keys that come together and end a line are from a scanner: nobody types that fast.
  private static let shortestScan = 10

  /// The line that a scanner typed; nothing if a person pressed the keys.
  static func scannedLine(_ keys: [TerminalKey]) -> String? {
    guard keys.count > shortestScan, let last = keys.last, last == .enter || last == .tab else {
      return nil
    }
    var text = ""
    for key in keys.dropLast() {
      guard case .character(let character) = key else { return nil }
      text.append(character)
    }
    return text
  }
}

/// Turns the bytes of a terminal into keys, however they are cut into pieces on a slow line.
struct TerminalKeyDecoder {
  private var pending: [UInt8] = []

  /// Whether a sequence has begun that the next bytes may complete.
  var isWaiting: Bool { !pending.isEmpty }

  /// Takes bytes in and returns the keys that are complete.
  mutating func feed(_ bytes: some Sequence<UInt8>) -> [TerminalKey] {
    pending += bytes
    var keys: [TerminalKey] = []
    while !pending.isEmpty, let step = Self.step(pending) {
      pending.removeFirst(step.length)
      if let key = step.key { keys.append(key) }
    }
    return keys
  }

  /// Ends the wait: an escape that nothing followed was the key of that name.
  mutating func settle() -> [TerminalKey] {
    defer { pending = [] }
    return pending.first == Self.escapeByte ? [.escape] : []
  }

  /// What the first bytes mean and how many they are; nothing if they are incomplete.
  private static func step(_ bytes: [UInt8]) -> (key: TerminalKey?, length: Int)? {
    switch bytes[0] {
    case escapeByte: escapeSequence(bytes)
    case 0x0D, 0x0A: (.enter, 1)
    case 0x08, 0x7F: (.backspace, 1)
    case 0x09: (.tab, 1)
    case 0x03: (.interrupt, 1)
    case 0x04: (.endOfInput, 1)
    case 0x0C: (.redraw, 1)
    case 0x1A: (.suspend, 1)
    case 0..<0x20: (nil, 1)
    case 0x20..<0x7F: (.character(Character(Unicode.Scalar(bytes[0]))), 1)
    default: character(bytes)
    }
  }

  /// Arrows are `ESC [ A` to `D`, or `ESC O A` to `D`; other sequences are passed over whole.
  private static func escapeSequence(_ bytes: [UInt8]) -> (key: TerminalKey?, length: Int)? {
    guard bytes.count >= 2 else { return nil }
    guard bytes[1] == UInt8(ascii: "[") || bytes[1] == UInt8(ascii: "O") else {
      return (.escape, 1)
    }
    guard let end = bytes.indices.dropFirst(2).first(where: { (0x40...0x7E).contains(bytes[$0]) })
    else { return bytes.count > 16 ? (nil, bytes.count) : nil }
    let arrows: [UInt8: TerminalKey] = [
      UInt8(ascii: "A"): .up, UInt8(ascii: "B"): .down, UInt8(ascii: "C"): .right,
      UInt8(ascii: "D"): .left,
    ]
    return (end == 2 ? arrows[bytes[end]] : nil, end + 1)
  }

  /// One character of UTF-8 beyond ASCII.
  private static func character(_ bytes: [UInt8]) -> (key: TerminalKey?, length: Int)? {
    let length =
      switch bytes[0] {
      case 0xC2...0xDF: 2
      case 0xE0...0xEF: 3
      case 0xF0...0xF4: 4
      default: 1
      }
    guard bytes.count >= length else { return nil }
    let text = String(validating: bytes.prefix(length), as: UTF8.self)
    return (text?.first.map(TerminalKey.character), length)
  }

  private static let escapeByte: UInt8 = 0x1B
}
