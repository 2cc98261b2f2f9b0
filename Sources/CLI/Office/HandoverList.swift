import ArgumentParser
import Custody
import Domain
import Reports
import Storage

struct HandoverList: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: say("Daftar berita acara satu hari.", "Lists the handover documents of a day."),
    discussion: say(
      "Contoh:\n  hantar handover list --date 2017-07-27",
      "Example:\n  hantar handover list --date 2017-07-27"))

  @OptionGroup var options: WorkspaceOptions
  @OptionGroup var selection: HandoverSelection
  @OptionGroup var listing: ListingOptions

  func run() throws {
    let store = try options.openStore()
    let gazetteer = try store.gazetteer()
    let handovers = try selection.handovers(in: store)
    Listing(
      table: TextTable(
        columns: [
          .identifier(say("Nomor", "Number")), TextTable.Column(say("Dari", "From")),
          TextTable.Column(say("Kepada", "To")), .number(say("Rute", "Runs")),
          .number(say("Kartu", "Cards")), TextTable.Column(say("Keadaan", "State")),
        ],
        rows: handovers.map { handover in
          [
            handover.number.description, handover.giver.phrase(gazetteer).text(in: language),
            handover.taker.phrase(gazetteer).text(in: language), String(handover.bags.count),
            say(handover.cardCount), handover.state.text(in: store.zone),
          ]
        }),
      items: handovers.map { handover in
        [
          "number": .describing(handover.number), "kind": .string(handover.kind.rawValue),
          "giver": .string(handover.giver.code), "taker": .string(handover.taker.code),
          "runs": .array(handover.bags.map { .describing($0.run) }),
          "cards": .integer(handover.cardCount), "state": .string(handover.state.code),
        ]
      }, emptyNote: say("Tidak ada berita acara.", "There are no handover documents.")
    ).print(listing)
  }
}

extension Handover.State {
  fileprivate var code: String {
    switch self {
    case .draft: "draft"
    case .signed: "signed"
    case .withdrawn: "withdrawn"
    }
  }

  fileprivate func text(in zone: TimeZoneOffset) -> String {
    switch self {
    case .draft: say("menunggu tanda tangan", "waits for signatures")
    case .signed(let time, _, _): say("ditandatangani ", "signed ") + time.text(in: zone)
    case .withdrawn(let newer): say("diganti \(newer)", "replaced by \(newer)")
    }
  }
}
