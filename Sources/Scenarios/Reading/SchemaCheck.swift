import Domain
import Simulation

/// Turns trees into checked branches, keeping every problem it meets.
struct SchemaCheck {
  let file: String
  /// Names of sources that values may refer to.
  let sources: [String: String]
  /// Given to every value that states no basis of its own: a decision. nil: each must state one.
  let decided: String?
  private(set) var problems: [ScenarioProblem] = []

  init(file: String, sources: [String: String] = [:], decided: String? = nil) {
    self.file = file
    self.sources = sources
    self.decided = decided
  }

  /// Reads a section whose keys are `keys`.
  ///
  /// - Parameter basis: what the section around it says about its values.
  mutating func section(
    _ tree: Tree, _ keys: [SchemaKey], path: [String], basis: Assumption.Basis?,
    alsoKnown: [String] = []
  ) -> Branch {
    var branch = Branch(origin: origin(tree.line))
    guard let entries = tree.entries else {
      note(tree, path, Phrase(id: "di sini ditulis sebuah bagian", en: "a section belongs here"))
      return branch
    }
    let own = self.basis(of: tree, path, allowed: keys) ?? basis
    for entry in entries where !isBasisWord(entry.name, keys) {
      let place = path + [entry.name]
      guard let key = keys.first(where: { $0.name == entry.name }) else {
        noteUnknown(entry, place, keys.map(\.name) + alsoKnown)
        continue
      }
      if let item = item(entry.tree, key, path: place, basis: own) { branch[entry.name] = item }
    }
    return branch
  }

  /// Reads whatever belongs at `key`.
  mutating func item(
    _ tree: Tree, _ key: SchemaKey, path: [String], basis: Assumption.Basis?,
    unitIsOptional: Bool = false
  ) -> Branch.Item? {
    switch key.kind {
    case .section(let keys):
      if let removed = removal(tree, key, path) { return .leaf(removed) }
      return .branch(section(tree, keys, path: path, basis: basis))
    case .named(let keys):
      if let removed = removal(tree, key, path) { return .leaf(removed) }
      return .branch(named(tree, keys, path: path, basis: basis))
    case .amounts(let quantity):
      if let removed = removal(tree, key, path) { return .leaf(removed) }
      let one = SchemaKey.optional("", .quantity(quantity), "")
      return .branch(amounts(tree, one, path: path, basis: basis))
    default:
      return leaf(tree, key, path: path, basis: basis, unitIsOptional: unitIsOptional)
        .map(Branch.Item.leaf)
    }
  }

  private mutating func named(
    _ tree: Tree, _ keys: [SchemaKey], path: [String], basis: Assumption.Basis?
  ) -> Branch {
    entries(tree, path: path, basis: basis) { check, entry, place, basis in
      let one = SchemaKey.optional(entry.name, .section(keys), "")
      return check.item(entry.tree, one, path: place, basis: basis)
    }
  }

  private mutating func amounts(
    _ tree: Tree, _ key: SchemaKey, path: [String], basis: Assumption.Basis?
  ) -> Branch {
    entries(tree, path: path, basis: basis) { check, entry, place, basis in
      check.item(entry.tree, key, path: place, basis: basis)
    }
  }

  private mutating func entries(
    _ tree: Tree, path: [String], basis: Assumption.Basis?,
    _ read: (inout SchemaCheck, Tree.Entry, [String], Assumption.Basis?) -> Branch.Item?
  ) -> Branch {
    var branch = Branch(origin: origin(tree.line))
    guard let entries = tree.entries else {
      note(tree, path, Phrase(id: "di sini ditulis nama-nama", en: "names belong here"))
      return branch
    }
    let own = self.basis(of: tree, path, allowed: []) ?? basis
    for entry in entries where !isBasisWord(entry.name, []) {
      var entry = entry
      entry.name = Self.plainName(entry.name)
      let place = path + [entry.name]
      guard !entry.name.contains("."), entry.name.count <= 60 else {
        note(
          entry.tree, place,
          Phrase(
            id: "nama tanpa titik, paling panjang 60 huruf",
            en: "a name has no dots and at most 60 letters"))
        continue
      }
      if let item = read(&self, entry, place, own) { branch[entry.name] = item }
    }
    return branch
  }

  /// Codes of regions stand in paths without their dots.
  static func plainName(_ name: String) -> String { RegionCode(name)?.digits ?? name.trimmed }

