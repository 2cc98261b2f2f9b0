import ArgumentParser
import Foundation

/// Where scenarios and maps are.
struct SimulateFolders: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      say(
        "Folder skenario (bawaan: $HANTAR_SCENARIOS, lalu scenarios).",
        "Folder of scenarios (default: $HANTAR_SCENARIOS, then scenarios)."),
      valueName: say("folder", "folder")), completion: .directory)
  var scenarios: String?

  @Option(
    help: ArgumentHelp(
      say("Folder tabel peta (bawaan: maps).", "Folder of map tables (default: maps)."),
      valueName: say("folder", "folder")), completion: .directory)
  var maps: String?

  @OptionGroup var language: LanguageOption

  func open() throws -> ScenarioOptions {
    try ScenarioOptions(scenarios: scenarios, maps: maps)
  }
}

/// How often and with which luck scenarios are run.
struct ReplicationOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      say("Banyaknya ulangan tiap skenario.", "Replications of each scenario."),
      valueName: say("banyaknya", "count")))
  var runs = 200

  @Option(
    help: ArgumentHelp(
      say(
        "Benih angka acak: benih sama, hasil sama sampai bita terakhir.",
        "Seed of chance: same seed, same result to the last byte."),
      valueName: say("angka", "number")))
  var seed: UInt64 = 1

  @Option(
    help: ArgumentHelp(
      say(
        "Ulangan yang dijalankan bersamaan; tidak mengubah hasil (bawaan: jumlah inti).",
        "Replications run at a time; no effect on the result (default: cores)."),
      valueName: say("banyaknya", "count")))
  var threads = ProcessInfo.processInfo.activeProcessorCount

  func validate() throws {
    guard (1...100_000).contains(runs) else {
      throw ValidationError(
        say("--runs \(runs): isi 1 sampai 100000", "--runs \(runs): use 1 to 100000"))
    }
    guard (1...1024).contains(threads) else {
      throw ValidationError(
        say("--threads \(threads): isi 1 sampai 1024", "--threads \(threads): use 1 to 1024"))
    }
  }
}
