import ArgumentParser
import Domain
import Foundation
import Reports
import Scenarios
import Simulation
import WhatIfReports

struct SimulateRun: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run",
    abstract: say(
      "Menjalankan skenario, membandingkan, menggeser tuas, mencari sasaran (bawaan).",
      "Runs scenarios, holds them side by side, moves levers, seeks goals (the default)."),
    discussion: say(
      """
      Contoh:
        hantar simulate pesawaran-2015
        hantar simulate pesawaran-2015 --vs +third-printer --set blanks.monthly=4000
        hantar simulate pesawaran-2015 --sweep blanks.monthly=500..8000/500
        hantar simulate bekasi-2020 --marginal
        hantar simulate bekasi-2020 --goal "wait-95-days <= 14" --over couriers=50..400/10
      --set membuat satu pembanding: skenario itu dengan semua perubahan sekaligus. Skenario dan
      variannya: hantar simulate list; tuas dan nilainya: hantar simulate show NAMA.
      """,
      """
      Examples:
        hantar simulate pesawaran-2015
        hantar simulate pesawaran-2015 --vs +third-printer --set blanks.monthly=4000
        hantar simulate pesawaran-2015 --sweep blanks.monthly=500..8000/500
        hantar simulate bekasi-2020 --marginal
        hantar simulate bekasi-2020 --goal "wait-95-days <= 14" --over couriers=50..400/10
      --set makes one alternative: the scenario with all those changes. Scenarios and their
      variants: hantar simulate list; levers and values: hantar simulate show NAME.
      """))

  @OptionGroup var folders: SimulateFolders
  @OptionGroup var replications: ReplicationOptions

  @Argument(
    help: ArgumentHelp(
      say(
        "Skenario, juga dengan varian: pesawaran-2015+third-printer.",
        "A scenario, also with variants: pesawaran-2015+third-printer."),
      valueName: say("skenario", "scenario")))
  var name: String

  @Option(
    name: .customLong("vs"),
    help: ArgumentHelp(
      say(
        "Pembanding: skenario lain, atau +varian dari yang pertama; boleh beberapa kali.",
        "What to hold it against: another scenario, or +variant of the first; may be repeated."),
      valueName: say("skenario", "scenario")))
  var versus: [String] = []

  @Option(
    name: .customLong("set"),
    help: ArgumentHelp(
      say(
        "Perubahan, seperti printers=3; boleh beberapa kali, bersama menjadi satu pembanding.",
        "A change such as printers=3; may be repeated, together they make one alternative."),
      valueName: say("tuas=nilai", "lever=value")))
  var settings: [String] = []

  @Option(
    help: ArgumentHelp(
      say(
        "Geser satu tuas: blanks.monthly=500..8000/500.",
        "Move one lever: blanks.monthly=500..8000/500."),
      valueName: say("tuas=dari..sampai/langkah", "lever=from..to/step")))
  var sweep: String?

  @Flag(
    help: ArgumentHelp(
      say(
        "Apa yang dibeli oleh satu lagi dari tiap hal: pencetak, petugas, perahu, 500 blangko.",
        "What one more of each thing buys: a printer, a courier, a boat, 500 blanks.")))
  var marginal = false

  @Option(
    help: ArgumentHelp(
      say(
        "Sasaran yang dicari, seperti \"wait-95-days <= 14\"; bersama --over.",
        "A goal to seek, such as \"wait-95-days <= 14\"; together with --over."),
      valueName: say("syarat", "condition")))
  var goal: String?

  @Option(
    help: ArgumentHelp(
      say(
        "Tuas yang dicoba untuk sasaran, dari yang paling sedikit: couriers=50..400/10.",
        "The lever tried for the goal, least first: couriers=50..400/10."),
      valueName: say("tuas=dari..sampai/langkah", "lever=from..to/step")))
  var over: String?

  @Flag(
    name: .customLong("plan-runs"),
    help: ArgumentHelp(
      say(
        "Rencanakan setiap perjalanan dengan perencana sungguhan, bukan taksiran (lambat).",
        "Plan every run with the real planner instead of estimating it (slow).")))
  var plansRuns = false

  @Flag(
    name: .customLong("fit-runs"), inversion: .prefixedNo,
    help: ArgumentHelp(
      say(
        "Cocokkan dahulu taksiran perjalanan dengan perencana, dan katakan seberapa meleset.",
        "First fit estimated runs to the planner, and say by how much they miss.")))
  var fitsRuns = true

  @Flag(
    name: .customLong("by-sex"),
    help: ArgumentHelp(
      say(
        "Tunjukkan juga siapa menunggu menurut jenis kelamin.",
        "Also show who waits by sex.")))
  var showsSex = false

  @Option(
    help: ArgumentHelp(
      say(
        "Folder untuk laporan HTML dan tabel CSV.",
        "Folder for the HTML report and the CSV tables."),
      valueName: say("folder", "folder")), completion: .directory)
  var out: String?

  @OptionGroup var listing: ListingOptions

  func validate() throws {
    guard (goal == nil) == (over == nil) else {
      throw ValidationError(
        say("--goal dan --over dipakai bersama", "--goal and --over belong together"))
    }
  }

  func run() throws {
    let options = try folders.open()
    var question = try StudyQuestion(name, in: options, runModel: plansRuns ? .planner : nil)
    let fit = fitsRuns ? try question.fitRuns(seed: replications.seed) : nil
    let alternatives = try question.alternatives(
      versus: versus, settings: try settings.map { try Setting($0) })
    let study = try ask(question, alternatives.map(\.scenario))
    let levers = try question.leverTitles()
    let report = try out.map { folder in
      try StudyFolder(
        path: folder, options: options, levers: levers, runEstimateError: fit?.runErrorPhrase,
        showsSex: showsSex
      ).write(study, asked: [question.base] + alternatives)
    }
    if listing.json {
      print(WhatIfJSON.answers(study).text(indented: true))
    } else {
      print(
        WhatIfSummary(study, in: language, levers: levers).text(
          width: Terminal.width ?? 80, height: (Terminal.height ?? 24) - (fit == nil ? 0 : 1),
          colour: Terminal.usesColour,
          report: report ?? say("--out FOLDER menulisnya", "--out FOLDER writes it")),
        terminator: "")
      if let fit { print(fit.runErrorLine.text(in: language)) }
    }
  }

  /// Runs all that was asked for; Ctrl-C ends it without a result.
  private func ask(_ question: StudyQuestion, _ alternatives: [Scenario]) throws -> Study {
    let sweep = try sweep.map { try question.steps(of: LeverSweep($0)) }
    let marginalSteps = marginal ? try question.marginalSteps() : []
    let condition = try goal.map { try GoalCondition($0) }
    let candidates = try over.map { try question.steps(of: LeverSweep($0)) }
    let line = ProgressLine()
    defer { line.finish() }
    let experiment = Experiment(
      runs: replications.runs, seed: replications.seed, threads: replications.threads,
      planner: plansRuns ? try question.planner() : nil
    ) { progress in
      line.show(Self.line(progress))
      return !Interruption.isRequested
    }
    do {
      return try Interruption.watched {
        var study = try experiment.study(question.base.scenario, alternatives: alternatives)
        if let sweep {
          study.sweep = try experiment.sweep(lever: sweep.lever, steps: sweep.steps)
        }
        if marginal {
          study.marginalValues = try experiment.marginalValues(
            of: study.base, steps: marginalSteps)
        }
        if let condition, let candidates {
          study.goal = try experiment.goal(
            condition, lever: candidates.lever,
            candidates: candidates.steps.map { ($0.text, $0.scenario) })
        }
        return study
      }
    } catch is ExperimentStopped {
      throw Failure(
        .refused, id: "dihentikan; tidak ada hasil. Ulangi dengan --runs yang lebih kecil",
        en: "stopped; there is no result. Try again with fewer --runs")
    }
  }

  private static func line(_ progress: ExperimentProgress) -> String {
    let share = say(Int(100 * progress.share))
    return say(
      "\(share) %: \(progress.scenario), ulangan \(progress.finishedRuns) dari \(progress.runs)",
      "\(share) %: \(progress.scenario), replication \(progress.finishedRuns) of \(progress.runs)")
  }
}
