import Domain
import Scenarios
import Simulation
import Testing

/// The base case of every place must do what is known to have happened there.
@Suite struct FactsTests {
  @Test(arguments: RealFiles.names)
  func theBaseCaseReproducesItsFacts(name: String) throws {
    let scenario = try RealFiles.scenario(name)
    let record = Simulator(scenario, seed: 1).run(replication: 0)
    for fact in scenario.facts {
      let value = try #require(record.answers[fact.answer], "\(fact.answer) did not happen")
      #expect(fact.range.contains(value), "\(name): \(fact.title.english): \(value)")
    }
  }
}
