import Domain
import Testing

@testable import Simulation

@Suite struct BackTestResultTests {
  private func figures(_ delivered: [Double], wait: Double = 5) -> PeriodFigures {
    PeriodFigures(
      deliveredPerDay: delivered, printed: 100, calls: 50, failedCalls: 10, waitMedian: wait,
      waitNinetieth: 12, insideAtEnd: 30)
  }

  /// Nineteen replications that deliver 1, 2 ... 19 more than `base` on each day: between the least
  /// and the most of them the twentieth lies nine times in ten.
  private func replications(_ base: [Double]) -> [PeriodFigures] {
    (1...19).map { extra in figures(base.map { $0 == 0 ? 0 : $0 + Double(extra) }) }
  }

  private func result(
    _ base: [Double], _ actual: [Double], before: [Double]? = nil, wait: Double = 5
  ) -> BackTestResult {
    BackTestResult(
      of: replications(base), against: figures(actual, wait: wait), before: before,
      firstDay: Books.monday)
  }

  @Test func bandsHoldNineOfTenReplications() {
    let day = result([40], [50]).days[0]
    #expect(day.interval == 41...59)
    #expect(day.predicted == 50)
    #expect(day.isInside)
    #expect(day.naive == nil)
  }

  @Test func daysWithoutAnythingAreNoMerit() {
    let result = result([40, 0, 40], [50, 0, 70])
    #expect(result.countedDays == 2)
    #expect(result.daysInside == 1)
    #expect(result.meanError == 10)
    #expect(result.days[1].isIdle)
  }

  @Test func anEventOnAnIdleDayCounts() {
    let result = result([40, 0], [50, 3])
    #expect(result.countedDays == 2)
    #expect(result.daysInside == 1)
  }

  @Test func theNaiveForecastIsHeldAgainstTheSameDays() {
    let result = result([40, 0, 40], [50, 0, 52], before: [44, 9, 40])
    #expect(result.meanError == 1)
    #expect(result.naiveError == 9)
    #expect(result.sentences.contains { $0.english.hasSuffix("the forecast is better") })
  }

  @Test func theVerdictFollowsBandsFiguresAndTheNaiveForecast() {
    let base = Array(repeating: 40.0, count: 10)
    let right = Array(repeating: 50.0, count: 10)
    let wrong = Array(repeating: 90.0, count: 10)
    #expect(result(base, right).verdict == .good)
    // One figure outside is luck, but not one far off: the replications all say five days.
    #expect(result(base, right, wait: 6).verdict == .good)
    #expect(result(base, right, wait: 9).verdict == .doubtful)
    // Good bands, but the same as before is better still.
    let near = Array(repeating: 52.0, count: 10)
    #expect(result(base, near, before: near).verdict == .doubtful)
    #expect(result(base, wrong, before: wrong).verdict == .bad)
    #expect(result(Array(base.prefix(4)), Array(right.prefix(4))).verdict == .tooLittle)
    #expect(
      result(Array(repeating: 1, count: 10), Array(repeating: 2, count: 10)).verdict == .tooLittle)
  }

  @Test func bandsThatMissTooOftenAreCalledTooNarrow() {
    let base = Array(repeating: 40.0, count: 10)
    let actual = base.indices.map { $0 < 6 ? 50.0 : 80 }
    let result = result(base, actual)
    #expect(result.daysInside == 6)
    // Six or fewer of ten happen in 1.3 % of cases if nine of ten should.
    #expect(result.bandsAreTooNarrow)
    #expect(!self.result(base, base.indices.map { $0 < 8 ? 50.0 : 80 }).bandsAreTooNarrow)
  }

  @Test func theWordsSayWhatHappened() {
    let base = Array(repeating: 40.0, count: 10)
    let words = result(base, Array(repeating: 50, count: 10), wait: 9).sentences
    #expect(
      words == [
        BackTestResult.Verdict.doubtful.phrase,
        Phrase(
          id: "10 dari 10 hari berada dalam rentang ramalan (seharusnya sekitar 9)",
          en: "10 of 10 days lie within the band of the forecast (about 9 should)"),
        Phrase(
          id: "rata-rata meleset 0 kartu sehari; catatan tidak cukup panjang untuk "
            + "membandingkan dengan masa sebelumnya",
          en: "off by 0 cards a day on average; the books do not reach back far enough to "
            + "compare with the time before"),
        Phrase(
          id: "tunggu, tengah (hari): nyata 9, ramalan 5, kenyataan lebih tinggi",
          en: "wait, median (days): it was 9, the forecast said 5, too low"),
      ])
  }

  @Test func aFigureThatNeverHappenedIsSaidSo() {
    var silent = figures([50, 50])
    silent.calls = 0
    silent.failedCalls = 0
    let result = BackTestResult(
      of: replications([40, 40]), against: silent, before: nil, firstDay: Books.monday)
    let failure = result.figures.first { $0.figure == .failurePercent }
    #expect(failure?.actual == nil)
    #expect(failure?.verdict == .unknown)
    #expect(
      result.sentences.contains {
        $0.english == "calls that failed (%): nothing happened to compare"
      })
  }
}
