import ArgumentParser
import Domain
import Geometry
import Reports
import Storage

struct RunShow: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: say("Satu rute, alamat demi alamat.", "One run, stop by stop."),
    discussion: say(
      "Contoh:\n  hantar run show R-20170727-1-001", "Example:\n  hantar run show R-20170727-1-001")
  )

  @OptionGroup var options: WorkspaceOptions
  @OptionGroup var listing: ListingOptions

  @Argument(help: ArgumentHelp(say("Rute.", "The run."), valueName: "R-…"))
  var id: RunID

  func run() throws {
    let store = try options.openStore()
    let gazetteer = try store.gazetteer()
    let run = try store.run(id)
    let cards = try store.cardsOnRecord(run.cards, .now(for: .delivery))
    let byID = Dictionary(cards.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    Listing(
      table: TextTable(
        columns: [
          .number("#"), .number(say("Tiba", "Arrives")), .number(say("Pergi", "Departs")),
          .number(say("Kartu", "Cards")), TextTable.Column(say("Nama", "Names")),
          TextTable.Column(say("Alamat", "Address")),
          TextTable.Column(say("Kelurahan/desa", "Kelurahan/desa")),
        ],
        rows: run.stops.map { stop in
          let here = stop.cards.compactMap { byID[$0] }
          return [
            String(stop.number), stop.arrives.description, stop.departs.description,
            String(stop.cards.count), here.map(\.resident.name).joined(separator: ", "),
            here.first?.resident.address.line ?? "", gazetteer.name(of: stop.desa),
          ]
        }),
      items: run.stops.map { stop in
        [
          "stop": .integer(stop.number), "arrives": .describing(stop.arrives),
          "departs": .describing(stop.departs), "desa": .describing(stop.desa),
          "cards": .array(stop.cards.map(JSONText.describing)),
        ]
      }, emptyNote: say("Rute ini kosong.", "This run is empty.")
    ).print(listing)
    guard !listing.json else { return }
    for crossing in run.crossings {
      let day =
        crossing.daysLater == 0
        ? "" : " (\(run.id.plan.date.adding(days: crossing.daysLater).text(in: language)))"
      print(
        "\(crossing.departs)–\(crossing.arrives)\(day): \(crossing.from.name) → "
          + "\(crossing.to.name), \(crossing.boat.phrase.text(in: language))"
          + (crossing.note.map { " (\($0))" } ?? ""))
    }
    let kilometres = say(Int((run.distance.value / 1000).rounded()))
    print(
      say(
        "\(run.id): berangkat \(run.leaves), kembali \(run.returns), \(kilometres) km, "
          + "\(say(run.travel)) di jalan",
        "\(run.id): leaves \(run.leaves), returns \(run.returns), \(kilometres) km, "
          + "\(say(run.travel)) on the road"))
  }
}
