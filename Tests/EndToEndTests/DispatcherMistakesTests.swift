import Foundation
import Testing

/// What goes wrong on a dispatcher's ordinary day, and must not cost a card or a courier.
@Suite struct DispatcherMistakesTests {
  @Test func planningTheNextDayLeavesTodaysWaitingRunsAlone() throws {
    let program = try Program()
    defer { program.remove() }
    try program.makeOffice(cards: 60, couriers: 2)
    try program.plan()
    let today = try program.runs()
    let tomorrow = try program.run(
      "plan", "-C", "office", "--date", "2017-07-28", "--effort", "quick")
    #expect(!tomorrow.output.contains("replaced"), "\(tomorrow)")
    #expect(try program.runs() == today)
  }

  @Test(arguments: ["2017-07-26", "9999-12-31"])
  func aDayThatIsPastOrFarAwayIsNotPlanned(day: String) throws {
    let program = try Program()
    defer { program.remove() }
    try program.makeOffice(cards: 10, couriers: 1)
    let outcome = try program.run("plan", "-C", "office", "--date", day)
    #expect(outcome.status == 1, "\(outcome)")
    #expect(outcome.errors.contains(day))
  }

  @Test func aSecondPlanOfTheDaySendsNobodyOutTwice() throws {
    var program = try Program()
    defer { program.remove() }
    try program.makeOffice(cards: 60, couriers: 2)
    try program.plan()
    try program.handOut()
    let before = try program.json("run", "list", "-C", "office", "--date", "2017-07-27")
    program.now = "2017-07-27T10:00:00+07:00"
    let again = try program.run("plan", "-C", "office", "--date", "2017-07-27", "--effort", "quick")
    #expect(again.status == 1, "\(again)")
    #expect(
      try program.json("run", "list", "-C", "office", "--date", "2017-07-27").count == before.count)
  }

  @Test func aPlanIntoWhichNothingFitsIsNotStored() throws {
    let program = try Program()
    defer { program.remove() }
    try program.makeOffice(cards: 10, couriers: 1)
    let sheet = try program.read("couriers.csv").replacing("16:00", with: "08:10")
      .replacing("11:30", with: "").replacing("13:30", with: "").replacing(",60,", with: ",,")
    try program.write(sheet, to: "short.csv")
    try program.succeed("import", "couriers", "-C", "office", "short.csv")
    let outcome = try program.run("plan", "-C", "office", "--date", "2017-07-27")
    #expect(outcome.status == 1, "\(outcome)")
    #expect(try program.run("run", "list", "-C", "office", "--date", "2017-07-27").status == 66)
  }

  @Test func aSheetTypedInTwiceCountsEveryAttemptOnce() throws {
    var program = try Program()
    defer { program.remove() }
    try program.makeOffice(cards: 30, couriers: 1)
    try program.plan()
    try program.handOut()
    let run = try #require(try program.runs().first)
    program.now = "2017-07-27T17:00:00+07:00"
    let pocket = Program.pocket(of: try program.courier(of: run))
    try program.succeed("courier", "open", "bundles/\(run).run", "--pocket", pocket)
    try program.succeed("sample", "outcomes", run, "-C", "office", "--out", "sheet.csv")
    try program.succeed("courier", "enter", "sheet.csv", "--pocket", pocket)
    let events = try program.succeed("courier", "status", "--pocket", pocket, "--json")
    let again = try program.succeed("courier", "enter", "sheet.csv", "--pocket", pocket)
    #expect(again.contains("0 cards recorded"))
    #expect(
      try program.succeed("courier", "status", "--pocket", pocket, "--json") == events)
  }

  @Test func anOutcomeThatHasNotHappenedYetIsNotRecorded() throws {
    let program = try Program()
    defer { program.remove() }
    try program.makeOffice(cards: 10, couriers: 1)
    try program.plan()
    try program.handOut()
    let run = try #require(try program.runs().first)
    let pocket = Program.pocket(of: try program.courier(of: run))
    try program.succeed("courier", "open", "bundles/\(run).run", "--pocket", pocket)
    let card =
      try program.succeed("courier", "next", "--pocket", pocket, "--ids")
      .split(separator: "\n").first ?? ""
    try program.write(
      "card_id,outcome,time,reason\n\(card),failed,23:00,NOT_HOME\n", to: "late.csv")
    let outcome = try program.run("courier", "enter", "late.csv", "--pocket", pocket)
    #expect(outcome.status == 1, "\(outcome)")
    #expect(outcome.output.contains("0 cards recorded"))
  }

  @Test func aNameWithoutLettersDoesNotListTheWholeRegister() throws {
    let program = try Program()
    defer { program.remove() }
    try program.makeOffice(cards: 5, couriers: 1)
    #expect(try program.run("card", "search", "%", "-C", "office").status == 64)
  }

  @Test func aBundleThatIsMissingDoesNotKeepTheOthersOut() throws {
    var program = try Program()
    defer { program.remove() }
    try program.makeOffice(cards: 10, couriers: 1)
    try program.plan()
    try program.handOut()
    let run = try #require(try program.runs().first)
    try program.deliver(run)
    program.now = "2017-07-27T18:00:00+07:00"
    let outcome = try program.run("sync", "-C", "office", "none.bundle", "\(run).bundle")
    #expect(outcome.status == 66, "\(outcome)")
    #expect(try program.cardCounts()["out"] == 0)
  }

  @Test func aDesaOnTheOtherSideOfTheCountryIsRefused() throws {
    let program = try Program()
    defer { program.remove() }
    try Regency.copy(to: program)
    try program.write(
      """
      {"type": "FeatureCollection", "features": [{"type": "Feature",
       "properties": {"kode": "18.71.01.1003"}, "geometry": {"type": "Polygon", "coordinates":
       [[[140.0, -2.0], [140.1, -2.0], [140.1, -2.1], [140.0, -2.0]]]}}]}
      """, to: "papua.geojson")
    let outcome = try program.run("import", "boundaries", "-C", "office", "papua.geojson")
    #expect(outcome.status == 65, "\(outcome)")
    #expect(outcome.errors.contains("18.71.01.1003"))
  }
}
