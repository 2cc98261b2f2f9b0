import Testing

@testable import Simulation

@Suite struct StudentTTests {
  struct Row: CustomTestStringConvertible {
    var degrees: Int
    var outside: Double
    var bound: Double
    var testDescription: String { "\(degrees) degrees of freedom, \(outside) outside" }
  }

  /// E. S. Pearson, H. O. Hartley, "Biometrika Tables for Statisticians", 1966, table 12.
  static let table = [
    Row(degrees: 1, outside: 0.05, bound: 12.706), Row(degrees: 2, outside: 0.05, bound: 4.303),
    Row(degrees: 3, outside: 0.05, bound: 3.182), Row(degrees: 4, outside: 0.05, bound: 2.776),
    Row(degrees: 5, outside: 0.05, bound: 2.571), Row(degrees: 9, outside: 0.05, bound: 2.262),
    Row(degrees: 19, outside: 0.05, bound: 2.093), Row(degrees: 30, outside: 0.05, bound: 2.042),
    Row(degrees: 60, outside: 0.05, bound: 2.000), Row(degrees: 120, outside: 0.05, bound: 1.980),
    Row(degrees: 1, outside: 0.01, bound: 63.657), Row(degrees: 3, outside: 0.01, bound: 5.841),
    Row(degrees: 10, outside: 0.01, bound: 3.169), Row(degrees: 10, outside: 0.5, bound: 0.700),
    Row(degrees: 3, outside: 0.2, bound: 1.638), Row(degrees: 4, outside: 0.001, bound: 8.610),
  ]

  @Test(arguments: table)
  func theBoundIsThatOfThePrintedTable(_ row: Row) {
    let bound = StudentT(degreesOfFreedom: row.degrees).bound(outside: row.outside)
    #expect(abs(bound - row.bound) <= 0.000_5)
  }

  @Test(arguments: [1, 2, 3, 4, 5, 7, 12, 50, 199, 9_999])
  func theShareOutsideABoundIsTheShareItWasMadeFor(_ degrees: Int) {
    let student = StudentT(degreesOfFreedom: degrees)
    for share in [0.000_1, 0.001, 0.01, 0.05, 0.1, 0.5, 0.9, 0.99] {
      #expect(abs(student.shareOutside(student.bound(outside: share)) / share - 1) < 1e-5)
    }
  }

  @Test func withManyDegreesOfFreedomItIsTheNormalDistribution() {
    let bound = StudentT(degreesOfFreedom: 10_000_000).bound(outside: 0.05)
    #expect(abs(bound - 1.959_964) < 0.000_001)
  }

  @Test func theBinomialDistributionIsTheSumOfItsTerms() {
    for trials in [1, 2, 7, 40] {
      var sum = 0.0
      var term = (0..<trials).reduce(1.0) { product, _ in product * 0.7 }
      for count in 0..<trials {
        sum += term
        #expect(abs(Binomial(trials: trials, share: 0.3).atMost(count) - sum) < 1e-12)
        term *= Double(trials - count) / Double(count + 1) * 0.3 / 0.7
      }
    }
  }
}
