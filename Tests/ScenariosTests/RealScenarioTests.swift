import Domain
import Scenarios
import Simulation
import Testing

@Suite struct RealScenarioTests {
  @Test func theFolderHasTheFivePlaces() {
    #expect(RealFiles.library.names == RealFiles.names)
  }

  @Test(arguments: RealFiles.names)
  func everyScenarioAndVariantReads(name: String) throws {
    let base = try RealFiles.scenario(name)
    #expect(base.name == name)
    #expect(!base.facts.isEmpty)
    for (variant, title) in try RealFiles.library.variants(of: name) {
      let scenario = try RealFiles.scenario("\(name)+\(variant)")
      #expect(scenario.name == "\(name)+\(variant)")
      #expect(title.indonesian != title.english || variant == title.english)
      #expect(scenario.assumptions.contains { $0.basis == .decided("+\(variant)") })
    }
  }

  @Test(arguments: RealFiles.names)
  func everyValueSaysWhereItComesFrom(name: String) throws {
    for value in try RealFiles.scenario(name).assumptions {
      switch value.basis {
      case .source(let text), .assumed(let text):
        #expect(text.count > 3, "\(value.path)")
        #expect(!["report", "holidays"].contains(text), "\(value.path) names no source")
      case .decided: Issue.record("\(value.path) is decided in a base case")
      }
    }
  }

  @Test(arguments: RealFiles.names)
  func residentsAreSharedOutToTheLast(name: String) throws {
    let scenario = try RealFiles.scenario(name)
    for place in scenario.places {
      #expect(place.holders <= place.recorded)
      #expect(place.recorded <= place.obliged)
      #expect(scenario.kecamatan.indices.contains(place.kecamatan))
    }
    let written = Dictionary(uniqueKeysWithValues: scenario.assumptions.map { ($0.path, $0.value) })
    let sums = [
      ("obliged", scenario.places.reduce(0) { $0 + $1.obliged }),
      ("recorded", scenario.places.reduce(0) { $0 + $1.recorded }),
      ("holders", scenario.places.reduce(0) { $0 + $1.holders }),
    ]
    for (key, sum) in sums { #expect(written["people.\(key)"] == "\(sum) residents") }
  }
}
