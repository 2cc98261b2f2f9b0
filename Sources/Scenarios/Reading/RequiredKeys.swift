import Domain

/// Notes every required key that a scenario and what it extends leave out.
struct RequiredKeys {
  private(set) var problems: [ScenarioProblem] = []

  mutating func check(_ branch: Branch, _ keys: [SchemaKey], path: [String] = []) {
    for key in keys {
      switch (branch[key.name], key.kind) {
      case (nil, _):
        if key.isRequired { note(branch, path + [key.name], key) }
      case (.branch(let below), .section(let keys)):
        check(below, keys, path: path + [key.name])
      case (.branch(let below), .named(let keys)):
        for entry in below.entries {
          guard case .branch(let one) = entry.item else { continue }
          check(one, keys, path: path + [key.name, entry.name])
        }
      default: break
      }
    }
  }

  private mutating func note(_ branch: Branch, _ path: [String], _ key: SchemaKey) {
    problems.append(
      ScenarioProblem(
        branch.origin, path: path.joined(separator: "."),
        Phrase(
          id: "kunci ini harus ada; tulis \(key.kind.form)",
          en: "this key must be there; write \(key.kind.form)")))
  }
}
