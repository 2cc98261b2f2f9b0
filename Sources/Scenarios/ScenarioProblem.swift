public import Domain

/// One thing that is wrong in a scenario: where it stands, what was written, and what would be
/// right.
public struct ScenarioProblem: Hashable, Sendable {
  /// The file as the library knows it, such as `pesawaran-2015.yaml`, or `--set`.
  public let file: String
  /// The line within the file, the first being 1; nil for what was not read from a file.
  public let line: Int?
  /// The dotted path of the value; empty where the whole file is meant.
  public let path: String
  /// As written, shortened; nil where something is missing.
  public let value: String?
  public let what: Phrase

  public init(file: String, line: Int?, path: String, value: String?, what: Phrase) {
    self.file = file
    self.line = line
    self.path = path
    self.value = value
    self.what = what
  }

  init(_ origin: Origin, path: String = "", value: String? = nil, _ what: Phrase) {
    let shown = value.map { $0.count > 60 ? $0.prefix(60) + "…" : $0 }
    self.init(file: origin.file, line: origin.line, path: path, value: shown, what: what)
  }
}

extension ScenarioProblem: Described {
  /// Such as `pesawaran-2015.yaml:12: blanks.monthly: “500”: no unit; write “500 blanks/month”`.
  public var phrase: Phrase {
    let place = [file, line.map(String.init)].compactMap(\.self).joined(separator: ":")
    let parts = [place, path, value.map { "“\($0)”" } ?? ""].filter { !$0.isEmpty }
    let start = parts.joined(separator: ": ")
    return Phrase(id: "\(start): \(what.indonesian)", en: "\(start): \(what.english)")
  }
}

/// Everything that is wrong with a scenario, in the order in which it was found; never empty.
public struct ScenarioError: Error, Hashable, Described {
  public let problems: [ScenarioProblem]

  public init(problems: [ScenarioProblem]) {
    precondition(!problems.isEmpty, "an error without a problem")
    self.problems = problems
  }

  /// One line per problem.
  public var phrase: Phrase {
    Phrase(
      id: problems.map(\.phrase.indonesian).joined(separator: "\n"),
      en: problems.map(\.phrase.english).joined(separator: "\n"))
  }
}

extension ScenarioError: CustomStringConvertible {
  public var description: String { phrase.english }
}
