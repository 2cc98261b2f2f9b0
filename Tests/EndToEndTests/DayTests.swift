import Foundation
import Testing

/// Whole days, from a list of printed cards to cards in residents' hands.
@Suite struct DayTests {
  @Test func aDayIsPlannedHandedOutDeliveredSyncedAndProven() throws {
    var program = try Program()
    defer { program.remove() }
    try program.makeOffice(cards: 120, couriers: 4)
    try program.plan()
    try program.handOut()
    let runs = try program.runs()
    let planned = try program.json("run", "list", "-C", "office", "--date", "2017-07-27")
      .compactMap { $0["cards"] as? Int }.reduce(0, +)
    try #require(planned > 20)

    program.now = "2017-07-27T18:00:00+07:00"
    for run in runs {
      try program.deliver(run)
      try program.succeed("sync", "-C", "office", "\(run).bundle")
    }

    let counts = try program.cardCounts()
    #expect(counts["cards"] == 120)
    #expect(counts["out"] == 0)
    let delivered = try #require(counts["delivered"])
    let atOffice = try #require(counts["atOffice"])
    let needsClerk = try #require(counts["needsClerk"])
    #expect(delivered > planned / 2)
    #expect(delivered + atOffice + needsClerk == 120)
    #expect(
      try program.succeed("audit", "verify", "-C", "office").contains("Nothing was found"))
    try program.succeed("audit", "growth", "-C", "office", "--from", "10")
    #expect(try program.read("growth.json").contains("hantar-consistency-proof"))
  }

  @Test func aBundleMergedTwiceChangesNothing() throws {
    var program = try Program()
    defer { program.remove() }
    try program.makeOffice(cards: 30, couriers: 1)
    try program.plan()
    try program.handOut()
    let run = try #require(try program.runs().first)
    try program.deliver(run)
    program.now = "2017-07-27T18:00:00+07:00"

    try program.succeed("sync", "-C", "office", "\(run).bundle")
    let before = try program.cardCounts()
    try program.succeed("sync", "-C", "office", "\(run).bundle")
    #expect(try program.cardCounts() == before)
  }

  @Test func aFailedCardIsInTomorrowsPlan() throws {
    var program = try Program()
    defer { program.remove() }
    try program.makeOffice(cards: 12, couriers: 1)
    try program.plan()
    try program.handOut()
    let run = try #require(try program.runs().first)
    program.settings["HANTAR_POCKET"] = Program.pocket(of: try program.courier(of: run))
    try program.succeed("courier", "open", "bundles/\(run).run")
    let ids = try program.succeed("courier", "next", "--ids")
    let failed = try #require(ids.split(separator: "\n").first.map(String.init))
    try program.succeed("courier", "fail", failed, "--reason", "NOT_HOME")
    try program.succeed("courier", "return")
    try program.succeed("courier", "bundle", "--out", "one.bundle")
    try program.succeed("sync", "-C", "office", "one.bundle")

    program.now = "2017-07-28T07:00:00+07:00"
    try program.plan("2017-07-28")
    let plannedAgain = try program.runs("2017-07-28").flatMap { run in
      try program.json("run", "show", "-C", "office", run).flatMap {
        $0["cards"] as? [String] ?? []
      }
    }
    #expect(plannedAgain.contains(failed))
    let card = try program.run("card", "show", failed, "-C", "office", "--json").output
    #expect(card.contains(#""attempts": 1"#))
  }

  @Test func theSameSeedGivesTheSamePlanOnAnyNumberOfThreads() throws {
    let program = try Program()
    defer { program.remove() }
    try program.makeOffice(cards: 150, couriers: 5)
    var plans: [String] = []
    for threads in ["1", "2", "4"] {
      try program.succeed(
        "plan", "-C", "office", "--date", "2017-07-27", "--effort", "quick", "--threads", threads)
      let shown = try program.runs().map { run in
        try program.succeed("run", "show", "-C", "office", run, "--json")
      }
      plans.append(shown.joined())
    }
    #expect(Set(plans).count == 1)
  }

  @Test func importingTheSameFileTwiceChangesNothing() throws {
    let program = try Program()
    defer { program.remove() }
    try program.makeOffice(cards: 50, couriers: 1)
    let output = try program.succeed("import", "cards", "-C", "office", "cards.csv")
    #expect(output.contains("0 cards taken in, 50 were there before"))
    #expect(try program.cardCounts()["cards"] == 50)
  }

  @Test func badRowsAreReportedMaskedAndGoodRowsGoIn() throws {
    let program = try Program()
    defer { program.remove() }
    try program.makeOffice(cards: 20, couriers: 1)
    try program.succeed(
      "sample", "cards", "-C", "office", "--count", "5", "--seed", "99", "--out", "more.csv")
    var lines = try program.read("more.csv").split(whereSeparator: \.isNewline).map(String.init)
    let header = lines[0].split(separator: ",").map(String.init)
    let column = try #require(header.firstIndex(of: "nik"))
    var fields = lines[1].split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    let nik = fields[column]
    fields[column] = String(nik.dropLast(4)) + "0000"
    lines[1] = fields.joined(separator: ",")
    try program.write(lines.joined(separator: "\n"), to: "more.csv")

    let outcome = try program.run("import", "cards", "-C", "office", "more.csv")
    #expect(outcome.status == 65, "\(outcome)")
    #expect(outcome.output.contains("4 cards taken in"), "\(outcome)")
    let report = try program.read("more.csv.rejected.csv")
    #expect(report.contains("nik"))
    #expect(!(report + outcome.errors).contains(nik.dropLast(4)))
    #expect(try program.cardCounts()["cards"] == 24)
  }

  @Test func aRunBundleIsReadableByItsOwnerOnly() throws {
    let program = try Program()
    defer { program.remove() }
    try program.makeOffice(cards: 10, couriers: 1)
    try program.plan()
    try program.handOut()
    let run = try #require(try program.runs().first)
    let attributes = try FileManager.default.attributesOfItem(
      atPath: program.path("bundles/\(run).run"))
    #expect(attributes[.posixPermissions] as? Int == 0o600)
  }

  @Test func everyDocumentOfTheDayIsWrittenAndHoldsNoWholeNIK() throws {
    let program = try Program()
    defer { program.remove() }
    try program.makeOffice(cards: 60, couriers: 3)
    try program.plan()
    try program.handOut()
    for language in ["id", "en"] {
      let folder = "documents-\(language)"
      let shared = ["-C", "office", "--date", "2017-07-27", "--lang", language, "--out", folder]
      for command in [
        ["run", "print"], ["run", "export", "--format", "geojson"],
        ["run", "export", "--format", "gpx"], ["handover", "print"], ["report", "map"],
      ] {
        let outcome = try program.run(command + shared)
        #expect(outcome.status == 0, "\(command): \(outcome)")
      }
      let files = try #require(FileManager.default.enumerator(atPath: program.path(folder)))
        .compactMap { $0 as? String }.filter { $0.contains(".") }
      #expect(files.count >= 5, "\(files)")
      for file in files {
        let text = try program.read("\(folder)/\(file)")
        #expect(text.firstMatch(of: /\b\d{16}\b/) == nil, "\(file)")
      }
    }
  }
}

extension Program {
  /// Plays one run as its courier: invented outcomes typed in, the rest returned, a bundle written.
  func deliver(_ run: String, on date: String = "2017-07-27") throws {
    var evening = self
    evening.now = "\(date)T17:00:00+07:00"
    let pocket = Program.pocket(of: try courier(of: run, on: date))
    try evening.succeed("courier", "open", "bundles/\(run).run", "--pocket", pocket)
    try evening.succeed(
      "sample", "outcomes", run, "-C", "office", "--seed", "3", "--out", "\(run).csv")
    try evening.succeed("courier", "enter", "\(run).csv", "--pocket", pocket)
    try evening.succeed("courier", "return", "--pocket", pocket)
    try evening.succeed("courier", "bundle", "--pocket", pocket, "--out", "\(run).bundle")
  }
}
