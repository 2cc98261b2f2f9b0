public import Custody
public import Domain
import Foundation
import GRDB

extension Store {
  /// Makes the document under which the cards of `runs` change hands; nothing moves until it is
  /// signed.
  ///
  /// It lists the cards of each run that the giver has at this moment. Older drafts of the same
  /// kind for one of the runs are withdrawn.
  ///
  /// - Throws: ``StoreRefusal`` if a run is superseded or already handed over in this way, has no
  ///   card to give, or if the runs have several takers.
  public func createHandover(
    _ kind: Handover.Kind, runs: [RunID], now: Instant
  ) throws -> Handover {
    try file.write { database in
      let bags = try Set(runs).sorted().map { try bag(for: $0, kind: kind, in: database) }
      guard let first = bags.first else { throw StoreRefusal.handoverWithoutCards(nil) }
      let takers = Set(bags.map { taker(of: $0, kind: kind) })
      guard let taker = takers.first, takers.count == 1 else {
        throw StoreRefusal.handoverToSeveral(takers.sorted { $0.code < $1.code })
      }
      let giver = try giver(of: first.run, kind: kind, in: database)
      return try draft(
        kind, from: giver, to: taker, bags: bags, cardsOutsideRuns: [], now: now, in: database)
    }
  }

  /// Makes the document under which cards of no run leave the office for an organisation or a
  /// village office; nothing moves until it is signed.
  ///
  /// - Throws: ``StoreRefusal`` if there is no card, one is not at the office, or the taker is
  ///   anyone else.
  public func createHandover(
    of cards: [CardID], to taker: Holder, now: Instant
  ) throws -> Handover {
    try file.write { database in
      guard taker.takesCardsOutsideRuns else { throw StoreRefusal.takerNotAllowed(taker) }
      let cards = Set(cards).sorted()
      guard !cards.isEmpty else { throw StoreRefusal.handoverWithoutCards(nil) }
      for card in cards {
        let custody = try custody(of: card, in: database)
        guard custody.status == .atOffice else { throw StoreRefusal.cardNotInOffice(card) }
      }
      return try draft(
        .outsideRuns, from: .office, to: taker, bags: [], cardsOutsideRuns: cards, now: now,
        in: database)
    }
  }

  /// Records that both parties signed: custody of exactly the cards that the taker counted moves.
  ///
  /// Cards of the document that were not counted stay with the giver and are recorded as missing;
  /// cards that were counted too many are named and stay where the ledger has them.
  ///
  /// - Parameter giver: The name of the person who handed over.
  /// - Parameter taker: The name of the person who took the cards.
  /// - Parameter counted: What the taker found; by default all cards that are not missing already.
  /// - Throws: ``StoreRefusal`` if the document is signed, withdrawn or lists a superseded run, or
  ///   nothing was counted; `CustodyRefusal` if a card is not where the document says.
  @discardableResult
  public func signHandover(
    _ number: HandoverDocumentNumber, giver: String, taker: String, counted: [CardID]? = nil,
    now: Instant
  ) throws -> SignedHandover {
    guard !giver.isEmpty, !taker.isEmpty else { throw StoreRefusal.signerMissing }
    return try commit(now: now) { database, books in
      try sign(
        number, giver: giver, taker: taker, counted: counted, items: [:], now: now, in: database,
        &books)
    }
  }

