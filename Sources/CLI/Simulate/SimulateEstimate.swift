import ArgumentParser
import Domain
import Foundation
import Reports
import Simulation

struct SimulateEstimate: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "estimate",
    abstract: say(
      "Mengukur taksiran lama perjalanan terhadap perencana sungguhan, per kecamatan.",
      "Measures the estimate of run times against the real planner, kecamatan by kecamatan."),
    discussion: say(
      "Contoh:\n  hantar simulate estimate bekasi-2020",
      "Example:\n  hantar simulate estimate bekasi-2020"))

  @OptionGroup var folders: SimulateFolders

  @Argument(
    help: ArgumentHelp(
      say("Skenario.", "A scenario."), valueName: say("skenario", "scenario")))
  var name: String

  @Option(
    help: ArgumentHelp(
      say("Benih angka acak.", "Seed of chance."), valueName: say("angka", "number")))
  var seed: UInt64 = 1

  @Option(
    help: ArgumentHelp(
      say("Contoh tiap ukuran dan kecamatan.", "Samples of each size and kecamatan."),
      valueName: say("banyaknya", "count")))
  var samples = 2

  @OptionGroup var listing: ListingOptions

  func validate() throws {
    guard (1...100).contains(samples) else {
      throw ValidationError(
        say("--samples \(samples): isi 1 sampai 100", "--samples \(samples): use 1 to 100"))
    }
  }

  func run() throws {
    let options = try folders.open()
    let scenario = try options.scenario(name)
    let planner = try options.planner(for: scenario)
    let line = ProgressLine()
    line.announce(say("merencanakan perjalanan contoh …", "planning sample runs …"))
    let result = RunCalibration(scenario, planner: planner, seed: seed, repetitions: samples)
      .result()
    line.finish()
    table(of: result, scenario).print(listing)
    if !listing.json { print(result.runErrorPhrase.text(in: language)) }
  }

  private func table(of result: RunCalibration.Result, _ scenario: Scenario) -> Listing {
    Listing(
      table: TextTable(
        columns: [
          .init("Kecamatan"), .number(say("Faktor", "Factor")),
          .number(say("Galat tanpa faktor", "Error without it")),
          .number(say("Galat dengan faktor", "Error with it")),
          .number(say("Terburuk", "Worst")),
        ],
        rows: result.fits.map { fit in
          [
            scenario.kecamatan[fit.kecamatan].name, say(hundredths: fit.factor),
            percent(fit.uncalibrated.meanRunPercent), percent(fit.calibrated.meanRunPercent),
            percent(fit.calibrated.worstRunPercent),
          ]
        }),
      items: result.fits.map { fit in
        .object([
          .init("kecamatan", .describing(scenario.kecamatan[fit.kecamatan].code)),
          .init("factor", .decimal(Int((fit.factor * 1000).rounded()), places: 3)),
          .init(
            "errorPercent",
            .decimal(Int((fit.calibrated.meanRunPercent * 10).rounded()), places: 1)),
        ])
      },
      emptyNote: say("Tidak ada kecamatan dengan penduduk.", "No kecamatan has residents."))
  }

  private func percent(_ percent: Double) -> String {
    language.figure(tenths: Int((percent * 10).rounded())) + " %"
  }
}

extension RunCalibration.Result {
  /// The same in a line of a screen.
  var runErrorLine: Phrase {
    func percent(_ value: Double, _ language: Language) -> String {
      language.figure(tenths: Int((value * 10).rounded()))
    }
    let (mean, worst) = (calibrated.meanRunPercent, calibrated.worstRunPercent)
    return Phrase(
      id: "Perjalanan ditaksir, meleset rata-rata \(percent(mean, .indonesian)) % dari rencana, "
        + "terburuk \(percent(worst, .indonesian)) %",
      en: "Runs are estimated, \(percent(mean, .english)) % off planned ones on average, "
        + "\(percent(worst, .english)) % at worst")
  }

  /// How far estimated runs are from planned ones that the fit has not seen, in a sentence.
  var runErrorPhrase: Phrase {
    func percent(_ value: Double, _ language: Language) -> String {
      language.figure(tenths: Int((value * 10).rounded()))
    }
    let (mean, worst) = (calibrated.meanRunPercent, calibrated.worstRunPercent)
    let before = uncalibrated.meanRunPercent
    return Phrase(
      id: "Lama perjalanan taksiran meleset rata-rata \(percent(mean, .indonesian)) % dari rencana "
        + "sungguhan (terburuk \(percent(worst, .indonesian)) %; tanpa faktor kecamatan "
        + "\(percent(before, .indonesian)) %), pada contoh yang tidak dipakai menaksir. Faktornya "
        + "ada di antara nilai (estimate-factor).",
      en: "Estimated runs miss planned ones by \(percent(mean, .english)) % on average (worst "
        + "\(percent(worst, .english)) %; without the factors \(percent(before, .english)) %), on "
        + "samples that the fit has not seen. The factors are among the values (estimate-factor).")
  }
}
