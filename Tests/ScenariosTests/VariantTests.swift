import Domain
import Scenarios
import Simulation
import Testing

@Suite struct VariantTests {
  private func scenario(_ variant: String, text: String) throws -> Scenario {
    let whole = SmallScenario.text + "\n  learnt: " + text
    return try SmallScenario.library(whole).scenario(
      "small", variants: [variant], gazetteer: RealFiles.gazetteer)
  }

  @Test func aVariantThatSaysWhereAValueComesFromIsBelieved() throws {
    let learnt = try scenario(
      "learnt",
      text:
        "{blanks.monthly: {value: 2500 blanks/month, source: office books}, printers: 3 printers}"
    )
    let basis = Dictionary(learnt.assumptions.map { ($0.path, $0.basis) }) { $1 }
    #expect(basis["blanks.monthly"] == .source("office books"))
    #expect(basis["printing.sites.kantor.printers"] == .decided("+learnt"))
  }

  @Test func theTitleNamesTheVariant() throws {
    let learnt = try scenario(
      "learnt", text: "{title: {id: dipelajari, en: learnt}, printers: 3 printers}")
    #expect(learnt.title == Phrase(id: "Kecil: dipelajari", en: "Small: learnt"))
    #expect(try SmallScenario.scenario(["more"]).title == Phrase(id: "Kecil", en: "Small"))
  }
}
