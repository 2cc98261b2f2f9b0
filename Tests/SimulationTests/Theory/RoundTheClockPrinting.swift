import Domain

@testable import Simulation

/// The whole model made so plain that theory knows its answer: requests arrive at any hour of any
/// day, and printers of one site print them round the clock.
struct RoundTheClockPrinting {
  static let meanSeconds = 40.0

  var printers: Int
  /// Busy time of the printers over their time, below 1.
  var load: Double
  var secondsPerCard: Spread = .exponential(mean: meanSeconds)
  var urgentShare = 0.0

  /// Seconds from print ready to printed of every card, without those of the first and the last
  /// hours, which a line that began empty and was cut off falsifies.
  func times(days: Int, replication: Int) -> (normal: [Double], urgent: [Double]) {
    let world = SimulatedWorld.run(scenario(days: days), seed: 77, replication: replication)
    let from = Int32(2 * 3600)
    let to = Int32(days * 86_400 - 3600)
    var times = (normal: [Double](), urgent: [Double]())
    for card in 0..<world.cards.count
    where world.cards.readyAt[card] >= from && world.cards.readyAt[card] < to {
      let time = Double(world.cards.printedAt[card] - world.cards.readyAt[card])
      if world.cards.urgency[card] == .urgent {
        times.urgent.append(time)
      } else {
        times.normal.append(time)
      }
    }
    return times
  }

  private func scenario(days: Int) -> Scenario {
    let perDay = load * Double(printers) * 86_400 / Self.meanSeconds
    let hours = WorkingHours(
      days: Weekday.allCases, opens: .midnight,
      closes: TimeOfDay(seconds: 86_400) ?? .midnight)
    var scenario = SmallExperimentOffice.scenario(days: days)
    scenario.officeHours = hours
    scenario.demand = Demand(
      arrivals: [Demand.Arrivals(kind: .first, perDay: perDay, urgentShare: urgentShare)])
    scenario.blanks = BlankSupply(opening: 10_000_000)
    scenario.printing = Printing(
      sites: [Printing.Site(name: "kantor", printers: printers, operators: printers)],
      hours: hours, secondsPerCard: secondsPerCard)
    scenario.delivery = Delivery()
    return scenario
  }
}
