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

  @Test func aKilledImportLeavesAllOfItsCardsOrNone() throws {
    let program = try Program()
    defer { program.remove() }
    try program.makeOffice(cards: 10, couriers: 1)
    let arguments = ["import", "cards", "-C", "office", "more.csv"]
    func sample(_ seed: Int) throws {
      try program.succeed(
        "sample", "cards", "-C", "office", "--count", "400", "--seed", "\(seed)", "--out",
        "more.csv")
    }
    try sample(1000)
    let whole = try time { try program.succeed("import", "cards", "-C", "office", "more.csv") }
    var expected = 410
    var kills = 0
    for (index, moment) in moments(17, upTo: whole).enumerated() {
      try sample(2000 + index)
      if try program.kill(after: moment, arguments) { kills += 1 }
      let found = try #require(try program.cardCounts()["cards"])
      #expect(found == expected || found == expected + 400)
      expected = found
      try expectSound(program)
    }
    #expect(kills > 5)
  }

  @Test func aKilledPlanIsStoredWholeOrNotAtAll() throws {
    let program = try Program()
    defer { program.remove() }
    try program.makeOffice(cards: 150, couriers: 4)
    let arguments = ["plan", "-C", "office", "--date", "2017-07-27", "--effort", "quick"]
    let whole = try time { _ = try program.plan() }
    for moment in moments(17, upTo: whole) {
      _ = try program.kill(after: moment, arguments)
      let cards = try program.json("run", "list", "-C", "office", "--date", "2017-07-27")
        .compactMap { $0["cards"] as? Int }.reduce(0, +)
      let leftOut = try program.json(
        "plan", "-C", "office", "--date", "2017-07-27", "--left-out"
      ).count
      #expect(cards + leftOut == 150)
      try expectSound(program)
    }
  }

  @Test func aKilledSyncMergesTheWholeBundleOrNothingOfIt() throws {
    let program = try Program()
    defer { program.remove() }
    try program.makeOffice(cards: 40, couriers: 1)
    try program.plan()
    try program.handOut()
    let run = try #require(try program.runs().first)
    try program.deliver(run)
    let arguments = ["sync", "-C", "office", "\(run).bundle"]
    let untouched = try program.cardCounts()
    try FileManager.default.copyItem(atPath: program.path("office"), toPath: program.path("spare"))
    let whole = try time { _ = try program.run(arguments) }
    let merged = try program.cardCounts()

    for moment in moments(16, upTo: whole) {
      try FileManager.default.removeItem(atPath: program.path("office"))
      try FileManager.default.copyItem(
        atPath: program.path("spare"), toPath: program.path("office"))
      _ = try program.kill(after: moment, arguments)
      let found = try program.cardCounts()
      #expect(found == untouched || found == merged)
      try expectSound(program)
      try program.succeed("sync", "-C", "office", "\(run).bundle")
      #expect(try program.cardCounts() == merged)
    }
  }
}
