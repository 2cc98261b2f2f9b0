public import Domain

/// A handover document (berita acara serah terima, BAST): who gave how many cards to whom.
///
/// Invariant: every card is on it once, each run's cards and withheld cards together are those it
/// expects, and the sum is the count the ledger moves. A document that does not add up cannot be
/// made, and so never gets signed.
public struct HandoverDocument: Hashable, Sendable {
  public enum Step: Hashable, Sendable {
    /// The registry gives the cards of many runs to the organisation that delivers them.
    case toOrganisation
    /// The organisation gives one run's cards to its courier.
    case toCourier
    /// A courier brings back what was not delivered.
    case toOffice
    /// Cards are left at a village office, which keeps them for their residents.
    case toVillage
  }

  /// One side of a handover, or a witness to it.
  public struct Party: Hashable, Sendable {
    public let name: String
    /// The civil-service number (NIP); left as a blank to fill in where it is not given.
    public let serviceNumber: String?
    public let position: String
    public let office: String

    public init(name: String, serviceNumber: String? = nil, position: String, office: String) {
      self.name = name
      self.serviceNumber = serviceNumber
      self.position = position
      self.office = office
    }
  }

  /// The cards of one run, or those for one village office, which are on no run.
  public struct Entry: Hashable, Sendable {
    public let run: RunID?
    public let courier: CourierID?
    /// The courier's name, or that of the village office.
    public let courierName: String
    /// The name of the kecamatan served.
    public let kecamatan: String
    /// Cards the run should hold by the plan.
    public let expected: Int
    public let cards: [CardID]
    /// Cards that belong to the run but were not there when it was counted.
    public let withheld: [CardID]
    /// Cards that were there when it was counted but belong elsewhere; they stay with the giver.
    public let extra: [CardID]

    public init(
      run: RunID?, courier: CourierID?, courierName: String, kecamatan: String, expected: Int,
      cards: [CardID], withheld: [CardID] = [], extra: [CardID] = []
    ) {
      self.run = run
      self.courier = courier
      self.courierName = courierName
      self.kecamatan = kecamatan
      self.expected = expected
      self.cards = cards
      self.withheld = withheld
      self.extra = extra
    }
  }

  /// That both parties signed, as it is kept with the document.
  public struct Signing: Hashable, Sendable {
    public let time: Instant
    public let zone: TimeZoneOffset

    public init(time: Instant, zone: TimeZoneOffset) {
      self.time = time
      self.zone = zone
    }
  }

  public let step: Step
  /// The office's own number for the document, such as `470/123/BAST/VII/2017`.
  public let number: String
  public let date: CalendarDate
  public let place: String
  public let giver: Party
  public let taker: Party
  public let entries: [Entry]
  /// Witnesses by name; blank lines fill up to two.
  public let witnesses: [Party]
  /// Nothing before both parties have signed.
  public let signing: Signing?
  /// The handover's entry in the log, once it is signed.
  public let proof: ProofReference?

  /// - Parameter total: The cards the ledger moves by this document.
  /// - Throws: ``HandoverDocumentError`` for the first count or card that does not add up.
  public init(
    step: Step, number: String, date: CalendarDate, place: String, giver: Party, taker: Party,
    entries: [Entry], total: Int, witnesses: [Party] = [], signing: Signing? = nil,
    proof: ProofReference? = nil
  ) throws(HandoverDocumentError) {
    guard !entries.isEmpty, total > 0 else { throw .noCards(number) }
    if step != .toOrganisation, step != .toVillage, entries.count != 1 {
      throw .severalRuns(number, entries.count)
    }
    var seen: Set<CardID> = []
    var seenExtra: Set<CardID> = []
    for entry in entries {
      for card in entry.cards + entry.withheld {
        guard seen.insert(card).inserted else { throw .repeatedCard(card, entry.run) }
      }
      // A card too many in one bag may be the one that another bag misses.
      for card in entry.extra {
        let isOfRun = entry.cards.contains(card) || entry.withheld.contains(card)
        guard !isOfRun, seenExtra.insert(card).inserted else {
          throw .repeatedCard(card, entry.run)
        }
      }
      let counted = entry.cards.count + entry.withheld.count
      guard counted == entry.expected else {
        throw .runDoesNotAddUp(entry.run, expected: entry.expected, counted: counted)
      }
    }
    let summed = entries.reduce(0) { $0 + $1.cards.count }
    guard summed == total else { throw .totalDoesNotAddUp(stated: total, summed: summed) }
    self.step = step
    self.number = number
    self.date = date
    self.place = place
    self.giver = giver
    self.taker = taker
    self.entries = entries
    self.witnesses = witnesses
    self.signing = signing
    self.proof = proof
  }

  /// Cards handed over.
  public var total: Int { entries.reduce(0) { $0 + $1.cards.count } }

  /// Cards the plan counts on.
  public var expected: Int { entries.reduce(0) { $0 + $1.expected } }

  /// A printable letter with its annex.
  public func html(in language: Language) -> String {
    HTMLPage.text(
      title: "\(HandoverMarkup.title(in: language)) \(number)", language: language,
      style: LetterStyle.sheet,
      body: HandoverMarkup(document: self, language: language).html)
  }
}

/// Why a handover does not add up.
public enum HandoverDocumentError: Error, Equatable, Described {
  case noCards(String)
  case severalRuns(String, Int)
  case repeatedCard(CardID, RunID?)
  case runDoesNotAddUp(RunID?, expected: Int, counted: Int)
  case totalDoesNotAddUp(stated: Int, summed: Int)

  public var phrase: Phrase {
    switch self {
    case .noCards(let number):
      Phrase(
        id: "berita acara \(number) tidak memuat kartu; pilih rute yang kartunya diserahkan",
        en: "handover \(number) holds no cards; choose the runs whose cards change hands")
    case .severalRuns(let number, let count):
      Phrase(
        id: "berita acara \(number) untuk satu petugas memuat \(count) rute; buat satu per rute",
        en: "handover \(number) to one courier holds \(count) runs; make one document a run")
    case .repeatedCard(let card, let run):
      Phrase(
        id: "kartu \(card) tercantum dua kali, terakhir pada \(Self.list(run).indonesian); "
          + "hitung ulang kartunya",
        en: "card \(card) is listed twice, last on \(Self.list(run).english); "
          + "count the cards again")
    case .runDoesNotAddUp(let run, let expected, let counted):
      Phrase(
        id:
          "\(Self.list(run).indonesian) seharusnya \(expected) kartu tetapi terhitung \(counted); "
          + "cari selisihnya sebelum menandatangani",
        en: "\(Self.list(run).english) should hold \(expected) cards but \(counted) were counted; "
          + "find the difference before anybody signs")
    case .totalDoesNotAddUp(let stated, let summed):
      Phrase(
        id: "buku serah terima mencatat \(stated) kartu tetapi daftarnya berjumlah \(summed); "
          + "buat ulang berita acaranya",
        en: "the ledger moves \(stated) cards but the list adds up to \(summed); "
          + "make the document again")
    }
  }

  private static func list(_ run: RunID?) -> Phrase {
    run.map { Phrase(id: "rute \($0)", en: "run \($0)") }
      ?? Phrase(id: "daftar tanpa rute", en: "the list without a run")
  }
}
