import ArgumentParser
import Custody
import Domain
import Reports
import Storage

struct ReviewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "review",
    abstract: say(
      "Catatan yang bertentangan atau janggal: melihat dan menyelesaikan.",
      "Events in conflict or out of the ordinary: see and settle them."),
    subcommands: [ReviewList.self, ReviewShow.self, ReviewSettle.self])
}

struct ReviewList: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: say(
      "Yang menunggu keputusan, yang tertua dahulu.", "What waits for a decision, the oldest first."
    ),
    discussion: say("Contoh:\n  hantar review list", "Example:\n  hantar review list"))

  @OptionGroup var options: WorkspaceOptions
  @OptionGroup var listing: ListingOptions

  @Flag(help: ArgumentHelp(say("Juga yang sudah selesai.", "Those that are settled too.")))
  var all = false

  func run() throws {
    let store = try options.openStore()
    let reviews = try store.reviews(includingSettled: all)
    let waiting = try store.waitingReviews()
    Listing(
      table: TextTable(
        columns: [
          .number("No."), .identifier(say("Diterima", "Received")),
          .identifier(say("Perangkat", "Device")), TextTable.Column(say("Kejadian", "Event")),
          .number(say("Kartu", "Cards")), TextTable.Column(say("Mengapa", "Why")),
        ],
        rows: reviews.map { review in
          [
            String(review.place), review.since.text(in: store.zone),
            review.entry.event.id.description,
            review.entry.event.kind.phrase.text(in: language), say(review.cards.count),
            review.reason.text(in: language),
          ]
        }),
      items: reviews.map { $0.json(zone: store.zone) },
      emptyNote: say("Tidak ada yang menunggu keputusan.", "Nothing waits for a decision.")
    ).print(listing)
    guard !listing.json else { return }
    for device in waiting { print(device.phrase.text(in: language)) }
    if reviews.contains(where: { $0.settlement == nil }) {
      print(
        say(
          "Lihat satu dengan `hantar review show NOMOR`, selesaikan dengan `hantar review settle`.",
          "See one with `hantar review show NUMBER`, settle it with `hantar review settle`."))
    }
  }
}

struct ReviewShow: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: say("Satu catatan dengan kartu-kartunya.", "One event with its cards."),
    discussion: say("Contoh:\n  hantar review show 5182", "Example:\n  hantar review show 5182"))

  @OptionGroup var options: WorkspaceOptions
  @OptionGroup var listing: ListingOptions

  @Argument(help: ArgumentHelp(say("Nomor dari daftar.", "Number from the list.")))
  var number: Int

  func run() throws {
    let store = try options.openStore()
    let review = try store.requireReview(number)
    if listing.json {
      print(review.json(zone: store.zone).text(indented: true))
      return
    }
    let gazetteer = try store.gazetteer()
    let event = review.entry.event
    print(
      "\(event.id): \(event.kind.phrase.text(in: language)), "
        + event.time.text(in: store.zone))
    print(
      say("Dari ", "From ") + event.giver.phrase(gazetteer).text(in: language) + say(" ke ", " to ")
        + event.taker.phrase(gazetteer).text(in: language) + say(", oleh ", ", by ") + event.actor)
    if let clock = event.clock {
      print(
        say("Terjadi antara ", "Happened between ") + clock.earliest.text(in: store.zone)
          + say(" dan ", " and ") + clock.latest.text(in: store.zone))
    }
    print(say("Mengapa: ", "Why: ") + review.reason.text(in: language))
    for card in event.cards { print(line(of: card, gazetteer, in: store)) }
    if let settlement = review.settlement {
      print(
        settlement.decision.phrase.text(in: language) + say(" oleh ", " by ") + settlement.by + ", "
          + settlement.at.text(in: store.zone))
    }
  }

  /// A card with where the ledger has it now; an unknown one is named as such.
  private func line(of card: CardID, _ gazetteer: Gazetteer, in store: Store) -> String {
    guard let custody = try? store.custody(of: card) else {
      return "\(card)  " + say("tidak dikenal", "unknown")
    }
    return "\(card)  \(custody.status.phrase.text(in: language)), "
      + custody.holder.phrase(gazetteer).text(in: language)
  }
}

