import ArgumentParser
import Custody
import Domain
import Reports
import Storage

struct RunPack: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "pack",
    abstract: say(
      "Mencatat kartu yang dimasukkan ke tas satu rute; yang kurang dan lebih disebut.",
      "Records the cards put into the bag of a run; names those missing and extra."),
    discussion: say(
      "Contoh:\n  hantar run pack R-20170727-1-001 --scanned tas.txt --by \"Rina Wati\"",
      "Example:\n  hantar run pack R-20170727-1-001 --scanned bag.txt --by \"Rina Wati\""))

  @OptionGroup var options: WorkspaceOptions
  @OptionGroup var officer: OfficerOptions
  @OptionGroup var listing: ListingOptions

  @Argument(help: ArgumentHelp(say("Rute.", "The run."), valueName: "R-…"))
  var id: RunID

  @OptionGroup var scan: ScanOption

  func run() throws {
    let count = try options.openStore().pack(
      id, try scan.cards(), by: try officer.name(), now: try currentInstant())
    try CountScreen(count).print(
      for: Phrase(id: "tas \(id)", en: "bag of \(id)"), asJSON: listing.json)
  }
}

struct RunLabels: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "labels",
    abstract: say(
      "Menulis label kartu dengan kode QR, 24 per lembar A4; tanpa nama dan NIK.",
      "Writes labels for cards with QR codes, 24 to a sheet of A4; no name, no NIK."),
    discussion: say(
      "Contoh:\n  hantar run labels --date 2017-07-27 --skip 5",
      "Example:\n  hantar run labels --date 2017-07-27 --skip 5"))

  @OptionGroup var options: WorkspaceOptions
  @OptionGroup var selection: RunSelection
  @OptionGroup var output: OutputFolder

  @Option(
    help: ArgumentHelp(
      say("Label yang sudah terpakai di lembar pertama.", "Labels already used on the first sheet.")
    ))
  var skip = 0

  func run() throws {
    let store = try options.openStore()
    let runs = try selection.requireRuns(in: store)
    let labels = runs.flatMap { run in
      run.stops.flatMap { stop in
        stop.cards.map { CardLabelSheet.Label(card: $0, run: run.id, stop: stop.number) }
      }
    }
    let name = runs.count == 1 ? "labels-\(runs[0].id)" : "labels-\(runs[0].id.plan)"
    let path = "\(output.folder(of: options))/\(name).html"
    try Files.write(CardLabelSheet(labels, skipping: skip).html(in: language), to: path)
    print(
      say(
        "\(say(labels.count)) label ditulis ke \(path)",
        "\(counted(labels.count, "label")) written to \(path)"))
  }
}
