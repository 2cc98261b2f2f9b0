import ArgumentParser
import Domain
import Geometry
import Reports
import Storage

extension RunSelection {
  /// The runs chosen: those named, or all of the day that hold.
  func runs(in store: Store) throws -> [Run] {
    if !runs.isEmpty { return try runs.map(store.run) }
    let day = try date ?? currentInstant().date(in: store.zone)
    _ = try store.requirePlan(on: day)
    let runs = try store.runs(on: day)
    guard let kecamatan else { return runs }
    let code = try store.gazetteer().requireKecamatan(kecamatan)
    return runs.filter { $0.kecamatan == code }
  }
}

struct RunList: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: say("Daftar rute satu hari.", "Lists the runs of a day."),
    discussion: say(
      "Contoh:\n  hantar run list --date 2017-07-27 --kecamatan Kemiling",
      "Example:\n  hantar run list --date 2017-07-27 --kecamatan Kemiling"))

  @OptionGroup var options: WorkspaceOptions
  @OptionGroup var selection: RunSelection
  @OptionGroup var listing: ListingOptions

  @Option(help: ArgumentHelp(say("Paling banyak sekian baris.", "At most so many rows.")))
  var limit: Int?

  func validate() throws {
    if let limit, limit < 1 {
      throw ValidationError(say("--limit harus 1 atau lebih.", "--limit must be 1 or more."))
    }
  }

  func run() throws {
    let store = try options.openStore()
    let gazetteer = try store.gazetteer()
    let all = try selection.runs(in: store)
    let shown = all.prefix(limit ?? all.count)
    Listing(
      table: TextTable(
        columns: [
          .identifier(say("Rute", "Run")), .identifier(say("Petugas", "Courier")),
          TextTable.Column("Kecamatan"), .number(say("Alamat", "Stops")),
          .number(say("Kartu", "Cards")), .number("km"), .number(say("Berangkat", "Leaves")),
          .number(say("Kembali", "Returns")), TextTable.Column(say("Keadaan", "State")),
        ],
        rows: try shown.map { run in
          [
            run.id.description, run.courier.description,
            run.kecamatan.map(gazetteer.name) ?? "", String(run.stops.count),
            String(run.cardCount), say(Int((run.distance.value / 1000).rounded())),
            run.leaves.description, run.returns.description,
            try store.runStatus(run.id).text,
          ]
        }),
      items: try shown.map { run in
        guard case .object(let members) = run.summaryJSON else { return run.summaryJSON }
        return .object(members + [.init("state", .string(try store.runStatus(run.id).code))])
      },
      emptyNote: say("Tidak ada rute.", "There are no runs.")
    ).print(listing)
    if shown.count < all.count, !listing.json {
      print(
        say("… dan \(all.count - shown.count) rute lain", "… and \(all.count - shown.count) more"))
    }
  }
}

extension RunStatus {
  fileprivate var code: String {
    switch self {
    case .planned: "planned"
    case .superseded: "superseded"
    case .withOrganisation: "with-organisation"
    case .handedOut: "handed-out"
    }
  }

  fileprivate var text: String {
    switch self {
    case .planned: say("direncanakan", "planned")
    case .superseded(let plan): say("diganti \(plan)", "replaced by \(plan)")
    case .withOrganisation: say("di instansi", "with organisation")
    case .handedOut: say("dibawa petugas", "handed out")
    }
  }
}
