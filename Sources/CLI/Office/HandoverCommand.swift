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
      """
      Contoh:
        hantar handover create --date 2017-07-27
        hantar handover create --to village:18.71.01.1003 --scanned kartu.txt
      """,
      """
      Examples:
        hantar handover create --date 2017-07-27
        hantar handover create --to village:18.71.01.1003 --scanned cards.txt
      """))

  @OptionGroup var options: WorkspaceOptions
  @OptionGroup var selection: RunSelection

  @Option(
    help: ArgumentHelp(
      say(
        "Untuk kartu di luar rute: penerimanya.", "For cards of no run: who takes them."),
      valueName: "village:…|organisation:…"))
  var to: Holder?

  @Option(
    help: ArgumentHelp(
      say(
        "Untuk kartu di luar rute: kartu yang dipindai.", "For cards of no run: the cards scanned."),
      valueName: say("berkas", "file")), completion: .file())
  var scanned: String?

  func validate() throws {
    guard (to == nil) == (scanned == nil) else {
      throw ValidationError(
        say("--to dan --scanned dipakai bersama.", "--to and --scanned go together."))
    }
  }

  func run() throws {
    let store = try options.openStore()
    let now = try currentInstant()
    if let to, let scanned {
      let handover = try store.createHandover(
        of: try ScanFile.cards(in: scanned), to: to, now: now)
      print(
        say(
          "\(handover.number): \(say(handover.cardCount)) kartu untuk "
            + to.phrase(try store.gazetteer()).indonesian,
          "\(handover.number): \(counted(handover.cardCount, "card")) for "
            + to.phrase(try store.gazetteer()).english))
      return
    }
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
        hantar handover sign --number BAST/1871/20170727/002 --counted tas.txt
      Hanya kartu yang dihitung penerima yang berpindah; yang kurang dicatat hilang. Tanpa nama, penyerah dan penerima ditulis menurut dokumennya.
      """,
      """
      Examples:
        hantar handover sign --number BAST/1871/20170727/001 --giver "Head" --taker "Chief"
        hantar handover sign --date 2017-07-27
        hantar handover sign --number BAST/1871/20170727/002 --counted bag.txt
      Only cards that the taker counted move; missing ones are recorded as such. Without names, giver and taker are written as the document has them.
      """))

  @OptionGroup var options: WorkspaceOptions
  @OptionGroup var selection: HandoverSelection

  @Option(help: ArgumentHelp(say("Nama yang menyerahkan.", "Name of the giver.")))
  var giver: SignedName?

  @Option(help: ArgumentHelp(say("Nama yang menerima.", "Name of the taker.")))
  var taker: SignedName?

  @Option(
    name: .customLong("counted"),
    help: ArgumentHelp(
      say(
        "Kartu yang dihitung penerima, untuk satu dokumen; - untuk pemindai.",
        "The cards that the taker counted, for one document; - for a scanner."),
      valueName: say("berkas", "file")), completion: .file())
  var countedFile: String?

  func validate() throws {
    guard countedFile == nil || selection.numbers.count == 1 else {
      throw ValidationError(
        say("--counted hanya untuk satu --number.", "--counted is for one --number only."))
    }
  }

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
    let found = try countedFile.map { try ScanFile.cards(in: $0) }
    var moved: Set<CardID> = []
    var count: Reconciliation?
    for draft in ordered {
      let names = HandoverNames(draft, gazetteer: gazetteer, couriers: couriers)
      let isFirst = draft.kind == .toOrganisation
      let signed = try store.signHandover(
        draft.number, giver: (isFirst ? giver?.text : nil) ?? names.giver,
        taker: (isFirst || drafts.count == 1 ? taker?.text : nil) ?? names.taker,
        counted: found, now: now)
      moved.formUnion(signed.count.present)
      count = signed.count
    }
    print(
      say(
        "\(say(ordered.count)) berita acara ditandatangani; \(say(moved.count)) kartu berpindah",
        "\(counted(ordered.count, "handover document")) signed; "
          + "\(counted(moved.count, "card")) moved"))
    if found != nil, let count {
      try CountScreen(count).print(
        for: Phrase(id: "penerima", en: "the taker"))
    }
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
      case .courier(let id):
        handover.bags.first { $0.courier == id }?.courierName ?? couriers[id]?.name
          ?? id.description
      default: holder.phrase(gazetteer).indonesian
      }
    }
    giver = name(handover.giver)
    taker = name(handover.taker)
  }
}
