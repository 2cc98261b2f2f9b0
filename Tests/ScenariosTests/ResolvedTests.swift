import Domain
import Scenarios
import Simulation
import Testing

@Suite struct ResolvedTests {
  @Test(arguments: RealFiles.names)
  func theResolvedTextReadsBackToTheSameScenario(name: String) throws {
    let variants = try RealFiles.library.variants(of: name).map(\.name)
    for variant in [""] + variants.map({ "+" + $0 }) {
      var scenario = try RealFiles.scenario(name + variant)
      let text = try RealFiles.library.resolved(name + variant).text
      let library = ScenarioLibrary(files: ["again.yaml"]) { name in
        name == "again.yaml" ? Array(text.utf8) : nil
      }
      let again = try library.scenario("again", gazetteer: RealFiles.gazetteer)
      scenario.name = "again"
      #expect(again == scenario)
      #expect(try library.resolved("again").text == text)
    }
  }

  /// As the fit of estimated runs is kept: under a code, beside what the file says under the name.
  @Test func aMeasuredSettingIsKeptWithItsSourceAndBesideWhatStandsThere() throws {
    let files = [
      "small.yaml": SmallScenario.text.replacing(
        "  base: Gedong Tataan\n",
        with: "  base: Gedong Tataan\n  kecamatan: {Gedong Tataan: {speed: 31 km/h}}\n")
    ]
    let fitted = Setting(
      path: "places.kecamatan.18.09.01.estimate-factor", value: "1.234 times",
      basis: .source("fitted"))
    let library = SmallScenario.library(files: files)
    let scenario = try library.scenario(
      "small", settings: [fitted], gazetteer: RealFiles.gazetteer)
    #expect(
      scenario.assumptions.contains(
        Assumption(
          path: "places.kecamatan.180901.estimate-factor", value: "1.234 times",
          basis: .source("fitted"))))
    let text = try library.resolved("small", settings: [fitted]).text
    let again = try SmallScenario.library(files: ["again.yaml": text])
      .scenario("again", gazetteer: RealFiles.gazetteer)
    let kecamatan = try #require(again.kecamatan.first { $0.name == "Gedong Tataan" })
    #expect(kecamatan.estimateFactor == 1.234)
    #expect(kecamatan.speedKilometresPerHour == 31)
  }

  @Test func theHashTellsScenariosApartAndNothingElse() throws {
    let library = SmallScenario.library()
    let base = try library.resolved("small")
    let commented = SmallScenario.library("# a remark\n" + SmallScenario.text)
    #expect(try commented.resolved("small").hash == base.hash)
    #expect(try library.resolved("small", variants: ["more"]).hash != base.hash)
    #expect(base.hash.count == 16)
    let kept = base.text(version: "1.0", seed: 7, runs: 200)
    #expect(kept.hasPrefix("# small, hantar 1.0, seed 7, 200 runs, hash \(base.hash)\ntitle: "))
  }

  @Test func aVariantDiffersInWhatItDecides() throws {
    let base = try SmallScenario.scenario()
    let most = try SmallScenario.scenario(["most"])
    let differences = base.differences(to: most)
    #expect(
      differences.map { "\($0.path): \($0.before ?? "-") → \($0.after ?? "-")" } == [
        "blanks.monthly: 1500 blanks/month → 2000 blanks/month",
        "printing.sites.kantor.printers: 2 printers → 3 printers",
      ])
    #expect(base.differences(to: base).isEmpty)
  }

  @Test func whatOnlyOneScenarioHasIsADifferenceToo() throws {
    let base = try SmallScenario.scenario()
    let setting = Setting(path: "printing.ribbons", value: "4")
    let other = try SmallScenario.scenario([], [setting])
    let there = base.differences(to: other)
    #expect(there.map(\.path) == ["printing.ribbons"])
    #expect(there.first?.before == nil)
    #expect(there.first?.after == "4 ribbons")
    #expect(other.differences(to: base).first?.after == nil)
  }
}
