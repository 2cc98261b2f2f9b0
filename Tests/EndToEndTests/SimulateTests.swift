import Foundation
import Testing

/// A manager asks what if.
@Suite struct SimulateTests {
  @Test func theFivePlacesAreListedWithTheirVariants() throws {
    let program = try Program()
    defer { program.remove() }
    let listing = try program.succeed("simulate", "list")
    for name in [
      "bandar-lampung-2017", "bekasi-2020", "palembang-2017", "pesawaran-2015", "pesawaran-2018",
    ] {
      #expect(listing.contains(name))
    }
    #expect(listing.contains("+third-printer"))
  }

  @Test(arguments: ["en", "id"])
  func theAnswerFitsOneScreenAndNamesTheDayTheBlanksRunOut(language: String) throws {
    let program = try Program()
    defer { program.remove() }
    let screen = try program.succeed(
      "simulate", "pesawaran-2015", "--vs", "+third-printer", "--runs", "2", "--no-fit-runs",
      "--lang", language)
    let lines = screen.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
    #expect(lines.count <= 24)
    #expect(lines.allSatisfy { $0.count <= 80 })
    #expect(screen.contains("41"))
    #expect(screen.contains(language == "en" ? "blanks" : "langko"))
  }

  @Test func theSameSeedGivesTheSameBytesOnAnyNumberOfThreads() throws {
    let program = try Program()
    defer { program.remove() }
    func answers(_ threads: String, _ seed: String) throws -> String {
      try program.succeed(
        "simulate", "bandar-lampung-2017", "--runs", "3", "--seed", seed, "--threads", threads,
        "--no-fit-runs", "--json")
    }
    let alone = try answers("1", "5")
    #expect(try answers("3", "5") == alone)
    #expect(try answers("1", "6") != alone)
  }

