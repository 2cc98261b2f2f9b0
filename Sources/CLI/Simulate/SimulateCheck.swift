import ArgumentParser
import Domain
import Foundation
import Reports
import Scenarios
import Simulation

struct SimulateCheck: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: say(
      "Memeriksa berkas skenario, dan apakah fakta yang dilaporkan keluar dari modelnya.",
      "Checks scenario files, and whether the facts reported come out of the model."),
    discussion: say(
      "Contoh:\n  hantar simulate check\n  hantar simulate check pesawaran-2015",
      "Examples:\n  hantar simulate check\n  hantar simulate check pesawaran-2015"))

  @OptionGroup var folders: SimulateFolders
  @OptionGroup var replications: ReplicationOptions

  @Argument(
    help: ArgumentHelp(
      say("Skenario; tanpa nama, semuanya.", "Scenarios; without a name all of them."),
      valueName: say("skenario", "scenario")))
  var names: [String] = []

  @OptionGroup var listing: ListingOptions

  func run() throws {
    let options = try folders.open()
    var rows: [[TextTable.Cell]] = []
    var items: [JSONText] = []
    var missed = 0
    for name in names.isEmpty ? options.library.names : names {
      let scenario = try options.scenario(name)
      let experiment = Experiment(
        runs: replications.runs, seed: replications.seed, threads: replications.threads)
      let studied = try experiment.study(scenario).base
      for fact in scenario.facts {
        let estimate = studied.answers[fact.answer]
        let isMet = fact.isReproduced(by: estimate)
        if !isMet { missed += 1 }
        rows.append([
          TextTable.Cell(name), TextTable.Cell(fact.title.text(in: language)),
          TextTable.Cell(Self.text(fact.range, of: fact.answer)),
          TextTable.Cell(
            estimate.map { Self.text($0.mean, of: fact.answer) } ?? say("tidak terjadi", "never")),
          TextTable.Cell(
            isMet ? say("ya", "yes") : say("TIDAK", "NO"), tone: isMet ? .plain : .bad),
        ])
        items.append(
          .object([
            .init("scenario", .string(name)), .init("answer", .string(fact.answer.rawValue)),
            .init("isReproduced", .boolean(isMet)), .init("source", .string(fact.source)),
          ]))
      }
    }
    Listing(
      table: TextTable(
        columns: [
          .identifier(say("Skenario", "Scenario")), .init(say("Fakta", "Fact")),
          .number(say("Dilaporkan", "Reported")), .number(say("Simulasi", "Simulated")),
          .init(say("Cocok", "Agrees")),
        ], rows: rows), items: items,
      emptyNote: say("Tidak ada fakta yang tertulis.", "No facts are written down.")
    ).print(listing)
    if missed > 0 {
      throw Failure(
        .refused, id: "\(missed) fakta tidak keluar dari model; periksa asumsinya",
        en: "\(counted(missed, "fact")) did not come out of the model; look at the assumptions")
    }
  }

  private static func text(_ range: ClosedRange<Double>, of answer: Answer) -> String {
    let ends = [range.lowerBound, range.upperBound].map { text($0, of: answer) }
    return ends[0] == ends[1] ? ends[0] : "\(ends[0])–\(ends[1])"
  }

  private static func text(_ value: Double, of answer: Answer) -> String {
    if answer.unit == .percent { return say(hundredths: value) + " %" }
    return value == value.rounded() && abs(value) < 1e15
      ? language.figure(Int(value)) : language.figure(tenths: Int((value * 10).rounded()))
  }
}
