import Domain
import Simulation

/// Writes a checked section as YAML that reads back to the same section.
enum BranchWriter {
  static func text(of branch: Branch) -> String {
    var lines: [String] = []
    append(branch, indent: "", to: &lines)
    return lines.joined(separator: "\n") + "\n"
  }

  private static func append(_ branch: Branch, indent: String, to lines: inout [String]) {
    for entry in branch.entries {
      let start = "\(indent)\(key(entry.name)):"
      switch entry.item {
      case .branch(let below) where below.entries.isEmpty: lines.append("\(start) {}")
      case .branch(let below):
        lines.append(start)
        append(below, indent: indent + "  ", to: &lines)
      case .leaf(let leaf): lines.append("\(start) \(text(of: leaf))")
      }
    }
  }

  private static func text(of leaf: Leaf) -> String {
    switch leaf.basis {
    case nil: value(of: leaf)
    case .source(let why): "{value: \(value(of: leaf)), source: \(quoted(why))}"
    case .assumed(let why): "{value: \(value(of: leaf)), assumption: \(quoted(why))}"
    case .decided(let why): "{value: \(value(of: leaf)), decided: \(quoted(why))}"
    }
  }

  private static func value(of leaf: Leaf) -> String {
    switch leaf.value {
    case .phrase(let phrase):
      "{id: \(quoted(phrase.indonesian)), en: \(quoted(phrase.english))}"
    case .names(let names): list(names)
    case .dates(let dates): list(dates.map(\.description))
    case .weekdays(let days): list(days.map { "\($0)" })
    default: quoted(leaf.written)
    }
  }

  private static func list(_ items: [String]) -> String {
    "[" + items.map(quoted).joined(separator: ", ") + "]"
  }

  private static func key(_ name: String) -> String {
    let isPlain = name.utf8.allSatisfy { byte in
      (97...122).contains(byte) || byte == UInt8(ascii: "-")
    }
    return isPlain && name.first != "-" ? name : quoted(name)
  }

  private static func quoted(_ text: String) -> String {
    var quoted = "\""
    for character in text {
      if character == "\"" || character == "\\" { quoted.append("\\") }
      quoted.append(character)
    }
    return quoted + "\""
  }
}
