import Domain
import Testing

@testable import WhatIfReports

@Suite struct FigureTests {
  @Test(arguments: [
    (1234.5, 1, "1.234,5", "1,234.5"), (0.05, 1, "0,1", "0.1"), (-0.04, 1, "0,0", "0.0"),
    (-1234.5, 0, "−1.235", "−1,235"), (999.96, 1, "1.000,0", "1,000.0"), (7, 2, "7,00", "7.00"),
    (.nan, 1, "–", "–"), (.infinity, 0, "–", "–"),
  ])
  func numbersAreRoundedAndGrouped(
    value: Double, places: Int, indonesian: String, english: String
  ) {
    #expect(Language.indonesian.decimal(value, places: places) == indonesian)
    #expect(Language.english.decimal(value, places: places) == english)
  }

  @Test(
    arguments: [
      (12_345, nil, "Rp12.345", "Rp12,345"), (52_000_000, nil, "Rp52,0 juta", "Rp52.0 million"),
      (1_250_000_000, 30_000_000, "Rp1,25 ± 0,03 miliar", "Rp1.25 ± 0.03 billion"),
      (24_000_000, 1000, "Rp24,0 ± 0,001 juta", "Rp24.0 ± 0.001 million"),
      (-9_000_000, nil, "−Rp9,0 juta", "−Rp9.0 million"),
    ] as [(Double, Double?, String, String)])
  func moneyIsShortAndItsErrorSeen(
    rupiah: Double, error: Double?, indonesian: String, english: String
  ) {
    #expect(
      RupiahScale(for: rupiah).text(rupiah, in: .indonesian, error: error) == indonesian)
    #expect(RupiahScale(for: rupiah).text(rupiah, in: .english, error: error) == english)
  }

  private static let axes: [(Double, [Double])] = [
    (41_000, [0, 10_000, 20_000, 30_000, 40_000, 50_000]), (1, [0, 0.2, 0.4, 0.6, 0.8, 1]),
    (100, [0, 20, 40, 60, 80, 100]), (0, [0, 1]), (7, [0, 2, 4, 6, 8]),
  ]

  @Test(arguments: axes)
  func axesHaveRoundSteps(top: Double, values: [Double]) {
    let found = AxisSteps.values(upTo: top)
    #expect(found.count == values.count)
    #expect(zip(found, values).allSatisfy { abs($0 - $1) < 1e-9 })
  }

  @Test func sparklinesShowTheMeanOfTheirDays() {
    #expect(Sparkline.text([0, 1, 2, 3, 4, 5, 6, 7], width: 8, top: 7) == "▁▂▃▄▅▆▇█")
    #expect(Sparkline.text([0, 0, 7, 7], width: 2, top: 7) == "▁█")
    #expect(Sparkline.text([], width: 8, top: 7) == "")
    #expect(Sparkline.trailing([6, 0, 0, 3], days: 3) == [6, 3, 2, 1])
  }

  /// Every colour of a curve stands out from the page at least as text must (WCAG AA, 4.5 to 1).
  @Test(arguments: ChartStyle.colours)
  func coloursAreDarkEnough(colour: String) throws {
    let parts: [Double] = try stride(from: 1, to: 7, by: 2).map { start -> Double in
      let digits = colour.dropFirst(start).prefix(2)
      let share = Double(try #require(Int(digits, radix: 16))) / 255
      // Close enough to the curve of sRGB for a bound.
      return share * share * (share * 0.3 + 0.7)
    }
    let weights = [0.2126, 0.7152, 0.0722]
    let luminance = zip(parts, weights).reduce(0) { $0 + $1.0 * $1.1 }
    #expect(1.05 / (luminance + 0.05) > 4.5)
  }
}
