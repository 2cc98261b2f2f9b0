import ArgumentParser
import Custody
import Domain
import Reports
import Storage

struct CounterCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "counter",
    abstract: say(
      "Loket: menyerahkan kartu, menarik KTP lama, memusnahkan.",
      "At the counter: hand over cards, take in old ones, destroy."),
    subcommands: [
      CounterDeliver.self, CounterWithdraw.self, CounterReceive.self, CounterDestroy.self,
    ])
}

struct CounterDeliver: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "deliver",
    abstract: say(
      "Menyerahkan kartu di loket kantor atau kelurahan/desa, dengan tanda terima.",
      "Hands cards over at the counter of the office or a village office, with a receipt."),
    discussion: say(
      "Contoh:\n  hantar counter deliver KTP-1871-17-00000001-7 --to self --proof signature "
        + "--old-card --by \"Rina Wati\" --receipt tanda-terima.html",
      "Example:\n  hantar counter deliver KTP-1871-17-00000001-7 --to self --proof signature "
        + "--old-card --by \"Rina Wati\" --receipt receipt.html"))

  @OptionGroup var options: WorkspaceOptions
  @OptionGroup var officer: OfficerOptions

  @Argument(help: ArgumentHelp(say("Kartu.", "Cards."), valueName: "KTP-…"))
  var cards: [CardID]

  @Option(
    help: ArgumentHelp(
      say("Penerima: ", "Recipient: ")
        + Recipient.allCases.map(\.rawValue).joined(separator: ", ")))
  var to: Recipient

  @Option(
    help: ArgumentHelp(
      say("Di mana kartunya (bawaan: office).", "Where the cards are (default: office)."),
      valueName: "office|village:…"))
  var from: Holder = .office

  @Option(
    parsing: .singleValue,
    help: ArgumentHelp(
      say("Bukti; boleh diulang: ", "Proof; may be repeated: ")
        + "signature, thumb, photo=FILE"))
  var proof: [ProofArgument] = []

  @Flag(
    help: ArgumentHelp(say("KTP lama ditarik.", "The old card of each was taken in exchange.")))
  var oldCard = false

  @Option(
    help: ArgumentHelp(
      say("Nama yang menerima, bila bukan pemiliknya.", "Who took them, if not the resident.")))
  var receivedBy: SignedName?

  @Option(
    help: ArgumentHelp(say("Tulis tanda terima siap cetak.", "Write a receipt to print.")),
    completion: .file())
  var receipt: String?

  func run() throws {
    let store = try options.openStore()
    let proofs = try proof.map { argument in
      Proof(
        kind: argument.kind,
        digest: try argument.file.map { Fingerprint(sha256Of: try Files.read($0)).description })
    }
    let entry = try store.hand(
      Set(cards).sorted(), from: from, to: to, proofs: proofs,
      exchanged: oldCard ? Set(cards.map(\.old)).sorted() : [], receiverName: receivedBy?.text,
      by: try officer.name(), now: try currentInstant())
    print(
      say("Diterima oleh ", "Delivered to ") + to.phrase.text(in: language) + ": "
        + entry.event.cards.map(\.description).joined(separator: ", "))
    if let receipt { try write(entry, of: store, to: receipt) }
  }

  private func write(_ entry: LedgerEntry, of store: Store, to path: String) throws {
    let gazetteer = try store.gazetteer()
    let event = entry.event
    let paper = try HandoverReceipt(
      office: store.officeName(gazetteer), town: gazetteer.regency.name, cards: event.cards,
      recipient: to, giver: event.giver, time: event.time, zone: store.zone,
      proofs: event.proofs.map(\.kind), oldCards: event.exchanged, proof: entry.reference(in: store)
    )
    try Files.write(paper.html(in: language), to: path)
    print(say("Tanda terima ditulis ke \(path)", "Receipt written to \(path)"))
  }
}

struct CounterWithdraw: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "withdraw",
    abstract: say(
      "Mencatat KTP lama yang diserahkan penduduk di loket.",
      "Records old cards that residents gave up at the counter."),
    discussion: say(
      "Contoh:\n  hantar counter withdraw KTP-1871-17-00000001-7 --by \"Rina Wati\"\n"
        + "Sebut nomor kartu penggantinya; KTP lama memakai nomor itu dengan awalan OLD.",
      "Example:\n  hantar counter withdraw KTP-1871-17-00000001-7 --by \"Rina Wati\"\n"
        + "Name the card that replaces it; the old card has that number with the prefix OLD."))

  @OptionGroup var options: WorkspaceOptions
  @OptionGroup var officer: OfficerOptions

  @Argument(help: ArgumentHelp(say("Kartu.", "Cards."), valueName: "KTP-…"))
  var cards: [CardID]

  func run() throws {
    let entry = try options.openStore().withdraw(
      cards, by: try officer.name(), now: try currentInstant())
    print(
      say("KTP lama ditarik: ", "Old cards withdrawn: ")
        + entry.event.cards.map(\.description).joined(separator: ", "))
  }
}