struct ReviewSettle: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "settle",
    abstract: say(
      "Memutuskan: kejadian itu benar, tidak benar, atau kartunya di tempat lain.",
      "Decides: the event is true, not true, or the cards are somewhere else."),
    discussion: say(
      """
      Contoh:
        hantar review settle 5182 --decision upheld --by "Rina Wati" --note "petugas ditanya"
        hantar review settle 5190 --decision rejected --by "Rina Wati"
        hantar review settle 5201 --decision settled --cards-to office --by "Rina Wati"
      upheld: kejadian itu benar, kartu pindah menurut catatannya. rejected: kartu tetap di
      tempatnya. settled: kartu ada pada --cards-to. Tidak ada yang dihapus: keputusan dicatat
      sebagai kejadian baru yang menunjuk kejadian lama.
      """,
      """
      Examples:
        hantar review settle 5182 --decision upheld --by "Rina Wati" --note "courier was asked"
        hantar review settle 5190 --decision rejected --by "Rina Wati"
        hantar review settle 5201 --decision settled --cards-to office --by "Rina Wati"
      upheld: the event is true, the cards go where it says. rejected: the cards stay where they
      are. settled: the cards are with --cards-to. Nothing is deleted: the decision is recorded as
      a new event that points at the old one.
      """))

  @OptionGroup var options: WorkspaceOptions
  @OptionGroup var officer: OfficerOptions

  @Argument(help: ArgumentHelp(say("Nomor dari daftar.", "Numbers from the list.")))
  var numbers: [Int]

  @Option(help: ArgumentHelp("upheld, rejected, settled."))
  var decision: Correction.Decision

  @Option(
    help: ArgumentHelp(
      say("Siapa memegang kartunya.", "Who has the cards."), valueName: "office|courier:SP-017|…"))
  var cardsTo: Holder?

  @Option(help: ArgumentHelp(say("Alasan, disimpan di luar log.", "Why, kept beside the log.")))
  var note: String?

  func run() throws {
    let store = try options.openStore()
    let name = try officer.name()
    let now = try currentInstant()
    for number in numbers {
      try store.resolve(number, decision, by: name, note: note, cardsTo: cardsTo, now: now)
      print("\(number): " + decision.phrase.text(in: language) + say(" oleh ", " by ") + name)
    }
  }
}

extension Store {
  /// - Throws: ``Failure`` if nothing was ever up for a decision at that place.
  fileprivate func requireReview(_ place: Int) throws -> Review {
    guard let review = try reviews(includingSettled: true).first(where: { $0.place == place })
    else {
      throw Failure(
        .noInput,
        id: "tidak ada catatan \(place) untuk diperiksa; lihat `hantar review list --all`",
        en: "there is nothing to review at \(place); see `hantar review list --all`")
    }
    return review
  }
}

extension Review {
  /// Why it is up for a decision.
  var reason: Phrase {
    switch cause {
    case .refused(_, let phrase): phrase
    case .flagged(let flags):
      Phrase(
        id: flags.map(\.phrase.indonesian).joined(separator: ", "),
        en: flags.map(\.phrase.english).joined(separator: ", "))
    }
  }

  func json(zone: TimeZoneOffset) -> JSONText {
    let event = entry.event
    let codes: [String] =
      switch cause {
      case .refused(let code, _): [code]
      case .flagged(let flags): flags.map(\.rawValue)
      }
    return [
      "number": .integer(place), "received": .string(since.text(in: zone)),
      "event": .describing(event.id), "kind": .string(event.kind.rawValue),
      "giver": .string(event.giver.code), "taker": .string(event.taker.code),
      "time": .string(event.time.text(in: zone)), "codes": .array(codes.map { .string($0) }),
      "text": .string(reason.text(in: language)),
      "cards": .array(event.cards.map { .describing($0) }),
      "decision": .optional(settlement) { .string($0.decision.rawValue) },
      "decidedBy": .optional(settlement) { .string($0.by) },
    ]
  }
}

extension WaitingReview {
  fileprivate var phrase: Phrase {
    Phrase(
      id: "\(events.count) catatan \(device) (petugas \(courier)) menunggu nomor \(waitingFor);"
        + " minta berkas yang lebih dulu",
      en: "\(events.count) events of \(device) (courier \(courier)) wait for number \(waitingFor);"
        + " ask for the earlier file")
  }
}
