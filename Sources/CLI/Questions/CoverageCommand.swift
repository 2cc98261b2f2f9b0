import ArgumentParser
import Domain
import Reports
import Storage

struct CoverageCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "coverage",
    abstract: say(
      "Sejauh mana kartu tiap kecamatan dan desa sudah sampai.",
      "How far the cards of each kecamatan and desa have come."),
    discussion: say(
      "Contoh:\n  hantar coverage\n  hantar coverage --kecamatan Kemiling",
      "Examples:\n  hantar coverage\n  hantar coverage --kecamatan Kemiling"))

  @OptionGroup var options: WorkspaceOptions
  @OptionGroup var listing: ListingOptions

  @Option(
    help: ArgumentHelp(
      say("Rinci per kelurahan/desa kecamatan ini.", "Break this kecamatan down by desa.")))
  var kecamatan: String?

  func run() throws {
    let store = try options.openStore()
    var rows = try store.coverage(kecamatan == nil ? .kecamatan : .desa)
    if let kecamatan {
      let code = try store.gazetteer().requireKecamatan(kecamatan)
      rows = rows.filter { code.contains($0.region.code) }
    }
    let report = CoverageTable(rows: rows.map(CoverageTable.Row.init))
    if listing.json {
      print(JSONText.array(rows.map(\.json)).text(indented: true))
    } else {
      print(
        report.text(in: language, width: Terminal.width, colour: Terminal.usesColour),
        terminator: "")
    }
  }
}

extension CoverageTable.Row {
  fileprivate init(_ row: CoverageRow) {
    self.init(
      region: row.region.code, name: row.region.name, cards: row.cards,
      atOffice: row.atOffice, needsClerk: row.needsClerk, out: row.onTheWay, held: row.held,
      delivered: row.delivered)
  }
}

extension CoverageRow {
  /// With the organisation or in a courier's bag.
  fileprivate var onTheWay: Int { withOrganisation + outForDelivery + attemptFailed }

  fileprivate var json: JSONText {
    [
      "region": .describing(region.code), "name": .string(region.name), "cards": .integer(cards),
      "toDoor": .integer(toDoor), "atOffice": .integer(atOffice),
      "needsClerk": .integer(needsClerk), "out": .integer(onTheWay), "held": .integer(held),
      "delivered": .integer(delivered),
    ]
  }
}
