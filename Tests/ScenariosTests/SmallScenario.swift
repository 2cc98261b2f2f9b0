import Domain
import Scenarios
import Simulation

/// A small scenario in the folder with the real base file, for tests that change one thing of it.
enum SmallScenario {
  static let text = """
    extends: base
    title: {id: Kecil, en: Small}
    question: {id: Apa?, en: What?}
    region: "18.09"
    period:
      from: {value: 2018-01-01, assumption: test}
      to: {value: 2018-02-28, assumption: test}
    people:
      assumption: test
      obliged: 30000 residents
      recorded: 27000 residents
      holders: 24000 residents
    demand:
      assumption: test
      backlog:
        all: {stage: ready, kind: first, cards: 6000 cards, age: 1 to 10 days}
      arrivals:
        changes: {kind: data-change, rate: 20 requests/day}
        seventeen: {kind: first, rate: 5 requests/day, needs-recording: yes}
    recording:
      assumption: test
      walk-in: 0.2 %/day
      units:
        keliling: {kind: mobile, count: 1 unit, rate: 6 residents/hour, no-shows: 20 %}
        meja: {kind: office, count: 1 unit, rate: 6 residents/hour}
    blanks:
      assumption: test
      opening: 3000 blanks
      monthly: 1500 blanks/month
    printing:
      assumption: test
      sites:
        kantor: {printers: 2 printers, operators: 2 people}
    finishing:
      assumption: test
      sorting: 40 cards/hour
    channels:
      antar:
        assumption: test
        title: {id: antar, en: door}
        means: door
        couriers: 6 couriers
        boats:
          {count: 1 boat, days: [tuesday], cards: 10 cards/trip}
      loket:
        assumption: test
        title: {id: loket, en: counter}
        means: counter
        counters: 1 counter
        fetch: 1 to 3 days
        service: 20 minutes
    rules:
      assumption: test
      all: {weights: {antar: 70 %, loket: 30 %}}
    places:
      assumption: test
      base: Gedong Tataan
      desa: {Pulau Legundi: {island: yes, signal: no, obliged: 2000 residents}}
    facts: {three: {answer: printed, value: 1 to 9 cards, title: {id: t, en: t}, source: test}}
    variants:
      more: {blanks.monthly: 2000 blanks/month}
      most: {extends: more, printers: 3 printers}
    """

  /// The folder of the real base file and `small.yaml`.
  static func library(_ text: String = text) -> ScenarioLibrary {
    library(files: ["small.yaml": text])
  }

  static func library(files: [String: String]) -> ScenarioLibrary {
    ScenarioLibrary(files: ["base.yaml"] + files.keys.sorted()) { name in
      if let text = files[name] { return Array(text.utf8) }
      return name == "base.yaml" ? try RealFiles.bytes("scenarios/base.yaml") : nil
    }
  }

  static func scenario(_ variants: [String] = [], _ settings: [Setting] = []) throws -> Scenario {
    try library().scenario(
      "small", variants: variants, settings: settings, gazetteer: RealFiles.gazetteer)
  }

  /// What is wrong with the small scenario once `old` is replaced.
  static func problems(replacing old: String, by new: String) -> [ScenarioProblem] {
    precondition(text.contains(old), "the small scenario has no “\(old)”")
    return problems(of: text.replacing(old, with: new))
  }

  static func problems(of text: String) -> [ScenarioProblem] {
    do throws(ScenarioError) {
      _ = try library(text).scenario("small", gazetteer: RealFiles.gazetteer)
      return []
    } catch {
      return error.problems
    }
  }
}