  /// - Parameter items: The numbers under which a post carries the cards.
  func sign(
    _ number: HandoverDocumentNumber, giver: String, taker: String, counted: [CardID]?,
    items: [CardID: PostItem], now: Instant, in database: Database, _ books: inout OfficeBooks
  ) throws -> SignedHandover {
    let draft = try handover(number, in: database)
    try checkSignable(draft, in: database)
    let lost = try draft.cards.filter {
      try books.ledger.custody(of: $0)?.status == .missing
    }
    let count = Reconciliation(
      expected: draft.cards, counted: counted ?? draft.cards.filter { !lost.contains($0) })
    guard !count.present.isEmpty else { throw StoreRefusal.nothingCounted(number) }
    try database.execute(
      sql: "UPDATE handover SET signed_at = ? WHERE number = ?", arguments: [now, number])
    let present = Set(count.present)
    let moving = events(of: draft, items: items).compactMap { $0.only(present) }
    for event in moving {
      var event = event
      event.detail = newDetail(receiverName: taker, note: giver)
      try books.ledger.append(event)
    }
    let newlyLost = count.missing.filter { !lost.contains($0) }
    if !newlyLost.isEmpty {
      try books.ledger.append(
        EventDraft(
          kind: .missing, cards: newlyLost, giver: draft.giver, taker: draft.giver,
          actor: actor(of: draft), document: number.description, provenance: .paper))
    }
    for card in count.missing {
      try database.execute(
        sql: "UPDATE handover_card SET is_missing = TRUE WHERE handover = ? AND card = ?",
        arguments: [number, card])
    }
    return SignedHandover(handover: try handover(number, in: database), count: count)
  }

  /// - Throws: ``StoreRefusal/unknownHandover(_:)`` if there is none.
  public func handover(_ number: HandoverDocumentNumber) throws -> Handover {
    try file.read { try handover(number, in: $0) }
  }

  /// The documents that list a run planned for a day, in order of number.
  public func handovers(forRunsOn date: CalendarDate) throws -> [Handover] {
    try file.read { database in
      let query = """
        SELECT DISTINCT handover FROM handover_run
        JOIN run ON run.id = run JOIN plan ON plan.id = plan WHERE plan.date = ?
        """
      let numbers: [HandoverDocumentNumber] = try database.all(query, [date]) {
        try $0.read("handover")
      }
      return try numbers.sorted().map { try handover($0, in: database) }
    }
  }

  func handover(_ number: HandoverDocumentNumber, in database: Database) throws -> Handover {
    let handover = try database.first("SELECT * FROM handover WHERE number = ?", [number]) { row in
      try Handover(row: row, bags: try bags(of: number, in: database), of: self, in: database)
    }
    guard let handover else { throw StoreRefusal.unknownHandover(number) }
    return handover
  }

  /// The signed document of one kind that lists a run; nothing if there is none.
  func signedHandover(
    _ kind: Handover.Kind, of run: RunID, in database: Database
  ) throws -> Handover? {
    let query = """
      SELECT number FROM handover JOIN handover_run ON handover = number
      WHERE run = ? AND kind = ? AND signed_at IS NOT NULL
      """
    let number: HandoverDocumentNumber? = try database.first(query, [run, kind]) {
      try $0.read("number")
    }
    return try number.map { try handover($0, in: database) }
  }

  private func checkSignable(_ handover: Handover, in database: Database) throws {
    switch handover.state {
    case .draft: break
    case .signed: throw StoreRefusal.handoverAlreadySigned(handover.number)
    case .withdrawn(let newer): throw StoreRefusal.handoverWithdrawn(handover.number, by: newer)
    }
    for bag in handover.bags {
      if case .superseded(let plan) = try runStatus(bag.run, in: database) {
        throw StoreRefusal.runSuperseded(bag.run, by: plan)
      }
    }
  }

  private func actor(of handover: Handover) -> String {
    if case .organisation(let name) = handover.giver { name } else { officeName }
  }

  /// Whole bags move between office and organisation in one event; a courier's move run by run, and
  /// what a post numbers card by card.
  private func events(of handover: Handover, items: [CardID: PostItem]) -> [EventDraft] {
    func event(_ cards: [CardID], run: RunID? = nil) -> EventDraft {
      EventDraft(
        kind: .handedOver, cards: cards, giver: handover.giver, taker: handover.taker,
        actor: actor(of: handover), run: run, document: handover.number.description,
        item: cards.count == 1 ? items[cards[0]] : nil, provenance: .paper)
    }
    switch handover.kind {
    case .toOrganisation: return [event(handover.cards)]
    case .toCourier: return handover.bags.map { event($0.cards, run: $0.run) }
    case .outsideRuns where items.isEmpty: return [event(handover.cardsOutsideRuns)]
    case .outsideRuns: return handover.cardsOutsideRuns.map { event([$0]) }
    }
  }
}