struct CounterReceive: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "receive",
    abstract: say(
      "Menerima kembali kartu dari petugas, dihitung satu-satu.",
      "Takes cards back from a courier, counted one by one."),
    discussion: say(
      "Contoh:\n  hantar counter receive courier:SP-017 --scanned meja.txt --by \"Rina Wati\"",
      "Example:\n  hantar counter receive courier:SP-017 --scanned table.txt --by \"Rina Wati\""))

  @OptionGroup var options: WorkspaceOptions
  @OptionGroup var officer: OfficerOptions
  @OptionGroup var listing: ListingOptions

  @Argument(
    help: ArgumentHelp(
      say("Siapa yang membawa.", "Who brings them."),
      valueName: "courier:…|organisation:…|village:…"))
  var giver: Holder

  @OptionGroup var scan: ScanOption

  func run() throws {
    let store = try options.openStore()
    let count = try store.receive(
      from: giver, counted: try scan.cards(), by: try officer.name(), now: try currentInstant())
    try CountScreen(count).print(for: giver.phrase(try store.gazetteer()), asJSON: listing.json)
  }
}

struct CounterDestroy: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "destroy",
    abstract: say(
      "Memusnahkan KTP lama atau rusak di hadapan saksi, dengan berita acara.",
      "Destroys old or spoilt cards before witnesses, with a document."),
    discussion: say(
      """
      Contoh:
        hantar counter destroy --waiting --witness "Budi (Satpol PP)" --witness "Sari (Polsek)" \\
          --by "Rina Wati" --out berita-acara.html
      --waiting: semua KTP lama dan kartu rusak yang menunggu di kantor.
      """,
      """
      Example:
        hantar counter destroy --waiting --witness "Budi (Satpol PP)" --witness "Sari (police)" \\
          --by "Rina Wati" --out document.html
      --waiting: every old or spoilt card that waits at the office.
      """))

  @OptionGroup var options: WorkspaceOptions
  @OptionGroup var officer: OfficerOptions

  @Argument(help: ArgumentHelp(say("Kartu.", "Cards."), valueName: "OLD-…"))
  var cards: [CardID] = []

  @Flag(help: ArgumentHelp(say("Semua KTP lama yang menunggu.", "All old cards that wait.")))
  var waiting = false

  @Option(
    parsing: .singleValue,
    help: ArgumentHelp(say("Saksi; paling sedikit dua.", "A witness; at least two.")))
  var witness: [SignedName] = []

  @Option(
    help: ArgumentHelp(say("Tulis berita acara siap cetak.", "Write the document to print.")),
    completion: .file())
  var out: String?

  func validate() throws {
    guard waiting != !cards.isEmpty else {
      throw ValidationError(
        say("Sebutkan kartunya, atau --waiting.", "Name the cards, or use --waiting."))
    }
  }

  func run() throws {
    let store = try options.openStore()
    let now = try currentInstant()
    let today = now.date(in: store.zone)
    let name = try officer.name()
    let chosen =
      waiting
      ? try store.returnedAndDestroyed(from: today, through: today).waiting.filter(\.isOld) : cards
    guard !chosen.isEmpty else {
      throw Failure(
        .noInput, id: "tidak ada KTP lama yang menunggu dimusnahkan",
        en: "no old card waits to be destroyed")
    }
    let destruction = try store.destroy(
      chosen, witnesses: witness.map(\.text), by: name, now: now)
    print(
      say(
        "\(destruction.number): \(say(destruction.cards.count)) kartu dimusnahkan",
        "\(destruction.number): \(counted(destruction.cards.count, "card")) destroyed"))
    if let out { try write(destruction, of: store, to: out) }
  }

  private func write(_ destruction: Destruction, of store: Store, to path: String) throws {
    let gazetteer = try store.gazetteer()
    let office = store.officeName(gazetteer)
    func party(_ name: String, _ position: String) -> HandoverDocument.Party {
      HandoverDocument.Party(name: name, position: position, office: office)
    }
    let document = try DestructionDocument(
      number: destruction.number, date: destruction.at.date(in: store.zone),
      place: gazetteer.regency.name,
      official: party(destruction.by, say("Pejabat", "Officer")),
      witnesses: destruction.witnesses.map { party($0, say("Saksi", "Witness")) },
      entries: destruction.cards.map {
        DestructionDocument.Entry(card: $0, cause: $0.isOld ? .replaced : .damaged)
      },
      proof: try destruction.cards.first.flatMap {
        try store.events(of: $0).last?.reference(in: store)
      })
    try Files.write(document.html(in: language), to: path)
    print(say("Berita acara ditulis ke \(path)", "Document written to \(path)"))
  }
}
