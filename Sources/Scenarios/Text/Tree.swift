/// A file as it stands, before anything is known about its keys.
struct Tree: Hashable, Sendable {
  struct Entry: Hashable, Sendable {
    var name: String
    var line: Int?
    var tree: Tree
  }

  indirect enum Content: Hashable, Sendable {
    case empty
    case text(String)
    case list([Tree])
    case map([Entry])
  }

  var line: Int?
  var content: Content

  /// The entries of a map; nil for anything else.
  var entries: [Entry]? {
    guard case .map(let entries) = content else { return nil }
    return entries
  }

  var text: String? {
    guard case .text(let text) = content else { return nil }
    return text
  }

  subscript(name: String) -> Tree? { entries?.first { $0.name == name }?.tree }

  /// What is written, on one line, for an error.
  var summary: String {
    switch content {
    case .empty: ""
    case .text(let text): text
    case .list(let items): "[" + items.prefix(9).map(\.summary).joined(separator: ", ") + "]"
    case .map(let entries): "{" + entries.prefix(9).map(\.name).joined(separator: ", ") + "}"
    }
  }
}
