import Domain

/// A scenario file with the files it extends, checked and laid over each other.
struct FileChain {
  private(set) var root = Branch(origin: Origin(file: "", line: nil))
  private(set) var variants: [Variant] = []
  private(set) var problems: [ScenarioProblem] = []
  private var sources: [String: String] = [:]
  private let read: (String) throws -> [UInt8]?
  private let names: [String]

  /// Reads the file of `name` and everything it extends.
  init(_ name: String, names: [String], read: @escaping (String) throws -> [UInt8]?) {
    self.read = read
    self.names = names
    root.origin.file = name + ".yaml"
    for (file, tree) in files(from: name).reversed() { add(tree, of: file) }
  }

  /// The file itself first, then the one it extends, and so on.
  private mutating func files(from name: String) -> [(file: String, tree: Tree)] {
    var files: [(file: String, tree: Tree)] = []
    var next: String? = name
    var asking = Origin(file: name + ".yaml", line: nil)
    while let current = next {
      let file = current + ".yaml"
      guard !files.contains(where: { $0.file == file }) else {
        let circle = (files.map(\.file) + [file]).joined(separator: " → ")
        note(
          asking, "extends", current,
          Phrase(id: "lingkaran extends: \(circle)", en: "a circle of extends: \(circle)"))
        break
      }
      guard let tree = tree(of: current, asking: asking) else { break }
      files.append((file, tree))
      asking = Origin(file: file, line: tree["extends"]?.line)
      next = parent(of: tree, asking)
    }
    return files
  }

  private mutating func tree(of name: String, asking: Origin) -> Tree? {
    do {
      guard let bytes = try read(name + ".yaml") else {
        let known = asking.line == nil ? names : [ScenarioLibrary.base] + names
        let hint = suggestion(for: name, among: known)
        note(
          asking, asking.line == nil ? "" : "extends", name,
          Phrase(
            id: "skenario tidak ada; \(hint.indonesian)", en: "no such scenario; \(hint.english)"))
        return nil
      }
      return try TreeReader(file: name + ".yaml").read(bytes)
    } catch let error as ScenarioError {
      problems += error.problems
    } catch {
      note(
        asking, "", name,
        Phrase(id: "tidak terbaca: \(error)", en: "cannot be read: \(error)"))
    }
    return nil
  }

  /// The name of the file that `tree` extends.
  private mutating func parent(of tree: Tree, _ origin: Origin) -> String? {
    guard let extends = tree["extends"] else { return nil }
    guard let text = extends.text, !text.contains("/"), !text.contains("\\") else {
      note(
        origin, "extends", extends.summary,
        Phrase(id: "nama satu berkas di folder ini", en: "the name of one file of this folder"))
      return nil
    }
    return ScenarioLibrary.plainName(text)
  }

  private mutating func add(_ tree: Tree, of file: String) {
    guard var entries = tree.entries else {
      note(
        Origin(file: file, line: tree.line), "", tree.summary,
        Phrase(id: "berkas skenario berisi kunci", en: "a scenario file consists of keys"))
      return
    }
    if let table = tree["sources"] { addSources(table, of: file) }
    if let table = tree["variants"] { addVariants(table, of: file) }
    entries.removeAll { Schema.fileKeys.contains($0.name) }
    var check = SchemaCheck(file: file, sources: sources)
    let own = Tree(line: tree.line, content: .map(entries))
    root = root.overlaid(
      by: check.section(own, Schema.keys, path: [], basis: nil, alsoKnown: Schema.fileKeys))
    problems += check.problems
  }

  private mutating func addSources(_ table: Tree, of file: String) {
    for entry in table.entries ?? [Tree.Entry(name: "", line: table.line, tree: table)] {
      guard let text = entry.tree.text?.trimmed, !entry.name.isEmpty else {
        note(
          Origin(file: file, line: entry.line), "sources.\(entry.name)", entry.tree.summary,
          Phrase(id: "nama dan sumbernya", en: "a name and its source"))
        continue
      }
      sources[entry.name] = text
    }
  }

  private mutating func addVariants(_ table: Tree, of file: String) {
    for entry in table.entries ?? [Tree.Entry(name: "", line: table.line, tree: table)] {
      guard entry.tree.entries != nil, !entry.name.isEmpty,
        !entry.name.contains(where: { "+. ".contains($0) })
      else {
        note(
          Origin(file: file, line: entry.line), "variants.\(entry.name)", entry.tree.summary,
          Phrase(
            id: "sebuah nama (tanpa titik, +, spasi) dan apa yang diubahnya",
            en: "a name (no dots, +, blanks) and what it changes"))
        continue
      }
      variants.removeAll { $0.name == entry.name }
      variants.append(
        Variant(name: entry.name, origin: Origin(file: file, line: entry.line), tree: entry.tree))
    }
  }

  private mutating func note(_ origin: Origin, _ path: String, _ value: String, _ what: Phrase) {
    problems.append(ScenarioProblem(origin, path: path, value: value, what))
  }
}

/// A named set of changes, as written.
struct Variant {
  static let ownKeys = ["extends", "title"]

  var name: String
  var origin: Origin
  /// Dotted paths with their values, besides ``ownKeys``.
  var tree: Tree
}
