import Domain
import Geometry
import Simulation
import TestSupport
import Testing

@testable import Scenarios

@Suite struct ResidentSharesTests {
  @Test(arguments: UInt64(0)..<50)
  func partsAreNearTheirShareAndAddUp(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let weights = (0..<20).map { _ in Int.random(in: 0...5000, using: &random) }
    let sum = weights.reduce(0, +)
    let total = Int.random(in: 0...sum, using: &random)
    let parts = largestRemainder(total, by: weights)
    #expect(parts.reduce(0, +) == total)
    for (part, weight) in zip(parts, weights) {
      #expect(abs(Double(part) - Double(total) * Double(weight) / Double(sum)) < 1)
      #expect(part <= weight)
    }
  }

  @Test func palembangHadSixteenKecamatanAndHasEighteen() throws {
    let sixteen = try RealFiles.scenario("palembang-2017+sixteen")
    let eighteen = try RealFiles.scenario("palembang-2017+eighteen")
    #expect(sixteen.kecamatan.count == 16)
    #expect(eighteen.kecamatan.count == 18)
    #expect(sixteen.printing.sites.count == 16)
    #expect(eighteen.printing.sites.count == 18)
    #expect(sixteen.places.map(\.code) == eighteen.places.map(\.code))
    let residents = { (scenario: Scenario) in scenario.places.reduce(0) { $0 + $1.obliged } }
    #expect(residents(sixteen) == residents(eighteen))
    let jakabaring = sixteen.places.first { $0.code.description.hasPrefix("16.71.17.") }
    let home = try #require(jakabaring)
    #expect(sixteen.kecamatan[home.kecamatan].name == "Seberang Ulu Satu")
  }

  @Test func aKecamatanMayHaveSharesOfItsOwn() throws {
    let scenario = try RealFiles.scenario("pesawaran-2018")
    let index = try #require(scenario.kecamatan.firstIndex { $0.name == "Punduh Pidada" })
    let places = scenario.places.filter { $0.kecamatan == index }
    for place in places {
      #expect(abs(Double(place.recorded) - 0.76 * Double(place.obliged)) <= 0.5)
    }
    #expect(places.filter { !$0.hasSignal }.map(\.name) == ["Pagar Jaya", "Pulau Legundi"])
    #expect(places.filter(\.isIsland).map(\.name) == ["Pulau Legundi"])
  }

  @Test func theWayFromTheBaseIsStraightTimesTheRoadFactor() throws {
    let scenario = try RealFiles.scenario("pesawaran-2018")
    let home = try #require(scenario.kecamatan.first { $0.name == "Gedong Tataan" })
    let far = try #require(scenario.kecamatan.first { $0.name == "Punduh Pidada" })
    #expect(home.kilometresFromBase == 0)
    let regency = try RealFiles.gazetteer(scenario.region)
    let here = try #require(regency[home.code]?.pointInside)
    let there = try #require(regency[far.code]?.pointInside)
    #expect(abs(far.kilometresFromBase - 1.5 * here.distance(to: there).value / 1000) < 0.06)
  }
}