  @Test func theReportIsOnePageThatNeedsNoNetworkAndTheScenarioRunsAgainFromItsFolder() throws {
    let program = try Program()
    defer { program.remove() }
    try program.succeed(
      "simulate", "pesawaran-2015", "--set", "printers=3", "--runs", "2", "--out", "study")
    let page = try program.read("study/report.html")
    #expect(page.contains("</html>"))
    for reference in ["src=\"http", "href=\"http", "url(http", "@import"] {
      #expect(!page.contains(reference))
    }
    for table in ["series", "answers", "coverage", "waits", "assumptions"] {
      #expect(try program.read("study/\(table).csv").contains("\n"))
    }
    try FileManager.default.createDirectory(
      atPath: program.path("again"), withIntermediateDirectories: true)
    try program.write(
      try program.read("study/pesawaran-2015.resolved.yaml"), to: "again/kept.yaml")
    let again = try program.succeed(
      "simulate", "kept", "--scenarios", "again", "--runs", "2", "--no-fit-runs", "--json")
    let before = try program.succeed(
      "simulate", "pesawaran-2015", "--runs", "2", "--no-fit-runs", "--json")
    #expect(
      again.replacingOccurrences(of: "\"kept\"", with: "\"pesawaran-2015\"") == before)
  }

  struct Refusal: CustomTestStringConvertible {
    let arguments: [String]
    let status: Int32
    let says: [String]
    var testDescription: String { "hantar simulate \(arguments.joined(separator: " "))" }
  }

  @Test(arguments: [
    Refusal(arguments: ["pesawaran-2051"], status: 65, says: ["pesawaran-2051", "pesawaran-2015"]),
    Refusal(
      arguments: ["pesawaran-2015+fourth-printer"], status: 65,
      says: ["fourth-printer", "third-printer"]),
    Refusal(
      arguments: ["pesawaran-2015", "--set", "pritners=3"], status: 65,
      says: ["pritners", "printers"]),
    Refusal(
      arguments: ["pesawaran-2015", "--set", "printers=three"], status: 65, says: ["three"]),
    Refusal(arguments: ["pesawaran-2015", "--set", "printers"], status: 65, says: ["printers=3"]),
    Refusal(
      arguments: ["pesawaran-2015", "--sweep", "printers=3..1/1"], status: 65, says: ["3..1/1"]),
    Refusal(arguments: ["pesawaran-2015", "--goal", "printed >= 1"], status: 64, says: ["--over"]),
    Refusal(
      arguments: ["pesawaran-2015", "--goal", "prited >= 1", "--over", "printers=1..2/1"],
      status: 65, says: ["prited", "printed"]),
    Refusal(arguments: ["pesawaran-2015", "--runs", "0"], status: 64, says: ["--runs 0"]),
    Refusal(
      arguments: ["pesawaran-2015", "--vs", "bekasi-2020"], status: 65, says: ["bekasi-2020"]),
    Refusal(
      arguments: ["pesawaran-2015", "--scenarios", "nowhere"], status: 66, says: ["nowhere"]),
  ])
  func aBadQuestionIsRefusedWithTheNearestRightOne(_ refusal: Refusal) throws {
    let program = try Program()
    defer { program.remove() }
    let outcome = try program.run(["simulate"] + refusal.arguments)
    #expect(outcome.status == refusal.status, "\(outcome)")
    for word in refusal.says { #expect(outcome.errors.contains(word), "\(outcome)") }
    #expect(outcome.output.isEmpty)
  }

  @Test func aBadFileIsRefusedWithItsLineAndTheNearestKey() throws {
    let program = try Program()
    defer { program.remove() }
    try FileManager.default.createDirectory(
      atPath: program.path("own"), withIntermediateDirectories: true)
    let scenarios = Program.repository.appending(path: "scenarios")
    for name in ["base", "pesawaran-2015"] {
      let text = try String(contentsOf: scenarios.appending(path: "\(name).yaml"), encoding: .utf8)
      try program.write(
        text.replacingOccurrences(of: "\nblanks:", with: "\nblancs:"), to: "own/\(name).yaml")
    }
    let outcome = try program.run("simulate", "pesawaran-2015", "--scenarios", "own")
    #expect(outcome.status == 65, "\(outcome)")
    #expect(outcome.errors.contains("pesawaran-2015.yaml:"))
    #expect(outcome.errors.contains("blancs") && outcome.errors.contains("blanks"))
  }

  @Test func whatTheOfficesOwnBooksTellBecomesAVariantAndIsHeldAgainstThem() throws {
    var program = try Program()
    defer { program.remove() }
    try program.makeOffice(cards: 60, couriers: 2)
    try program.plan()
    try program.handOut()
    let runs = try program.runs()
    for run in runs { try program.deliver(run) }
    program.now = "2017-07-27T18:00:00+07:00"
    for run in runs { try program.succeed("sync", "-C", "office", "\(run).bundle") }

    try FileManager.default.copyItem(
      at: Program.repository.appending(path: "scenarios"), to: program.folder.appending(path: "own")
    )
    program.settings["HANTAR_SCENARIOS"] = program.path("own")
    let listing = try program.succeed(
      "simulate", "calibrate", "bandar-lampung-2017", "-C", "office", "--cases", "5", "--out",
      "own/office.yaml")
    #expect(listing.contains("60 cards"))
    let variant = try program.read("own/office.yaml")
    #expect(variant.contains("calibrated:"))
    #expect(variant.split { !$0.isNumber }.allSatisfy { $0.count < 14 })

    let learnt = try program.succeed(
      "simulate", "show", "bandar-lampung-2017", "--against", "office+calibrated")
    #expect(learnt.contains("first-failure"))

    let verdict = try program.succeed(
      "simulate", "backtest", "bandar-lampung-2017", "-C", "office", "--from", "2017-07-27",
      "--to", "2017-07-27", "--runs", "2")
    #expect(verdict.contains("too little happened"))
  }

  @Test func anEmptyOfficeHasNothingToLearnFrom() throws {
    let program = try Program()
    defer { program.remove() }
    try Regency.copy(to: program)
    let outcome = try program.run(
      "simulate", "calibrate", "bandar-lampung-2017", "-C", "office")
    #expect(outcome.status == 1, "\(outcome)")
    #expect(outcome.errors.contains("no card to learn from"))
  }
}
