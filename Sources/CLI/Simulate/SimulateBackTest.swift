import ArgumentParser
import Domain
import Reports
import Simulation

struct SimulateBackTest: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "backtest",
    abstract: say(
      "Meramalkan masa yang sudah lewat, lalu membandingkannya dengan yang terjadi.",
      "Predicts a past period and holds it against what happened."),
    discussion: say(
      """
      Contoh:
        hantar simulate backtest bandar-lampung-2017 -C kantor --from 2017-08-01 --to 2017-08-31
      Nilai skenario dipelajari dahulu dari buku sebelum masa itu; --as-written memakainya apa
      adanya.
      """,
      """
      Example:
        hantar simulate backtest bandar-lampung-2017 -C office --from 2017-08-01 --to 2017-08-31
      The scenario's values are first learnt from the books before that period; --as-written uses
      them as they are.
      """))

  @OptionGroup var options: WorkspaceOptions
  @OptionGroup var period: PeriodOptions
  @OptionGroup var folders: SimulatePlaces
  @OptionGroup var replications: ReplicationOptions

  @Argument(
    help: ArgumentHelp(
      say("Skenario yang diuji.", "The scenario that is put to the test."),
      valueName: say("skenario", "scenario")))
  var name: String

  @Option(
    help: ArgumentHelp(
      say(
        "Blangko pada pagi pertama (bawaan: yang tertulis di skenario).",
        "Blanks on the first morning (default: as the scenario has it)."),
      valueName: say("banyaknya", "count")))
  var stock: Int?

  @Flag(
    name: .customLong("as-written"),
    help: ArgumentHelp(
      say("Jangan kalibrasi dahulu.", "Do not calibrate first.")))
  var isAsWritten = false

  @OptionGroup var listing: ListingOptions

  func validate() throws {
    guard period.range != nil else {
      throw ValidationError(
        say("sebutkan masanya dengan --from dan --to", "name the period with --from and --to"))
    }
    if let stock, !(0...100_000_000).contains(stock) {
      throw ValidationError(
        say("--stock \(stock): isi 0 atau lebih", "--stock \(stock): use 0 or more"))
    }
    guard replications.runs >= 2 else {
      throw ValidationError(
        say("--runs paling sedikit 2 di sini", "--runs must be at least 2 here"))
    }
  }

  func run() throws {
    let history = try OfficeBooks(try options.openStore()).history(during: period.range)
    var scenario = try folders.open().scenario(name)
    if !isAsWritten, let span = history.span, span.lowerBound < history.period.lowerBound {
      let earlier = history.during(span.lowerBound...history.period.lowerBound.adding(days: -1))
      scenario = Calibration(earlier, for: scenario).applied(to: scenario)
    }
    let test = try BackTest(history, scenario: scenario, stock: stock)
    let result = test.run(
      replications: replications.runs, seed: replications.seed, threads: replications.threads)
    report(result, of: test)
  }

  private func report(_ result: BackTestResult, of test: BackTest) {
    figures(of: result).print(listing)
    guard !listing.json else { return }
    for sentence in result.sentences { print(sentence.text(in: language)) }
    for finding in test.findings { print("! " + finding.line) }
  }

  private func figures(of result: BackTestResult) -> Listing {
    Listing(
      table: TextTable(
        columns: [
          .init(say("Angka", "Figure")), .number(say("Ramalan", "Predicted")),
          .number(say("9 dari 10 ulangan", "9 of 10 runs")), .number(say("Terjadi", "Happened")),
          .init(""),
        ],
        rows: result.figures.map { figure in
          let interval = figure.interval.map {
            "\(text($0.lowerBound, figure))–\(text($0.upperBound, figure))"
          }
          return [
            TextTable.Cell(figure.figure.phrase.text(in: language)),
            TextTable.Cell(figure.predicted.map { text($0, figure) } ?? "–"),
            TextTable.Cell(interval ?? "–"),
            TextTable.Cell(figure.actual.map { text($0, figure) } ?? "–"), verdict(figure.verdict),
          ]
        }),
      items: result.figures.map { figure in
        .object([
          .init("figure", .string(figure.figure.rawValue)),
          .init("predicted", .optional(figure.predicted, number)),
          .init("from", .optional(figure.interval?.lowerBound, number)),
          .init("to", .optional(figure.interval?.upperBound, number)),
          .init("actual", .optional(figure.actual, number)),
        ])
      },
      emptyNote: say("Tidak ada yang dibandingkan.", "There is nothing to compare."))
  }

  private func verdict(_ verdict: ComparedFigure.Verdict) -> TextTable.Cell {
    switch verdict {
    case .inside: TextTable.Cell(say("di dalam", "inside"), tone: .good)
    case .above: TextTable.Cell(say("di atas", "above"), tone: .bad)
    case .below: TextTable.Cell(say("di bawah", "below"), tone: .bad)
    case .unknown: TextTable.Cell(say("tidak diketahui", "not known"), tone: .faint)
    }
  }

  private func text(_ value: Double, _ figure: ComparedFigure) -> String {
    figure.figure.decimals == 0
      ? say(Int(value.rounded())) : language.figure(tenths: Int((value * 10).rounded()))
  }

  private func number(_ value: Double) -> JSONText {
    .decimal(Int((value * 10).rounded()), places: 1)
  }
}
