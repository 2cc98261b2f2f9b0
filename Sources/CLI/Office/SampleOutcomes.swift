import ArgumentParser
import Domain
import Intake
import Reports
import Storage

struct SampleOutcomesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "outcomes",
    abstract: say(
      "Mengarang lembar antar yang sudah diisi untuk satu rute.",
      "Invents the filled-in sheet of one run."),
    discussion: say(
      "Contoh:\n  hantar sample outcomes R-20170727-1-001 --seed 1 --out lembar.csv",
      "Example:\n  hantar sample outcomes R-20170727-1-001 --seed 1 --out sheet.csv"))

  @OptionGroup var options: WorkspaceOptions

  @Argument(help: ArgumentHelp(say("Rute.", "The run."), valueName: "R-…"))
  var id: RunID

  @Option(help: ArgumentHelp(say("Benih acak.", "Random seed.")))
  var seed: UInt64 = 1

  @Option(
    help: ArgumentHelp(say("Dari 100 alamat, sekian gagal.", "Of 100 stops, so many fail.")))
  var failing = 20

  @Option(help: ArgumentHelp(say("Berkas hasil.", "File to write.")), completion: .file())
  var out: String

  func validate() throws {
    guard (0...100).contains(failing) else {
      throw ValidationError(say("--failing harus 0 sampai 100.", "--failing must be 0 to 100."))
    }
  }

  func run() throws {
    let store = try options.openStore()
    let run = try store.run(id)
    let cards = try store.cards(run.cards, .now(for: .delivery))
    let rows = SampleOutcomes(failurePerMille: failing * 10).rows(
      of: run,
      cards: Dictionary(cards.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first }),
      seed: seed)
    let sheet = CSVText(header: OutcomeColumn.allCases.map(\.name), rows: rows.map(\.fields))
    try Files.write(sheet.text(), to: out)
    print(
      say(
        "\(say(rows.count)) hasil karangan ditulis ke \(out)",
        "\(say(rows.count)) invented outcomes written to \(out)"))
  }
}