extension EventDraft {
  /// The same event without the cards that were not there; nothing if none was.
  fileprivate func only(_ present: Set<CardID>) -> EventDraft? {
    var event = self
    event.cards = cards.filter(present.contains)
    return event.cards.isEmpty ? nil : event
  }
}

extension Holder {
  fileprivate var takesCardsOutsideRuns: Bool {
    switch self {
    case .organisation, .villageOffice: true
    default: false
    }
  }
}

// How a document comes about.
extension Store {
  private func bag(
    for run: RunID, kind: Handover.Kind, in database: Database
  ) throws -> Handover.Bag {
    if case .superseded(let plan) = try runStatus(run, in: database) {
      throw StoreRefusal.runSuperseded(run, by: plan)
    }
    if let earlier = try signedHandover(kind, of: run, in: database) {
      throw StoreRefusal.runAlreadyHandedOut(run, document: earlier.number)
    }
    let planned = try self.run(run, in: database)
    let statuses: Set<CardCustody.Status> =
      switch kind {
      case .toOrganisation: [.atOffice]
      case .toCourier: [.atOffice, .withOrganisation]
      case .outsideRuns: []
      }
    let cards = try planned.cards.filter { card in
      statuses.contains(try custody(of: card, in: database).status)
    }
    guard !cards.isEmpty else { throw StoreRefusal.handoverWithoutCards(run) }
    let courier = try courier(planned.courier, in: database)
    return Handover.Bag(
      run: run, courier: courier.id, courierName: courier.name,
      organisation: courier.organisation, cards: cards.sorted())
  }

  private func taker(of bag: Handover.Bag, kind: Handover.Kind) -> Holder {
    kind == .toCourier ? .courier(bag.courier) : .organisation(bag.organisation)
  }

  /// The organisation gives what it has or is to get under another document; the office the rest.
  private func giver(
    of run: RunID, kind: Handover.Kind, in database: Database
  ) throws -> Holder {
    guard kind == .toCourier else { return .office }
    let query = """
      SELECT taker FROM handover JOIN handover_run ON handover = number
      WHERE run = ? AND kind = ? AND withdrawn_by IS NULL
      """
    let organisation: Holder? = try database.first(
      query, [run, Handover.Kind.toOrganisation]
    ) { try $0.read("taker") }
    return organisation ?? .office
  }

  private func nextNumber(
    on date: CalendarDate, in database: Database
  ) throws -> HandoverDocumentNumber {
    let last = try Int.fetchOne(
      database, sql: "SELECT max(serial) FROM handover WHERE date = ?", arguments: [date])
    let number = HandoverDocumentNumber(regency: regency, date: date, serial: (last ?? 0) + 1)
    guard let number else { throw UnreadableColumn(name: "handover.serial") }
    return number
  }

  private func draft(
    _ kind: Handover.Kind, from giver: Holder, to taker: Holder, bags: [Handover.Bag],
    cardsOutsideRuns: [CardID], now: Instant, in database: Database
  ) throws -> Handover {
    let handover = Handover(
      number: try nextNumber(on: now.date(in: zone), in: database), kind: kind, giver: giver,
      taker: taker, createdAt: now, state: .draft, bags: bags,
      cardsOutsideRuns: cardsOutsideRuns, missing: [])
    try insert(handover, in: database)
    try withdrawDrafts(before: handover, in: database)
    return handover
  }

  private func insert(_ handover: Handover, in database: Database) throws {
    let number = handover.number
    try database.execute(
      sql: "INSERT INTO handover VALUES (?, ?, ?, ?, ?, ?, ?, NULL, NULL, ?)",
      arguments: [
        number, number.date, number.serial, handover.kind, handover.giver, handover.taker,
        handover.createdAt, seal(handover.sealedLines),
      ])
    let insertCard = try database.cachedStatement(
      sql: "INSERT INTO handover_card VALUES (?, ?, ?, FALSE)")
    for bag in handover.bags {
      try database.cachedStatement(sql: "INSERT INTO handover_run VALUES (?, ?, ?, ?, ?)")
        .execute(arguments: [number, bag.run, bag.courier, bag.courierName, bag.organisation])
      for card in bag.cards { try insertCard.execute(arguments: [number, card, bag.run]) }
    }
    for card in handover.cardsOutsideRuns {
      try insertCard.execute(arguments: [number, card, nil])
    }
  }

