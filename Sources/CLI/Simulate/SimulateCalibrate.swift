import ArgumentParser
import Domain
import Reports
import Simulation

struct SimulateCalibrate: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "calibrate",
    abstract: say(
      "Mempelajari nilai skenario dari buku kantor sendiri.",
      "Learns a scenario's values from the office's own books."),
    discussion: say(
      """
      Contoh:
        hantar simulate calibrate bandar-lampung-2017 -C kantor --out scenarios/kantor.yaml
        hantar simulate kantor --vs +calibrated
      Berkas yang ditulis memperluas skenario itu dengan varian "calibrated".
      """,
      """
      Example:
        hantar simulate calibrate bandar-lampung-2017 -C office --out scenarios/office.yaml
        hantar simulate office --vs +calibrated
      The file that is written extends that scenario by a variant "calibrated".
      """))

  @OptionGroup var options: WorkspaceOptions
  @OptionGroup var period: PeriodOptions
  @OptionGroup var folders: SimulatePlaces

  @Argument(
    help: ArgumentHelp(
      say("Skenario yang nilainya dicari.", "The scenario whose values are sought."),
      valueName: say("skenario", "scenario")))
  var name: String

  @Option(
    help: ArgumentHelp(
      say(
        "Kejadian paling sedikit sebelum suatu nilai ditaksir.",
        "Cases at least before a value is told."), valueName: say("banyaknya", "count")))
  var cases = 30

  @Option(
    help: ArgumentHelp(
      say(
        "Berkas skenario baru, di folder skenario yang diperluasnya.",
        "A new scenario file, in the folder of the scenario it extends."),
      valueName: say("berkas", "file")), completion: .file())
  var out: String?

  @OptionGroup var listing: ListingOptions

  func validate() throws {
    guard !name.contains("+") else {
      throw ValidationError(
        say(
          "sebutkan skenario tanpa varian: \(name.prefix { $0 != "+" })",
          "name the scenario without variants: \(name.prefix { $0 != "+" })"))
    }
    guard (1...1_000_000).contains(cases) else {
      throw ValidationError(
        say("--cases \(cases): isi 1 sampai 1000000", "--cases \(cases): use 1 to 1000000"))
    }
  }

  func run() throws {
    let scenario = try folders.open().scenario(name)
    let history = try OfficeBooks(try options.openStore()).history(during: period.range)
    let calibration = Calibration(history, for: scenario, minimumCases: cases)
    let variant = calibration.variant()
    if let out, !variant.isEmpty { try Files.write("extends: \(name)\n\(variant)\n", to: out) }
    report(calibration)
    guard let out, !listing.json else { return }
    print(
      variant.isEmpty
        ? say(
          "Tidak ada nilai yang cukup kejadiannya; \(out) tidak ditulis",
          "No value has cases enough; \(out) was not written")
        : say("Skenario ditulis ke \(out)", "Scenario written to \(out)"))
  }

  private func report(_ calibration: Calibration) {
    if !listing.json {
      let (from, to) = (calibration.period.lowerBound, calibration.period.upperBound)
      print(
        say(
          "\(say(calibration.cardCount)) kartu, \(from) sampai \(to)",
          "\(counted(calibration.cardCount, "card")), \(from) to \(to)"))
    }
    Listing(
      table: TextTable(
        columns: [
          .init(say("Nilai", "Value")), .number(say("Menurut buku", "By the books")),
          .number(say("95 %", "95 %")), .number(say("Kejadian", "Cases")),
          .number(say("Skenario", "Scenario")),
        ],
        rows: calibration.values.map { value in
          [
            value.title.text(in: language), value.written ?? "–", value.interval ?? "–",
            say(value.cases), value.current ?? "–",
          ]
        }),
      items: calibration.values.map { value in
        .object([
          .init("path", .optional(value.path) { .string($0) }),
          .init("title", .string(value.title.text(in: language))),
          .init("value", .optional(value.written) { .string($0) }),
          .init("interval", .optional(value.interval) { .string($0) }),
          .init("cases", .integer(value.cases)),
          .init("refusal", .optional(value.refusalSentence) { .string($0.text(in: language)) }),
        ])
      },
      emptyNote: say("Tidak ada yang bisa dipelajari.", "There is nothing to learn.")
    ).print(listing)
    guard !listing.json else { return }
    for finding in calibration.findings { print("! " + finding.line) }
  }
}

/// The days of the books that are looked at.
struct PeriodOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      say("Hari pertama (bawaan: awal buku).", "First day (default: where the books begin)."),
      valueName: "YYYY-MM-DD"))
  var from: CalendarDate?

  @Option(
    help: ArgumentHelp(
      say("Hari terakhir (bawaan: akhir buku).", "Last day (default: where the books end)."),
      valueName: "YYYY-MM-DD"))
  var to: CalendarDate?

  func validate() throws {
    guard (from == nil) == (to == nil) else {
      throw ValidationError(
        say("--from dan --to dipakai bersama", "--from and --to belong together"))
    }
    if let from, let to, from > to {
      throw ValidationError(
        say("--from \(from) sesudah --to \(to)", "--from \(from) is after --to \(to)"))
    }
  }

  var range: ClosedRange<CalendarDate>? {
    guard let from, let to, from <= to else { return nil }
    return from...to
  }
}

/// Where scenarios and maps are, for commands that know a workspace and its language already.
struct SimulatePlaces: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      say("Folder skenario.", "Folder of scenarios."), valueName: say("folder", "folder")),
    completion: .directory)
  var scenarios: String?

  @Option(
    help: ArgumentHelp(
      say("Folder tabel peta.", "Folder of map tables."), valueName: say("folder", "folder")),
    completion: .directory)
  var maps: String?

  func open() throws -> ScenarioOptions {
    try ScenarioOptions(scenarios: scenarios, maps: maps)
  }
}
