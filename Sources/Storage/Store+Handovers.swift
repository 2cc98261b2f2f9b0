public import Custody
public import Domain
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
      let takers = Set(try bags.map { try taker(of: $0, kind: kind, in: database) })
      guard let taker = takers.first, takers.count == 1 else {
        throw StoreRefusal.handoverToSeveral(takers.sorted { $0.code < $1.code })
      }
      let giver = try giver(of: first.run, kind: kind, in: database)
      let handover = Handover(
        number: try nextNumber(on: now.date(in: zone), in: database), kind: kind, giver: giver,
        taker: taker, createdAt: now, state: .draft, bags: bags)
      try insert(handover, in: database)
      try withdrawDrafts(before: handover, in: database)
      return handover
    }
  }

  /// Records that both parties signed: custody of exactly the cards on the document moves.
  ///
  /// - Parameter giver: The name of the person who handed over.
  /// - Parameter taker: The name of the person who took the cards.
  /// - Throws: ``StoreRefusal`` if the document is signed, withdrawn or lists a superseded run;
  ///   `CustodyRefusal` if a card is not where the document says.
  public func signHandover(
    _ number: HandoverDocumentNumber, giver: String, taker: String, now: Instant
  ) throws -> Handover {
    guard !giver.isEmpty, !taker.isEmpty else { throw StoreRefusal.signerMissing }
    return try commit { database in
      let draft = try handover(number, in: database)
      try checkSignable(draft, in: database)
      try database.execute(
        sql: """
          UPDATE handover SET signed_at = ?, giver_signer = ?, taker_signer = ? WHERE number = ?
          """, arguments: [now, giver, taker, number])
      var writer = try LedgerWriter(database, of: self, now: now)
      _ = try append(events(of: draft), with: &writer, now: now, in: database)
      return (try handover(number, in: database), writer.head)
    }
  }

  /// - Throws: ``StoreRefusal/unknownHandover(_:)`` if there is none.
  public func handover(_ number: HandoverDocumentNumber) throws -> Handover {
    try file.read { try handover(number, in: $0) }
  }

  /// The documents that list a run planned for a day, in order of number.
  public func handovers(forRunsOn date: CalendarDate) throws -> [Handover] {
    try file.read { database in
      let query = """
        SELECT * FROM handover WHERE number IN (
          SELECT handover FROM handover_run JOIN run ON run.id = run JOIN plan ON plan.id = plan
          WHERE plan.date = ?)
        ORDER BY date, serial
        """
      return try database.all(query, [date]) { row in
        try Handover(row: row, bags: try bags(of: try row.read("number"), in: database))
      }
    }
  }

  func handover(_ number: HandoverDocumentNumber, in database: Database) throws -> Handover {
    let handover = try database.first("SELECT * FROM handover WHERE number = ?", [number]) { row in
      try Handover(row: row, bags: try bags(of: number, in: database))
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

  /// Whole bags move between office and organisation in one event; a courier's move run by run.
  private func events(of handover: Handover) -> [EventDraft] {
    let actor = if case .organisation(let name) = handover.giver { name } else { officeName }
    func event(_ cards: [CardID], run: RunID?) -> EventDraft {
      EventDraft(
        kind: .handedOver, cards: cards, giver: handover.giver, taker: handover.taker,
        actor: actor, run: run, document: handover.number, provenance: .paper)
    }
    switch handover.kind {
    case .toOrganisation: return [event(handover.bags.flatMap(\.cards), run: nil)]
    case .toCourier: return handover.bags.map { event($0.cards, run: $0.run) }
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
      }
    let cards = try planned.cards.filter { card in
      statuses.contains(try custody(of: card, in: database).status)
    }
    guard !cards.isEmpty else { throw StoreRefusal.handoverWithoutCards(run) }
    return Handover.Bag(run: run, courier: planned.courier, cards: cards.sorted())
  }

  private func taker(
    of bag: Handover.Bag, kind: Handover.Kind, in database: Database
  ) throws -> Holder {
    switch kind {
    case .toOrganisation: .organisation(try courier(bag.courier, in: database).organisation)
    case .toCourier: .courier(bag.courier)
    }
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

  private func insert(_ handover: Handover, in database: Database) throws {
    let number = handover.number
    try database.execute(
      sql: "INSERT INTO handover VALUES (?, ?, ?, ?, ?, ?, ?, NULL, NULL, NULL, NULL)",
      arguments: [
        number, number.date, number.serial, handover.kind, handover.giver, handover.taker,
        handover.createdAt,
      ])
    for bag in handover.bags {
      try database.cachedStatement(sql: "INSERT INTO handover_run VALUES (?, ?)")
        .execute(arguments: [number, bag.run])
      let insertCard = try database.cachedStatement(
        sql: "INSERT INTO handover_card VALUES (?, ?, ?)")
      for card in bag.cards { try insertCard.execute(arguments: [number, bag.run, card]) }
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
    let query = """
      SELECT run, courier FROM handover_run JOIN run ON run.id = run WHERE handover = ?
      """
    return try database.all(query, [number]) { row in
      let run: RunID = try row.read("run")
      let cards: [CardID] = try database.all(
        "SELECT card FROM handover_card WHERE handover = ? AND run = ? ORDER BY card",
        [number, run]
      ) { try $0.read("card") }
      return Handover.Bag(run: run, courier: try row.read("courier"), cards: cards)
    }.sorted { $0.run < $1.run }
  }
}

extension Handover {
  fileprivate init(row: Row, bags: [Bag]) throws {
    self.init(
      number: try row.read("number"), kind: try row.read("kind"), giver: try row.read("giver"),
      taker: try row.read("taker"), createdAt: try row.read("created_at"),
      state: try State(row: row), bags: bags)
  }
}

extension Handover.State {
  fileprivate init(row: Row) throws {
    if let newer: HandoverDocumentNumber = try row.readIfPresent("withdrawn_by") {
      self = .withdrawn(by: newer)
    } else if let time: Instant = try row.readIfPresent("signed_at") {
      self = .signed(
        at: time, giver: try row.read("giver_signer"), taker: try row.read("taker_signer"))
    } else {
      self = .draft
    }
  }
}
