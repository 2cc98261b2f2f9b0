import Domain
import Testing

@testable import Simulation

@Suite struct GoalConditionTests {
  struct Reading: CustomTestStringConvertible {
    var text: String
    var answer: Answer
    var relation: GoalCondition.Relation
    var bound: Double
    var certainty = GoalCondition.Certainty.ofMean
    var testDescription: String { text }
  }

  static let readings = [
    Reading(text: "wait-95-days <= 14", answer: .waitNinetyFifthDays, relation: .atMost, bound: 14),
    Reading(text: "wait-95-days<=14", answer: .waitNinetyFifthDays, relation: .atMost, bound: 14),
    Reading(
      text: "within-promise-percent >= 95%", answer: .withinPromisePercent, relation: .atLeast,
      bound: 95),
    Reading(
      text: " within-promise-percent ≥ 92.5 ", answer: .withinPromisePercent, relation: .atLeast,
      bound: 92.5),
    Reading(
      text: "green-day <= 120 in 90% of runs", answer: .greenDay, relation: .atMost, bound: 120,
      certainty: .ofRuns(0.9)),
    Reading(
      text: "green-day <= 120 pada 90% ulangan", answer: .greenDay, relation: .atMost, bound: 120,
      certainty: .ofRuns(0.9)),
    Reading(
      text: "printed > 100 in 100%", answer: .printed, relation: .above, bound: 100,
      certainty: .ofRuns(1)),
  ]

  @Test(arguments: readings)
  func aConditionIsRead(_ reading: Reading) throws {
    let condition = try GoalCondition(reading.text)
    #expect(condition.answer == reading.answer)
    #expect(condition.relation == reading.relation)
    #expect(condition.bound == reading.bound)
    #expect(condition.certainty == reading.certainty)
  }

  struct Refusal: CustomTestStringConvertible {
    var text: String
    var id: String
    var en: String
    var testDescription: String { text }
  }

  static let refusals = [
    Refusal(
      text: "wait-95-days 14",
      id:
        "sasaran \"wait-95-days 14\" tidak memuat <= atau >=; tulis misalnya \"wait-95-days <= 14\"",
      en: "the goal \"wait-95-days 14\" has no <= or >=; write for example \"wait-95-days <= 14\""),
    Refusal(
      text: "wait-95-days == 14", id: "\"==\" bukan perbandingan; pakai <=, >=, < atau >",
      en: "\"==\" is no comparison; use <=, >=, < or >"),
    Refusal(
      text: "wait-95 <= 14",
      id: "tidak ada jawaban bernama \"wait-95\"; yang paling mirip: wait-95-days, wait-90-days,"
        + " wait-99-days",
      en: "there is no answer named \"wait-95\"; the nearest are: wait-95-days, wait-90-days,"
        + " wait-99-days"),
    Refusal(
      text: "wait-95-days <= two weeks",
      id: "\"two\" bukan angka untuk wait-95-days; tulis angka biasa, misalnya 14 atau 92.5",
      en: "\"two\" is no number for wait-95-days; write a plain number, such as 14 or 92.5"),
    Refusal(
      text: "wait-95-days <=",
      id: "\"\" bukan angka untuk wait-95-days; tulis angka biasa, misalnya 14 atau 92.5",
      en: "\"\" is no number for wait-95-days; write a plain number, such as 14 or 92.5"),
    Refusal(
      text: "wait-95-days <= 14%",
      id: "\"14%\" bukan angka untuk wait-95-days; tulis angka biasa, misalnya 14 atau 92.5",
      en: "\"14%\" is no number for wait-95-days; write a plain number, such as 14 or 92.5"),
    Refusal(
      text: "cost <= inf",
      id: "\"inf\" bukan angka untuk cost; tulis angka biasa, misalnya 14 atau 92.5",
      en: "\"inf\" is no number for cost; write a plain number, such as 14 or 92.5"),
    Refusal(
      text: "wait-95-days <= 14 days",
      id: "\"days\" tidak dimengerti; tulis misalnya \"pada 90% ulangan\", di atas 0 sampai 100",
      en: "\"days\" is not understood; write for example \"in 90% of runs\", above 0 up to 100"),
    Refusal(
      text: "wait-95-days <= 14 in 0% of runs",
      id: "\"in 0% of runs\" tidak dimengerti; tulis misalnya \"pada 90% ulangan\", di atas 0"
        + " sampai 100",
      en: "\"in 0% of runs\" is not understood; write for example \"in 90% of runs\", above 0 up"
        + " to 100"),
  ]

  @Test(arguments: refusals)
  func aBadConditionSaysWhatToWrite(_ refusal: Refusal) throws {
    let error = try #require(throws: GoalConditionError.self) {
      try GoalCondition(refusal.text)
    }
    #expect(error.phrase.indonesian == refusal.id)
    #expect(error.phrase.english == refusal.en)
  }

  private func verdict(_ text: String, _ values: [Double?]) throws -> Bool {
    let condition = try GoalCondition(text)
    var answers = RunAnswers(runs: values.count)
    for (run, value) in values.enumerated() { answers[run, condition.answer] = value }
    return condition.verdict(on: answers).isMet
  }

  @Test func theMeanMustMeetTheBoundWithCertainty() throws {
    // The mean is 13; the interval reaches to 13.9 and down to 12.1.
    let waits: [Double?] = [12, 14, 12, 14, 12, 14, 13, 13]
    #expect(try verdict("wait-95-days <= 14", waits))
    #expect(try !verdict("wait-95-days <= 13", waits))
    #expect(try verdict("wait-95-days >= 12", waits))
    #expect(try !verdict("wait-95-days >= 13", waits))
  }

  @Test func aShareOfTheRunsMayBeAskedInstead() throws {
    let waits: [Double?] = [12, 14, 12, 14, 12, 14, 13, 13, 13, 20]
    #expect(try verdict("wait-95-days <= 14 in 90% of runs", waits))
    #expect(try !verdict("wait-95-days <= 14 in 91% of runs", waits))
    #expect(try !verdict("wait-95-days < 14 in 90% of runs", waits))
  }

  @Test func whatNeverHappensIsInfinitelyLate() throws {
    #expect(try verdict("stock-out-day >= 60", [nil, nil, nil]))
    #expect(try verdict("stock-out-day >= 60", [70, 71, nil]))
    #expect(try !verdict("stock-out-day >= 60", [50, 52, nil]))
    #expect(try !verdict("green-day <= 90", [40, 41, nil]))
    #expect(try !verdict("green-day <= 90", [nil, nil, nil]))
    #expect(try !verdict("within-promise-percent >= 95", [nil, nil]))
    #expect(try verdict("green-day <= 90 in 60% of runs", [40, 41, nil]))
  }
}
