import ArgumentParser
import Custody
import Domain
import Reports
import Storage

struct HandoverPrint: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "print",
    abstract: say(
      "Menulis BAST siap cetak (HTML, A4); boleh diulang kapan pun.",
      "Writes the documents to print (HTML, A4); may be repeated at any time."),
    discussion: say(
      "Contoh:\n  hantar handover print --date 2017-07-27 --out dokumen",
      "Example:\n  hantar handover print --date 2017-07-27 --out documents"))

  @OptionGroup var options: WorkspaceOptions
  @OptionGroup var selection: HandoverSelection
  @OptionGroup var output: OutputFolder

  func run() throws {
    let store = try options.openStore()
    let paper = HandoverPaper(
      store: store, gazetteer: try store.gazetteer(), couriers: try store.couriersByID())
    let handovers = try selection.handovers(in: store)
    guard !handovers.isEmpty else {
      throw Failure(
        .noInput,
        id: "tidak ada berita acara; buat dengan `hantar handover create`",
        en: "there are no handover documents; make them with `hantar handover create`")
    }
    let folder = output.folder(of: options) + "/" + say("bast", "handovers")
    for handover in handovers {
      let page = try paper.document(for: handover).html(in: language)
      try Files.write(page, to: "\(folder)/\(handover.number.fileName).html")
    }
    print(
      say(
        "\(say(handovers.count)) berita acara ditulis ke \(folder)",
        "\(say(handovers.count)) handover documents written to \(folder)"))
  }
}

/// Puts a stored handover on paper.
private struct HandoverPaper {
  let store: Store
  let gazetteer: Gazetteer
  let couriers: [CourierID: Courier]

  func document(for handover: Handover) throws -> HandoverDocument {
    let names = names(of: handover)
    return try HandoverDocument(
      step: handover.kind == .toOrganisation ? .toOrganisation : .toCourier,
      number: handover.number.description, date: handover.number.date,
      place: gazetteer.regency.name,
      giver: party(handover.giver, name: names.giver),
      taker: party(handover.taker, name: names.taker),
      entries: try handover.bags.map { try entry($0) }, total: handover.cardCount)
  }

  private func entry(_ bag: Handover.Bag) throws -> HandoverDocument.Entry {
    let run = try store.run(bag.run)
    let given = Set(bag.cards)
    return HandoverDocument.Entry(
      run: bag.run, courier: bag.courier, courierName: try couriers.require(bag.courier).name,
      kecamatan: run.kecamatan.map(gazetteer.name) ?? "-", expected: run.cardCount,
      cards: bag.cards, withheld: run.cards.filter { !given.contains($0) }.sorted())
  }

  /// The names under a signed document; before that, room to write them.
  private func names(of handover: Handover) -> (giver: String, taker: String) {
    if case .signed(_, let giver, let taker) = handover.state { return (giver, taker) }
    let names = HandoverNames(handover, gazetteer: gazetteer, couriers: couriers)
    return (names.giver, names.taker)
  }

  private func party(_ holder: Holder, name: String) -> HandoverDocument.Party {
    switch holder {
    case .organisation(let organisation):
      HandoverDocument.Party(
        name: name, position: say("Kepala \(organisation)", "Head of \(organisation)"),
        office: "\(organisation) \(gazetteer.regency.fullName)")
    case .courier(let id):
      HandoverDocument.Party(
        name: name, position: say("Petugas \(id)", "Courier \(id)"),
        office: couriers[id]?.organisation ?? "")
    default:
      HandoverDocument.Party(
        name: name,
        position: say("Kepala Dinas", "Head of the office"),
        office: store.officeName(gazetteer))
    }
  }
}
