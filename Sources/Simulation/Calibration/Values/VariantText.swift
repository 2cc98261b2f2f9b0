import Domain

/// Writes entries as nested maps of YAML 1.2, in their order.
struct VariantText {
  private(set) var text = ""
  private var open: [String] = []

  init(_ entries: [VariantEntry], below names: [String]) {
    for entry in Self.grouped(entries.map { ($0, names + $0.path) }, depth: 0) {
      write(entry.0.content, at: entry.1)
    }
  }

  /// The entries with those of the same section side by side, sections in the order in which they
  /// first occur: a map must not name a key twice.
  private static func grouped(
    _ entries: [(VariantEntry, [String])], depth: Int
  ) -> [(VariantEntry, [String])] {
    guard entries.count > 1 else { return entries }
    var names: [String] = []
    var groups: [String: [(VariantEntry, [String])]] = [:]
    for entry in entries where depth < entry.1.count {
      let name = entry.1[depth]
      if groups[name] == nil { names.append(name) }
      groups[name, default: []].append(entry)
    }
    let here = entries.filter { $0.1.count <= depth }
    return here + names.flatMap { grouped(groups[$0] ?? [], depth: depth + 1) }
  }

  private mutating func write(_ content: VariantEntry.Content, at path: [String]) {
    let common = zip(open, path.dropLast()).prefix { $0 == $1 }.count
    for depth in common..<(path.count - 1) { line(depth, path[depth], "") }
    open = Array(path.dropLast())
    let value =
      switch content {
      case .sourced(let text, let source):
        "{value: \(Self.quoted(text)), source: \(Self.quoted(source))}"
      case .plain(let text): Self.quoted(text)
      case .phrase(let phrase):
        "{id: \(Self.quoted(phrase.indonesian)), en: \(Self.quoted(phrase.english))}"
      }
    line(path.count - 1, path[path.count - 1], value)
  }

  private mutating func line(_ depth: Int, _ name: String, _ value: String) {
    text += String(repeating: "  ", count: depth + 1) + Self.key(name) + ":"
    text += value.isEmpty ? "\n" : " \(value)\n"
  }

  /// Words of letters, digits, dashes and underscores stand as they are, unless YAML gives them
  /// another meaning.
  static func key(_ name: String) -> String {
    let isPlain = name.utf8.allSatisfy { byte in
      (48...57).contains(byte) || (65...90).contains(byte) || (97...122).contains(byte)
        || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_")
    }
    let words = ["true", "false", "yes", "no", "on", "off", "null", "y", "n"]
    guard isPlain, name.first?.isLetter == true, !words.contains(name.lowercased()) else {
      return quoted(name)
    }
    return name
  }

  /// In double quotes, with what YAML needs escaped.
  static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\t": result += "\\t"
      case "\r": result += "\\r"
      case _
      where scalar.value < 0x20 || scalar.value == 0x7F || scalar.value == 0x85
        || scalar.value == 0x2028 || scalar.value == 0x2029 || scalar.value == 0xFEFF:
        let digits = String(scalar.value, radix: 16)
        result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}
