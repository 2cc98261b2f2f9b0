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
      step: step(of: handover), number: handover.number.description, date: handover.number.date,
      place: gazetteer.regency.name,
      giver: party(handover.giver, name: names.giver, on: handover),
      taker: party(handover.taker, name: names.taker, on: handover),
      entries: try entries(of: handover), total: handover.cardCount - handover.missing.count,
      signing: signing(of: handover), proof: try reference(to: handover))
  }

  private func step(of handover: Handover) -> HandoverDocument.Step {
    switch (handover.kind, handover.taker) {
    case (.toCourier, _): .toCourier
    case (.outsideRuns, .villageOffice): .toVillage
    default: .toOrganisation
    }
  }

  private func entries(of handover: Handover) throws -> [HandoverDocument.Entry] {
    let missing = Set(handover.missing)
    let bags = try handover.bags.map { try entry($0, without: missing) }
    guard !handover.cardsOutsideRuns.isEmpty else { return bags }
    let cards = handover.cardsOutsideRuns
    return bags + [
      HandoverDocument.Entry(
        run: nil, courier: nil,
        courierName: handover.taker.phrase(gazetteer).text(in: language), kecamatan: "-",
        expected: cards.count, cards: cards.filter { !missing.contains($0) },
        withheld: cards.filter(missing.contains))
    ]
  }

  private func entry(
    _ bag: Handover.Bag, without missing: Set<CardID>
  ) throws -> HandoverDocument.Entry {
    let run = try store.run(bag.run)
    let given = Set(bag.cards).subtracting(missing)
    return HandoverDocument.Entry(
      run: bag.run, courier: bag.courier, courierName: bag.courierName,
      kecamatan: run.kecamatan.map(gazetteer.name) ?? "-", expected: run.cardCount,
      cards: given.sorted(), withheld: run.cards.filter { !given.contains($0) }.sorted())
  }

  /// The names under a signed document; before that, room to write them.
  private func names(of handover: Handover) -> (giver: String, taker: String) {
    if case .signed(_, let giver, let taker) = handover.state { return (giver, taker) }
    let names = HandoverNames(handover, gazetteer: gazetteer, couriers: couriers)
    return (names.giver, names.taker)
  }

  private func signing(of handover: Handover) -> HandoverDocument.Signing? {
    guard case .signed(let time, _, _) = handover.state else { return nil }
    return HandoverDocument.Signing(time: time, zone: store.zone)
  }

  /// The entry of the log by which the first of the document's cards moved.
  private func reference(to handover: Handover) throws -> ProofReference? {
    let missing = Set(handover.missing)
    guard let card = handover.cards.first(where: { !missing.contains($0) }) else { return nil }
    return try store.events(of: card)
      .first { $0.event.document == handover.number.description && $0.event.kind == .handedOver }?
      .reference(in: store)
  }

  private func party(
    _ holder: Holder, name: String, on handover: Handover
  ) -> HandoverDocument.Party {
    switch holder {
    case .organisation(let organisation):
      HandoverDocument.Party(
        name: name, position: say("Kepala \(organisation)", "Head of \(organisation)"),
        office: "\(organisation) \(gazetteer.regency.fullName)")
    case .courier(let id):
      HandoverDocument.Party(
        name: name, position: say("Petugas \(id)", "Courier \(id)"),
        office: handover.bags.first { $0.courier == id }?.organisation ?? "")
    case .villageOffice:
      HandoverDocument.Party(
        name: name, position: say("Lurah/Kepala Desa", "Head of the village"),
        office: holder.phrase(gazetteer).text(in: language))
    default:
      HandoverDocument.Party(
        name: name, position: say("Kepala Dinas", "Head of the office"),
        office: store.officeName(gazetteer))
    }
  }
}
