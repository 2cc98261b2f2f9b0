import ArgumentParser
import Custody
import Domain
import Storage

struct HandoverCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "handover",
    abstract: say(
      "Berita acara serah terima (BAST): membuat, menandatangani, mencetak.",
      "Handover documents (BAST): make, sign, print."),
    subcommands: [
      HandoverCreate.self, HandoverList.self, HandoverSign.self, HandoverPrint.self,
    ])
}

/// Which handover documents a command is about.
struct HandoverSelection: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      say(
        "Dokumen untuk rute hari ini (bawaan: hari ini).",
        "Documents for the runs of this day (default: today)."), valueName: "YYYY-MM-DD"))
  var date: CalendarDate?

  @Option(
    name: .customLong("number"),
    help: ArgumentHelp(
      say("Hanya dokumen ini; boleh diulang.", "Only this document; may be repeated."),
      valueName: "BAST/…"))
  var numbers: [HandoverDocumentNumber] = []

  /// The documents chosen, in order of number: those named, or all for the runs of the day that
  /// still hold.
  func handovers(in store: Store) throws -> [Handover] {
    if !numbers.isEmpty { return try numbers.sorted().map(store.handover) }
    let day = try date ?? currentInstant().date(in: store.zone)
    return try store.handovers(forRunsOn: day).filter {
      if case .withdrawn = $0.state { false } else { true }
    }
  }
}

struct HandoverCreate: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "create",
    abstract: say(
      "Membuat BAST untuk rute satu hari: kantor ke instansi, lalu instansi ke tiap petugas.",
      "Makes the documents for a day's runs: office to organisation, organisation to courier."),
    discussion: say(
      "Contoh:\n  hantar handover create --date 2017-07-27",
      "Example:\n  hantar handover create --date 2017-07-27"))

  @OptionGroup var options: WorkspaceOptions
  @OptionGroup var selection: RunSelection

  func run() throws {
    let store = try options.openStore()
    let now = try currentInstant()
    let runs = try selection.requireRuns(in: store).filter {
      switch try store.runStatus($0.id) {
      case .planned, .withOrganisation: true
      case .handedOut, .superseded: false
      }
    }
    guard !runs.isEmpty else {
      throw Failure(
        .refused, id: "semua rute yang dipilih sudah diserahkan atau diganti",
        en: "every run chosen is already handed out or replaced")
    }
    let couriers = try store.couriersByID()
    let organisations = try Set(runs.map { try couriers.require($0.courier).organisation })
    var documents: [Handover] = []
    for organisation in organisations.sorted() {
      let theirs = try runs.filter { run in
        guard let card = run.cards.first else { return false }
        return try couriers.require(run.courier).organisation == organisation
          && store.custody(of: card).holder == .office
      }
      guard !theirs.isEmpty else { continue }
      documents.append(
        try store.createHandover(.toOrganisation, runs: theirs.map(\.id), now: now))
    }
    for run in runs {
      documents.append(try store.createHandover(.toCourier, runs: [run.id], now: now))
    }
    print(
      say(
        "\(say(documents.count)) berita acara dibuat untuk \(say(runs.count)) rute; "
          + "belum ada kartu yang berpindah sampai ditandatangani",
        "\(counted(documents.count, "handover document")) made for \(counted(runs.count, "run")); "
          + "no card moves until they are signed"))
  }
}

struct HandoverSign: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sign",
    abstract: say(
      "Mencatat bahwa kedua pihak menandatangani; kartu berpindah tangan.",
      "Records that both parties signed; the cards change hands."),
    discussion: say(
      """
      Contoh:
        hantar handover sign --number BAST/1871/20170727/001 --giver "Kadis" --taker "Kasat"
        hantar handover sign --date 2017-07-27
      Tanpa nama, penyerah dan penerima ditulis menurut dokumennya.
      """,
      """
      Examples:
        hantar handover sign --number BAST/1871/20170727/001 --giver "Head" --taker "Chief"
        hantar handover sign --date 2017-07-27
      Without names, giver and taker are written as the document has them.
      """))

  @OptionGroup var options: WorkspaceOptions
  @OptionGroup var selection: HandoverSelection

  @Option(help: ArgumentHelp(say("Nama yang menyerahkan.", "Name of the giver.")))
  var giver: SignedName?

  @Option(help: ArgumentHelp(say("Nama yang menerima.", "Name of the taker.")))
  var taker: SignedName?

  func run() throws {
    let store = try options.openStore()
    let gazetteer = try store.gazetteer()
    let couriers = try store.couriersByID()
    let now = try currentInstant()
    let drafts = try selection.handovers(in: store).filter {
      selection.numbers.isEmpty ? $0.state == .draft : true
    }
    guard !drafts.isEmpty else {
      throw Failure(
        .noInput, id: "tidak ada berita acara yang menunggu tanda tangan",
        en: "no handover document waits for signatures")
    }
    // The organisation must have the cards before its couriers can.
    let ordered =
      drafts.filter { $0.kind == .toOrganisation } + drafts.filter { $0.kind == .toCourier }
    for draft in ordered {
      let names = HandoverNames(draft, gazetteer: gazetteer, couriers: couriers)
      let isFirst = draft.kind == .toOrganisation
      _ = try store.signHandover(
        draft.number, giver: (isFirst ? giver?.text : nil) ?? names.giver,
        taker: (isFirst || drafts.count == 1 ? taker?.text : nil) ?? names.taker, now: now)
    }
    let cards = Set(ordered.flatMap { $0.bags.flatMap(\.cards) })
    print(
      say(
        "\(say(ordered.count)) berita acara ditandatangani; \(say(cards.count)) kartu berpindah",
        "\(counted(ordered.count, "handover document")) signed; "
          + "\(counted(cards.count, "card")) moved"))
  }
}

/// Who gives and takes on a document, as names on paper.
struct HandoverNames {
  let giver: String
  let taker: String

  init(_ handover: Handover, gazetteer: Gazetteer, couriers: [CourierID: Courier]) {
    func name(_ holder: Holder) -> String {
      switch holder {
      case .office: "Disdukcapil \(gazetteer.regency.fullName)"
      case .courier(let id): couriers[id]?.name ?? id.description
      default: holder.phrase(gazetteer).indonesian
      }
    }
    giver = name(handover.giver)
    taker = name(handover.taker)
  }
}
