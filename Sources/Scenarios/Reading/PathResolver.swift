import Domain

/// Finds what a dotted path of an override means in a scenario.
struct PathResolver {
  let root: Branch

  /// The path in full and the key that stands there.
  ///
  /// - Parameter path: dotted, or the short name of a lever.
  func resolve(_ path: String) throws(Refusal) -> (path: [String], key: SchemaKey) {
    let written = path.trimmed
    let parts: [String]
    if let lever = Lever.all.first(where: { $0.name == written }), lever.path.contains("*") {
      parts = try first(of: lever)
    } else if let lever = Lever.all.first(where: { $0.name == written }) {
      parts = Self.split(lever.path)
    } else {
      parts = Self.split(written)
    }
    return (parts, try key(at: parts))
  }

  /// The names under which `lever` exists, in the order of the file, as full paths.
  func paths(of lever: Lever) -> [[String]] {
    let parts = Self.split(lever.path)
    guard let star = parts.firstIndex(of: "*") else {
      return isSet(parts) ? [parts] : []
    }
    let parent = Array(parts[..<star])
    let rest = Array(parts[(star + 1)...])
    return names(at: parent).map { parent + [$0] + rest }.filter(isSet)
  }

  private func first(of lever: Lever) throws(Refusal) -> [String] {
    if let path = paths(of: lever).first { return path }
    throw Refusal(
      Phrase(
        id: "skenario ini tidak punya \(lever.path)", en: "this scenario has no \(lever.path)"))
  }

  /// Codes of regions in a path may be written with their dots.
  static func split(_ path: String) -> [String] {
    var parts: [String] = []
    for part in path.split(separator: ".", omittingEmptySubsequences: false).map(String.init) {
      if let last = parts.last, !last.isEmpty, last.utf8.allSatisfy({ (48...57).contains($0) }),
        !part.isEmpty, part.utf8.allSatisfy({ (48...57).contains($0) })
      {
        parts[parts.count - 1] = last + part
      } else {
        parts.append(part)
      }
    }
    return parts
  }

  private func key(at path: [String]) throws(Refusal) -> SchemaKey {
    var kind = SchemaKey.Kind.section(Schema.keys)
    var key: SchemaKey?
    for (index, name) in path.enumerated() {
      let isLast = index == path.count - 1
      switch kind {
      case .section(let keys):
        guard let next = keys.first(where: { $0.name == name }) else {
          throw unknown(name, among: keys.map(\.name) + (index == 0 ? Lever.all.map(\.name) : []))
        }
        key = next
      case .named(let keys):
        let known = names(at: Array(path[..<index]))
        guard isLast || known.contains(name) || path.first == "places" else {
          throw unknown(name, among: known)
        }
        key = .optional(name, .section(keys), "")
      case .amounts(let quantity): key = .optional(name, .quantity(quantity), "")
      default: throw unknown(name, among: [])
      }
      kind = key?.kind ?? kind
    }
    guard let key else { throw unknown("", among: Schema.keys.map(\.name)) }
    return key
  }

  /// Names at `path`; those of the means stand in for a channel that has none of its own.
  private func names(at path: [String]) -> [String] {
    if case .branch(let branch) = root.item(at: path) {
      return branch.entries.compactMap { entry in
        if case .leaf(let leaf) = entry.item, leaf.value == .nothing { return nil }
        return entry.name
      }
    }
    guard let means = means(of: path) else { return [] }
    guard case .branch(let branch) = root.item(at: means) else { return [] }
    return branch.entries.map(\.name)
  }

  /// Where the defaults of a path in a channel stand, such as `door.attempts`.
  private func means(of path: [String]) -> [String]? {
    guard path.count > 2, path[0] == "channels",
      case .text(let means) = root.branch("channels")?.branch(path[1])?.leaf("means")?.value
    else { return nil }
    return [means] + path.dropFirst(2)
  }

  private func isSet(_ path: [String]) -> Bool {
    guard case .leaf(let leaf) = root.item(at: path) else { return false }
    return leaf.value != .nothing
  }

  private func unknown(_ name: String, among names: [String]) -> Refusal {
    let hint = suggestion(for: name, among: names)
    return Refusal(
      Phrase(
        id: "“\(name)” tidak dikenal; \(hint.indonesian)",
        en: "“\(name)” is not known; \(hint.english)"))
  }
}