  private func withdrawDrafts(before handover: Handover, in database: Database) throws {
    try database.execute(
      sql: """
        UPDATE handover SET withdrawn_by = :number
        WHERE number <> :number AND kind = :kind AND signed_at IS NULL AND withdrawn_by IS NULL
          AND number IN (
            SELECT handover FROM handover_run WHERE run IN (
              SELECT run FROM handover_run WHERE handover = :number))
        """, arguments: ["number": handover.number, "kind": handover.kind])
  }

  private func bags(
    of number: HandoverDocumentNumber, in database: Database
  ) throws -> [Handover.Bag] {
    try database.all("SELECT * FROM handover_run WHERE handover = ?", [number]) { row in
      let run: RunID = try row.read("run")
      return Handover.Bag(
        run: run, courier: try row.read("courier"), courierName: try row.read("courier_name"),
        organisation: try row.read("organisation"),
        cards: try cards(of: number, where: "run = ?", [run], in: database))
    }.sorted { $0.run < $1.run }
  }

  fileprivate func cards(
    of number: HandoverDocumentNumber, where condition: String,
    _ arguments: StatementArguments = [], in database: Database
  ) throws -> [CardID] {
    let query = "SELECT card FROM handover_card WHERE handover = ? AND \(condition) ORDER BY card"
    return try database.all(query, [number] + arguments) { try $0.read("card") }
  }

  /// Who signed a document: their names are the personal content of the event that moved its cards.
  fileprivate func signers(
    of number: HandoverDocumentNumber, in database: Database
  ) throws -> (giver: String, taker: String) {
    let query = """
      SELECT * FROM entry
      WHERE document = ? AND kind = ? AND refusal IS NULL ORDER BY place LIMIT 1
      """
    let entry = try database.first(
      query, [number.description, Event.Kind.handedOver], LedgerEntry.init(row:))
    let detail = try entry.flatMap { try self.detail(of: $0, in: database) }
    return (detail?.note ?? "-", detail?.receiverName ?? "-")
  }
}

extension Handover {
  fileprivate init(row: Row, bags: [Bag], of store: Store, in database: Database) throws {
    let number: HandoverDocumentNumber = try row.read("number")
    self.init(
      number: number, kind: try row.read("kind"), giver: try row.read("giver"),
      taker: try row.read("taker"), createdAt: try row.read("created_at"),
      state: try State(row: row, number: number, of: store, in: database), bags: bags,
      cardsOutsideRuns: try store.cards(of: number, where: "run IS NULL", in: database),
      missing: try store.cards(of: number, where: "is_missing", in: database))
  }

  /// What both parties read before they sign.
  var sealedLines: [String] {
    let beginning = [
      "hantar-handover \(number) \(kind.rawValue) \(createdAt.milliseconds)",
      "from \(giver.code)", "to \(taker.code)",
    ]
    let bags = bags.map { bag in
      let names = "\(bag.courierName.debugDescription) \(bag.organisation.debugDescription)"
      return "bag \(bag.run) \(bag.courier) \(names) \(Self.list(bag.cards))"
    }
    return beginning + bags + ["outside runs \(Self.list(cardsOutsideRuns))"]
  }

  private static func list(_ cards: [CardID]) -> String {
    cards.map(\.description).joined(separator: " ")
  }
}

extension Handover.State {
  fileprivate init(
    row: Row, number: HandoverDocumentNumber, of store: Store, in database: Database
  ) throws {
    if let newer: HandoverDocumentNumber = try row.readIfPresent("withdrawn_by") {
      self = .withdrawn(by: newer)
    } else if let time: Instant = try row.readIfPresent("signed_at") {
      let signers = try store.signers(of: number, in: database)
      self = .signed(at: time, giver: signers.giver, taker: signers.taker)
    } else {
      self = .draft
    }
  }
}
