import Simulation
import Testing

@testable import Scenarios

@Suite struct ValueTests {
  static let spreads: [(String, Spread)] = [
    ("3 days", .fixed(3)), ("1 week", .fixed(7)), ("36 hours", .fixed(1.5)),
    ("1 to 3 days", .uniform(from: 1, to: 3)), ("2 to 2 days", .fixed(2)),
    ("12 hours to 3 days", .uniform(from: 0.5, to: 3)),
    ("exponential 5 days", .exponential(mean: 5)),
    ("median 3 days, 90 % below 7 days", .logNormal(median: 3, ninetieth: 7)),
    (
      "80 % 1 day, 15 % 2 to 14 days, 5 % exponential 30 days",
      .mixture([
        Spread.Part(weight: 0.8, spread: .fixed(1)),
        Spread.Part(weight: 0.15, spread: .uniform(from: 2, to: 14)),
        Spread.Part(weight: 0.05, spread: .exponential(mean: 30)),
      ])
    ),
  ]

  @Test(arguments: spreads)
  func spreadsAreReadAsTheyAreSpoken(text: String, spread: Spread) throws {
    #expect(try SpreadText(numbers: QuantityText(quantity: .days)).spread(text) == spread)
  }

  @Test(arguments: [
    ("80 %", 0.8), ("80%", 0.8), ("12.5 percent", 0.125), ("0 %", 0), ("100 %", 1),
  ])
  func sharesAreRead(text: String, share: Double) throws {
    #expect(abs(try QuantityText(quantity: .share).number(text) - share) < 1e-12)
  }

  @Test(arguments: [
    ("Rp10000/card", 10_000.0), ("Rp10,000/card", 10_000), ("Rp 3,600,000/card", 3_600_000),
  ])
  func rupiahAreRead(text: String, rupiah: Double) throws {
    #expect(try QuantityText(quantity: .rupiah(per: "card")).number(text) == rupiah)
  }

  @Test(arguments: [
    "", " ", "3", "days", "3 dayz", "three days", "3 4 days", "3,5 days", "1.2.3 days", "--3 days",
    "3 days extra", "1 to days", "to 3 days", "exponential", "exponential days", "median 3 days",
    "median 3 days, 80 % below 9 days", "80 % 1 day, 20 %", "% 1 day, % 2 days", "1e9 days",
    "NaN days",
    "∞ days", "٣ days", "0x3 days", ", %", "-1 to 3 days", "9999999 days",
  ])
  func whatIsNoSpreadIsRefused(text: String) {
    #expect(throws: Refusal.self) {
      try SpreadText(numbers: QuantityText(quantity: .days)).spread(text)
    }
  }
}
