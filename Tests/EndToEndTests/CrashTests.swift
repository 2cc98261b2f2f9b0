import Foundation
import Testing

/// The program is killed beyond any chance to tidy up; the store must open, verify, and hold all of
/// the command or nothing of it.
@Suite(.serialized) struct CrashTests {
  /// Moments spread over the time a command takes, from its first instruction past its end.
  private func moments(_ count: Int, upTo longest: Duration) -> [Duration] {
    (1...count).map { longest * $0 / count }
  }

  private func time(_ work: () throws -> Void) rethrows -> Duration {
    try ContinuousClock().measure(work)
  }

  private func expectSound(_ program: Program) throws {
    let outcome = try program.run("audit", "verify", "-C", "office")
    #expect(outcome.status == 0, "\(outcome)")
  }

  /// Runs a command to its end once, then kills it at many moments of the time it took, each time
  /// from the same beginning.
  ///
  /// - Parameter check: Called after each kill.
  private func killing(
    _ program: Program, _ arguments: [String], times count: Int, check: () throws -> Void
  ) throws {
    try program.keepOffice()
    let whole = try time { try #require(try program.run(arguments).status == 0) }
    for moment in moments(count, upTo: whole) {
      try program.restoreOffice()
      _ = try program.kill(after: moment, arguments)
      try check()
      try expectSound(program)
    }
  }

  @Test func aKilledImportLeavesAllOfItsCardsOrNone() throws {
    let program = try Program()
    defer { program.remove() }
    try program.makeOffice(cards: 10, couriers: 1)
    try program.succeed(
      "sample", "cards", "-C", "office", "--count", "400", "--seed", "8", "--out", "more.csv")
    try killing(program, ["import", "cards", "-C", "office", "more.csv"], times: 17) {
      let found = try program.cardCounts()["cards"]
      #expect(found == 10 || found == 410)
    }
  }

  @Test func aKilledPlanIsStoredWholeOrNotAtAll() throws {
    let program = try Program()
    defer { program.remove() }
    try program.makeOffice(cards: 150, couriers: 4)
    let plan = ["plan", "-C", "office", "--date", "2017-07-27", "--effort", "quick"]
    try killing(program, plan, times: 17) {
      let list = try program.run(
        "run", "list", "-C", "office", "--date", "2017-07-27", "--json")
      guard list.status == 0 else { return }
      let cards = try program.json("run", "list", "-C", "office", "--date", "2017-07-27")
        .compactMap { $0["cards"] as? Int }.reduce(0, +)
      let leftOut = try program.json(
        "plan", "-C", "office", "--date", "2017-07-27", "--left-out"
      ).count
      #expect(cards + leftOut == 150)
    }
  }

  @Test func aKilledSyncMergesTheWholeBundleOrNothingOfIt() throws {
    var program = try Program()
    defer { program.remove() }
    try program.makeOffice(cards: 40, couriers: 1)
    try program.plan()
    try program.handOut()
    let run = try #require(try program.runs().first)
    try program.deliver(run)
    program.now = "2017-07-27T18:00:00+07:00"
    let untouched = try program.cardCounts()
    let sync = ["sync", "-C", "office", "\(run).bundle"]
    try killing(program, sync, times: 16) {
      let found = try program.cardCounts()
      if found != untouched {
        let before = found
        try program.succeed("sync", "-C", "office", "\(run).bundle")
        #expect(try program.cardCounts() == before, "half a bundle was merged")
      }
    }
  }
}

extension Program {
  /// Keeps a copy of the workspace as it is now.
  fileprivate func keepOffice() throws {
    try FileManager.default.copyItem(atPath: path("office"), toPath: path("kept"))
  }

  /// Puts the kept workspace back.
  fileprivate func restoreOffice() throws {
    try FileManager.default.removeItem(atPath: path("office"))
    try FileManager.default.copyItem(atPath: path("kept"), toPath: path("office"))
  }
}
