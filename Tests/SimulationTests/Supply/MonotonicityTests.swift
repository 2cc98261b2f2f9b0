import TestSupport
import Testing

@testable import Simulation

/// More of anything never prints less on the same luck, where every card takes the same time, no
/// printer breaks and no one orders blanks: otherwise a longer card may take the last minutes of a
/// day, and more blanks today put off the order for tomorrow.
@Suite struct MonotonicityTests {
  enum Lever: CaseIterable {
    case blanks, shipment, printers, operators, cap, hours, faster
  }

  @Test(arguments: Lever.allCases, UInt64(0)..<4)
  func moreOfALeverNeverPrintsLess(_ lever: Lever, seed: UInt64) {
    var scenario = RandomScenario.make(seed: seed)
    scenario.printing.secondsPerCard = .fixed(Double(60 + seed * 30))
    scenario.printing.hoursBetweenFailures = nil
    scenario.printing.heatRestAfterCards = nil
    scenario.blanks.reorder = nil
    for unit in scenario.recording.units.indices {
      scenario.recording.units[unit].printsOnTheSpotMinutes = nil
    }
    scenario.printing.sites = [.init(name: "kantor", printers: 2, operators: 2)]
    var more = scenario
    Self.raise(lever, in: &more)

    let before = SupplyRun(scenario, seed: seed)
    let after = SupplyRun(more, seed: seed)

    #expect(after.supply.blanks.used >= before.supply.blanks.used)
  }

  private static func raise(_ lever: Lever, in scenario: inout Scenario) {
    switch lever {
    case .blanks: scenario.blanks.opening += 100
    case .shipment: scenario.blanks.shipments.append(.init(on: scenario.firstDay, cards: 70))
    case .printers: scenario.printing.sites[0].printers += 1
    case .operators: scenario.printing.sites[0].operators += 1
    case .cap: scenario.printing.cardsPerPrinterDay = nil
    case .hours: scenario.printing.hours.overtimeMinutes += 60
    case .faster: scenario.printing.secondsPerCard = .fixed(30)
    }
  }

  /// Residents who come, and what is decided about them, do not depend on the printers.
  @Test(arguments: UInt64(0)..<10)
  func aThirdPrinterChangesNoOtherLuck(seed: UInt64) {
    var scenario = RandomScenario.make(seed: seed)
    for unit in scenario.recording.units.indices {
      scenario.recording.units[unit].printsOnTheSpotMinutes = nil
    }
    var more = scenario
    more.printing.sites.append(.init(name: "baru", printers: 3, operators: 3))

    let before = SupplyRun(scenario, seed: seed)
    let after = SupplyRun(more, seed: seed)

    for measure in [Measure.requests, .recorded, .becameReady, .inProcessing, .unrecorded] {
      #expect(before[measure] == after[measure])
    }
    #expect(before.world.cards.luck == after.world.cards.luck)
    #expect(Set(before.world.cards.luck).count == before.world.cards.count)
  }
}
