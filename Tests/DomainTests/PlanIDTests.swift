import Domain
import Testing

@Suite struct PlanIDTests {
  let date = CalendarDate("2017-07-27")

  @Test func plansAndRunsReadWhatTheyWrite() throws {
    let plan = PlanID(date: try #require(date), version: 3)
    #expect(plan.description == "2017-07-27-3")
    #expect(PlanID(plan.description) == plan)
    let run = RunID(plan: plan, number: 42)
    #expect(run.description == "R-20170727-3-042")
    #expect(RunID(run.description) == run)
    #expect(RunID("r-20170727-3-42") == run)
    #expect(RunID(RunID(plan: plan, number: 1234).description)?.number == 1234)
  }

  @Test(arguments: [
    "", "2017-07-27", "2017-07-27-", "2017-07-27-0", "2017-07-27--1", "2017-02-30-1", "x-1",
    "2017-07-27-1a",
  ])
  func refusesWhatIsNoPlan(text: String) {
    #expect(PlanID(text) == nil)
  }

  @Test(arguments: [
    "", "R", "R-20170727-1", "R-20170230-1-001", "R-20170727-0-001", "R-20170727-1-000",
    "X-20170727-1-001", "R-2017727-1-001", "R-20170727-1-001-1", "R-2017072x-1-001",
  ])
  func refusesWhatIsNoRun(text: String) {
    #expect(RunID(text) == nil)
  }

  @Test func laterPlansAndRunsSortLater() throws {
    let date = try #require(date)
    let plans = [PlanID(date: date, version: 2), PlanID(date: date, version: 10)]
    #expect(plans[0] < plans[1])
    #expect(plans[1] < PlanID(date: date.adding(days: 1), version: 1))
    #expect(RunID(plan: plans[0], number: 99) < RunID(plan: plans[1], number: 1))
  }
}