  /// What takes a section away: `none`, alone or with the reason why.
  private mutating func removal(_ tree: Tree, _ key: SchemaKey, _ path: [String]) -> Leaf? {
    guard !key.isRequired, tree.text == "none" || tree["value"]?.text == "none" else { return nil }
    let stated = basis(of: tree, path, allowed: [])
    return Leaf(
      origin: origin(tree.line), written: "none", value: .nothing,
      basis: stated ?? decided.map(Assumption.Basis.decided))
  }

  private mutating func leaf(
    _ tree: Tree, _ key: SchemaKey, path: [String], basis: Assumption.Basis?, unitIsOptional: Bool
  ) -> Leaf? {
    var value = tree
    var own = basis
    if let inner = tree["value"] {
      noteStrangers(in: tree, path)
      own = self.basis(of: tree, path, allowed: []) ?? own
      value = inner
    }
    own = own ?? decided.map(Assumption.Basis.decided)
    if key.needsBasis, own == nil {
      note(
        value, path,
        Phrase(
          id: "tanpa sumber; tulis {value: …, source: …} atau {value: …, assumption: …}",
          en: "no source; write {value: …, source: …} or {value: …, assumption: …}"))
    }
    do throws(Refusal) {
      let (read, written) = try LeafReader(key: key, unitIsOptional: unitIsOptional).value(value)
      return Leaf(
        origin: origin(value.line ?? tree.line), written: written, value: read,
        basis: key.needsBasis || path.first == "facts" ? own : nil)
    } catch {
      note(value, path, error.what)
      return nil
    }
  }
}

extension SchemaCheck {
  private static let basisWords = ["source", "assumption", "decided"]

  private func isBasisWord(_ name: String, _ keys: [SchemaKey]) -> Bool {
    Self.basisWords.contains(name) && !keys.contains { $0.name == name }
  }

  /// What `source`, `assumption` or `decided` of a section or value says.
  private mutating func basis(
    of tree: Tree, _ path: [String], allowed keys: [SchemaKey]
  ) -> Assumption.Basis? {
    let stated = tree.entries?.filter { isBasisWord($0.name, keys) } ?? []
    guard let first = stated.first else { return nil }
    guard stated.count == 1, let text = first.tree.text?.trimmed, !text.isEmpty else {
      note(
        first.tree, path + [first.name],
        Phrase(
          id: "satu sumber atau satu alasan, dengan kata-kata",
          en: "one source or one reason, in words"))
      return nil
    }
    guard !path.isEmpty else {
      note(
        first.tree, [first.name],
        Phrase(
          id: "sumber untuk seluruh berkas tidak menjelaskan apa pun; tulis pada nilai atau bagian",
          en: "a source for the whole file explains nothing; give it to a value or a section"))
      return nil
    }
    switch first.name {
    case "source": return .source(sources[text] ?? text)
    case "assumption": return .assumed(sources[text] ?? text)
    default: return .decided(text)
    }
  }

  private mutating func noteStrangers(in tree: Tree, _ path: [String]) {
    let known = ["value"] + Self.basisWords
    for entry in tree.entries ?? [] where !known.contains(entry.name) {
      noteUnknown(
        entry, path + [entry.name], known,
        Phrase(
          id: " (teks berkoma ditulis dalam tanda kutip)",
          en: " (a text with a comma needs quotes)"))
    }
  }

  private mutating func noteUnknown(
    _ entry: Tree.Entry, _ path: [String], _ known: [String],
    _ advice: Phrase = Phrase(id: "", en: "")
  ) {
    let hint = suggestion(for: entry.name, among: known)
    problems.append(
      ScenarioProblem(
        origin(entry.line), path: path.joined(separator: "."), value: entry.name,
        Phrase(
          id: "kunci tidak dikenal; \(hint.indonesian)\(advice.indonesian)",
          en: "unknown key; \(hint.english)\(advice.english)")))
  }

  mutating func note(_ tree: Tree, _ path: [String], _ what: Phrase) {
    problems.append(
      ScenarioProblem(
        origin(tree.line), path: path.joined(separator: "."),
        value: tree.content == .empty ? nil : tree.summary, what))
  }

  private func origin(_ line: Int?) -> Origin { Origin(file: file, line: line) }
}
