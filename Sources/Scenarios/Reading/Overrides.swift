import Domain
import Simulation

/// Lays variants and settings over a scenario.
struct Overrides {
  private(set) var root: Branch
  private(set) var problems: [ScenarioProblem] = []
  private let variants: [Variant]

  init(root: Branch, variants: [Variant]) {
    self.root = root
    self.variants = variants
  }

  /// Applies the variant of that name, after those that it extends.
  mutating func apply(variant name: String) {
    guard let chain = chain(of: name) else { return }
    for variant in chain.reversed() { apply(variant) }
    if let variant = chain.first { addTitle(of: variant) }
  }

  /// Lets the title say which variant it is: `Pesawaran, January 2015: a third printer`.
  private mutating func addTitle(of variant: Variant) {
    guard case .leaf(var leaf) = root["title"], case .phrase(let title) = leaf.value,
      let own = variant.tree["title"], let indonesian = own["id"]?.text,
      let english = own["en"]?.text
    else { return }
    let whole = Phrase(
      id: "\(title.indonesian): \(indonesian)", en: "\(title.english): \(english)")
    leaf.value = .phrase(whole)
    leaf.written = whole.english
    root["title"] = .leaf(leaf)
  }

  /// The variant itself first; nil and a problem where one is missing or they go in a circle.
  private mutating func chain(of name: String) -> [Variant]? {
    var chain: [Variant] = []
    var next: String? = name
    var asking = Origin(file: root.origin.file, line: nil)
    while let current = next {
      guard !chain.contains(where: { $0.name == current }) else {
        let circle = (chain.map(\.name) + [current]).joined(separator: " → ")
        note(
          asking, "variants.\(chain[0].name).extends", current,
          Phrase(
            id: "lingkaran extends antar varian: \(circle)",
            en: "a circle of extends among variants: \(circle)"))
        return nil
      }
      guard let variant = variants.first(where: { $0.name == current }) else {
        let hint = suggestion(for: current, among: variants.map(\.name))
        note(
          asking, "variants", current,
          Phrase(id: "varian tidak ada; \(hint.indonesian)", en: "no such variant; \(hint.english)")
        )
        return nil
      }
      chain.append(variant)
      asking = Origin(file: variant.origin.file, line: variant.tree["extends"]?.line)
      next = variant.tree["extends"].map { $0.text ?? $0.summary }
    }
    return chain
  }

  private mutating func apply(_ variant: Variant) {
    let place = ["variants", variant.name]
    for entry in variant.tree.entries ?? [] where !Variant.ownKeys.contains(entry.name) {
      var check = SchemaCheck(file: variant.origin.file, decided: "+\(variant.name)")
      do throws(Refusal) {
        let (path, key) = try PathResolver(root: root).resolve(entry.name)
        if let item = check.item(entry.tree, key, path: path, basis: nil) {
          root.put(item, at: path)
        }
      } catch {
        let full = (place + [entry.name]).joined(separator: ".")
        let origin = Origin(file: variant.origin.file, line: entry.line)
        note(origin, full, entry.tree.summary, error.what)
      }
      problems += check.problems
    }
  }

  /// Sets one value, its unit optional.
  mutating func apply(_ setting: Setting) {
    let origin = Origin(file: "--set", line: nil)
    var check = SchemaCheck(file: origin.file)
    do throws(Refusal) {
      let (path, key) = try PathResolver(root: root).resolve(setting.path)
      let tree = Tree(line: nil, content: .text(setting.value.trimmed))
      let item = check.item(tree, key, path: path, basis: setting.basis, unitIsOptional: true)
      if let item { root.put(item, at: path) }
    } catch {
      note(origin, setting.path, setting.value, error.what)
    }
    problems += check.problems
  }

  private mutating func note(_ origin: Origin, _ path: String, _ value: String, _ what: Phrase) {
    problems.append(ScenarioProblem(origin, path: path, value: value, what))
  }
}
