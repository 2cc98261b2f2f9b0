import Domain
public import Simulation

/// A value that somebody decides: one path of a scenario and what it is set to.
public struct Setting: Hashable, Sendable {
  /// A path such as `printing.sites.kantor.printers`, or the short name of a ``Lever``.
  public var path: String
  /// As written; the unit may be left out.
  public var value: String
  /// What it rests on.
  public var basis: Assumption.Basis

  public init(path: String, value: String, basis: Assumption.Basis = .decided("--set")) {
    self.path = path
    self.value = value
    self.basis = basis
  }
}

extension Setting {
  /// Reads `PATH=VALUE`.
  ///
  /// - Throws: ``ScenarioError`` if it is not of that form.
  public init(_ text: String) throws(ScenarioError) {
    guard let (path, value) = text.halves(around: "="), !path.trimmed.isEmpty,
      !value.trimmed.isEmpty
    else {
      throw ScenarioError(problems: [
        ScenarioProblem(
          Origin(file: "--set", line: nil), value: text,
          Phrase(id: "tulis seperti “printers=3”", en: "write it like “printers=3”"))
      ])
    }
    self.init(path: path.trimmed, value: value.trimmed)
  }
}
