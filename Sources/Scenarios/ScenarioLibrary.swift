public import Domain
public import Simulation

/// A folder of scenario files, and the scenarios they make.
///
/// Start here: ``scenario(_:variants:settings:gazetteer:)``. A file says what is different from the
/// file it extends; a variant or a setting says what somebody decides.
public struct ScenarioLibrary: Sendable {
  /// The file that has the national defaults and is no scenario of its own.
  public static let base = "base"

  /// The scenarios there are, in order of their names.
  public let names: [String]
  private let read: @Sendable (String) throws -> [UInt8]?

  /// - Parameters:
  ///   - files: the names of the files in the folder; those that end in `.yaml` count.
  ///   - read: the bytes of a file of the folder, nil where there is none.
  public init(files: [String], read: @escaping @Sendable (String) throws -> [UInt8]?) {
    names = files.filter { $0.hasSuffix(".yaml") }.map(Self.plainName).sorted()
      .filter { $0 != Self.base }
    self.read = read
  }

  /// The scenario of that name with overrides laid over it in order.
  ///
  /// - Parameters:
  ///   - name: a file's name with or without `.yaml`; `name+variant+variant` names variants too.
  ///   - gazetteer: the places of a regency.
  /// - Throws: ``ScenarioError`` with every problem found.
  public func scenario(
    _ name: String, variants: [String] = [], settings: [Setting] = [],
    gazetteer: (RegionCode) throws -> Gazetteer
  ) throws(ScenarioError) -> Scenario {
    let (file, named) = Self.parts(of: name)
    let root = try root(of: file, variants: named + variants, settings: settings)
    let regency = try regency(of: root, gazetteer)
    var builder = ScenarioBuilder(root: root, gazetteer: regency)
    return try builder.scenario(name: ([file] + named + variants).joined(separator: "+"))
  }

  /// The same scenario as one file that extends nothing.
  ///
  /// - Throws: ``ScenarioError`` with every problem found without its places.
  public func resolved(
    _ name: String, variants: [String] = [], settings: [Setting] = []
  ) throws(ScenarioError) -> ResolvedScenario {
    let (file, named) = Self.parts(of: name)
    let root = try root(of: file, variants: named + variants, settings: settings)
    return ResolvedScenario(
      name: ([file] + named + variants).joined(separator: "+"), root: root)
  }

  /// The variants of a scenario with their titles, in the order of the file.
  public func variants(of name: String) throws(ScenarioError) -> [(name: String, title: Phrase)] {
    let chain = FileChain(Self.parts(of: name).file, names: names, read: read)
    guard chain.problems.isEmpty else { throw ScenarioError(problems: chain.problems) }
    return chain.variants.map { variant in
      let title = variant.tree["title"]
      return (
        variant.name,
        Phrase(
          id: title?["id"]?.text ?? variant.name, en: title?["en"]?.text ?? variant.name)
      )
    }
  }

  /// The usual levers of a scenario as they stand in it, in the order of ``Lever/all``.
  public func levers(
    of name: String, variants: [String] = [], settings: [Setting] = []
  ) throws(ScenarioError) -> [LeverPosition] {
    let (file, named) = Self.parts(of: name)
    let root = try root(of: file, variants: named + variants, settings: settings)
    let paths = PathResolver(root: root)
    return Lever.all.flatMap { lever in
      paths.paths(of: lever).compactMap { LeverPosition(lever, at: $0, in: root) }
    }
  }

  /// The lever or quantity that `path` means, as it stands in a scenario.
  public func lever(
    _ path: String, of name: String, variants: [String] = [], settings: [Setting] = []
  ) throws(ScenarioError) -> LeverPosition {
    let (file, named) = Self.parts(of: name)
    let root = try root(of: file, variants: named + variants, settings: settings)
    do throws(Refusal) {
      return try LeverPosition(path: path, in: root)
    } catch {
      let origin = Origin(file: "--sweep", line: nil)
      throw ScenarioError(problems: [ScenarioProblem(origin, path: path, error.what)])
    }
  }

  /// `name+variant+variant` in its parts.
  static func parts(of name: String) -> (file: String, variants: [String]) {
    let parts = name.split(separator: "+").map { String($0).trimmed }
    return (plainName(parts.first ?? name), Array(parts.dropFirst()))
  }

  static func plainName(_ file: String) -> String {
    file.hasSuffix(".yaml") ? String(file.dropLast(5)) : file
  }

  /// Everything the files, variants and settings say, checked against the schema.
  private func root(
    of file: String, variants: [String], settings: [Setting]
  ) throws(ScenarioError) -> Branch {
    let chain = FileChain(file, names: names, read: read)
    var problems = chain.problems
    guard problems.isEmpty || !chain.root.entries.isEmpty else {
      throw ScenarioError(problems: problems)
    }
    for variant in chain.variants where !variants.contains(variant.name) {
      // A variant that nobody asked for is checked all the same.
      var trial = Overrides(root: chain.root, variants: chain.variants)
      trial.apply(variant: variant.name)
      problems += trial.problems
    }
    var overrides = Overrides(root: chain.root, variants: chain.variants)
    for variant in variants { overrides.apply(variant: variant) }
    for setting in settings { overrides.apply(setting) }
    problems += overrides.problems
    guard problems.isEmpty else { throw ScenarioError(problems: Self.distinct(problems)) }
    var required = RequiredKeys()
    required.check(overrides.root, Schema.keys)
    guard required.problems.isEmpty else { throw ScenarioError(problems: required.problems) }
    return overrides.root.ordered(by: Schema.keys)
  }

  private func regency(
    of root: Branch, _ gazetteer: (RegionCode) throws -> Gazetteer
  ) throws(ScenarioError) -> Gazetteer {
    let section = Section(branch: root, path: [])
    let text = section.text("region") ?? ""
    guard let code = RegionCode(text), code.level == .regency else {
      throw refusal(
        section, text,
        Phrase(
          id: "bukan kode kabupaten atau kota; tulis seperti “18.09”",
          en: "not the code of a regency; write it like “18.09”"))
    }
    do {
      return try gazetteer(code)
    } catch {
      let why = (error as? any Described)?.phrase ?? Phrase(id: "\(error)", en: "\(error)")
      throw refusal(
        section, text,
        Phrase(
          id: "tempat-tempatnya tidak ada: \(why.indonesian)",
          en: "its places are not there: \(why.english)"))
    }
  }

  private func refusal(_ section: Section, _ value: String, _ what: Phrase) -> ScenarioError {
    ScenarioError(problems: [
      ScenarioProblem(section.origin("region"), path: "region", value: value, what)
    ])
  }

  private static func distinct(_ problems: [ScenarioProblem]) -> [ScenarioProblem] {
    var seen: Set<ScenarioProblem> = []
    return problems.filter { seen.insert($0).inserted }
  }
}
