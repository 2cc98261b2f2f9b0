import Domain
import Reports
import Scenarios
import Simulation

/// What a command line asks: a base, what to hold it against, and which levers to move.
struct StudyQuestion {
  /// A scenario as it is run, and as it can be kept.
  struct Asked {
    let scenario: Scenario
    let resolved: ResolvedScenario
  }

  let options: ScenarioOptions
  /// The base's name with its variants.
  let name: String
  private(set) var base: Asked
  /// For each kecamatan, what brings estimated runs nearest to planned ones.
  private var factors: [Setting] = []

  init(_ name: String, in options: ScenarioOptions, runModel: RunModel?) throws {
    self.options = options
    self.name = name
    var scenario = try options.scenario(name)
    if let runModel { scenario.delivery.runs = runModel }
    base = Asked(scenario: scenario, resolved: try options.library.resolved(name))
  }

  /// Fits the estimates of all scenarios to the planner, on the ground of the base; nil where no
  /// run is estimated.
  mutating func fitRuns(seed: UInt64) throws -> RunCalibration.Result? {
    guard base.scenario.delivery.runs == .estimate, base.scenario.delivery.goesToDoors else {
      return nil
    }
    let line = ProgressLine()
    defer { line.finish() }
    line.announce(say("merencanakan perjalanan contoh …", "planning sample runs …"))
    let result = RunCalibration(
      base.scenario, planner: try planner(), seed: seed, repetitions: 1
    ).result()
    factors = result.fits.map { fit in
      Self.setting(fit.factor, of: base.scenario.kecamatan[fit.kecamatan].code, seed: seed)
    }
    base = try asked(name)
    return result
  }

  /// Other scenarios, and the base with `settings`, in the order asked for.
  func alternatives(versus: [String], settings: [Setting]) throws -> [Asked] {
    var alternatives: [Asked] = []
    for other in versus {
      // `+variant` alone means a variant of the base.
      let full = other.hasPrefix("+") ? name + other : other
      try requireComparable(try options.scenario(full), full)
      alternatives.append(try asked(full))
    }
    if !settings.isEmpty {
      let asked = Asked(
        scenario: try scenario(with: settings),
        resolved: try options.library.resolved(name, settings: factors + settings))
      try requireComparable(asked.scenario, asked.scenario.name)
      alternatives.append(asked)
    }
    return alternatives
  }

  /// The steps of a sweep: the lever's path, and each value with its scenario.
  func steps(
    of sweep: LeverSweep
  ) throws -> (lever: String, steps: [(text: String, number: Double, scenario: Scenario)]) {
    let position = try options.library.lever(sweep.path, of: name)
    let steps = try sweep.values.map { value in
      (
        text: position.text(value), number: value,
        scenario: try scenario(with: [position.setting(value)])
      )
    }
    return (position.path, steps)
  }

  /// One natural step more of every usual lever that the scenario has and that changes anything.
  func marginalSteps() throws -> [(lever: String, step: String, scenario: Scenario)] {
    try options.library.levers(of: name).compactMap { position in
      guard let moved = position.moved(bySteps: 1) else { return nil }
      let more = try scenario(with: [moved])
      guard isDifferent(more) else { return nil }
      return (position.path, position.stepText, more)
    }
  }

  /// What plans runs, for plans themselves or to fit estimates to.
  ///
  /// - Throws: ``PlannedRunsError`` if they cannot be planned.
  func planner() throws -> PlannedRuns {
    try options.planner(for: base.scenario)
  }

  /// What the usual levers are called, by path and by short name.
  func leverTitles() throws -> [String: Phrase] {
    var titles = Dictionary(Lever.all.map { ($0.name, $0.title) }) { first, _ in first }
    for position in try options.library.levers(of: name) {
      titles[position.path] = position.lever?.title
    }
    return titles
  }

  /// A scenario by its name with its variants, fitted to the planner as the base is.
  private func asked(_ name: String) throws -> Asked {
    Asked(
      scenario: alike(try options.scenario(name, settings: factors)),
      resolved: try options.library.resolved(name, settings: factors))
  }

  /// The factor of a kecamatan as it stands in a file, to a thousandth, so that the file gives the
  /// same study again.
  private static func setting(_ factor: Double, of code: RegionCode, seed: UInt64) -> Setting {
    let thousandths = JSONText.decimal(Int((factor * 1000).rounded()), places: 3).text()
    return Setting(
      path: "places.kecamatan.\(code.digits).estimate-factor", value: "\(thousandths) times",
      basis: .source("fitted to the planner before the study, seed \(seed)"))
  }

  private func scenario(with settings: [Setting]) throws -> Scenario {
    var scenario = alike(try options.scenario(name, settings: factors + settings))
    scenario.name = ([name] + settings.map { "\($0.path)=\($0.value)" }).joined(separator: "+")
    return scenario
  }

  /// The scenario with the base's way of making runs.
  private func alike(_ scenario: Scenario) -> Scenario {
    var scenario = scenario
    scenario.delivery.runs = base.scenario.delivery.runs
    return scenario
  }

  private func requireComparable(_ scenario: Scenario, _ full: String) throws {
    guard scenario.firstDay == base.scenario.firstDay, scenario.lastDay == base.scenario.lastDay,
      scenario.region == base.scenario.region
    else {
      throw Failure(
        .badInput,
        id: "\(full) tidak bisa dibandingkan dengan \(name): wilayah atau masanya lain",
        en: "\(full) cannot be held against \(name): it has another regency or period")
    }
  }

  /// Whether a scenario differs from the base in more than its name and how it is written.
  private func isDifferent(_ scenario: Scenario) -> Bool {
    var same = base.scenario
    same.name = scenario.name
    same.assumptions = scenario.assumptions
    return same != scenario
  }
}

extension Delivery {
  /// Whether any channel brings cards to doors.
  fileprivate var goesToDoors: Bool {
    channels.contains { channel in
      if case .door = channel.means { return true }
      return false
    }
  }
}
