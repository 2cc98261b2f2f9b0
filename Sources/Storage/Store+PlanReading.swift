import Domain
import GRDB

extension Store {
  func run(_ id: RunID, in database: Database) throws -> Run {
    let run = try database.first("SELECT * FROM run WHERE id = ?", [id]) { row in
      try Run(
        row: row, stops: try stops(of: id, in: database),
        crossings: try crossings(of: id, in: database))
    }
    guard let run else { throw StoreRefusal.unknownRun(id) }
    return run
  }

  func plan(_ id: PlanID, in database: Database) throws -> Plan {
    let plan = try database.first("SELECT * FROM plan WHERE id = ?", [id]) { row in
      let seed: Int64 = try row.read("seed")
      return Plan(
        id: id, date: try row.read("date"), seed: UInt64(bitPattern: seed),
        runs: try runs(of: id, in: database), leftOut: try leftOut(of: id, in: database))
    }
    guard let plan else { throw StoreRefusal.unknownPlan(id) }
    return plan
  }

  func runs(of plan: PlanID, in database: Database) throws -> [Run] {
    try database.all("SELECT * FROM run WHERE plan = ? ORDER BY place", [plan]) { row in
      let id: RunID = try row.read("id")
      return try Run(
        row: row, stops: try stops(of: id, in: database),
        crossings: try crossings(of: id, in: database))
    }
  }

  private func stops(of run: RunID, in database: Database) throws -> [Stop] {
    var cards: [Int: [CardID]] = [:]
    let cardsByStop = "SELECT stop, card FROM run_card WHERE run = ? ORDER BY stop, card"
    for (stop, card): (Int, CardID) in try database.all(
      cardsByStop, [run], { (try $0.read("stop"), try $0.read("card")) })
    {
      cards[stop, default: []].append(card)
    }
    return try database.all("SELECT * FROM stop WHERE run = ? ORDER BY number", [run]) { row in
      let number: Int = try row.read("number")
      return Stop(
        number: number, location: try row.readLocation(), desa: try row.read("desa"),
        arrives: try row.read("arrives"), starts: try row.read("starts"),
        departs: try row.read("departs"), cards: cards[number] ?? [])
    }
  }

  private func crossings(of run: RunID, in database: Database) throws -> [Crossing] {
    try database.all("SELECT * FROM crossing WHERE run = ? ORDER BY place", [run]) { row in
      Crossing(
        route: try row.read("route"), boat: try row.read("boat"),
        from: Sailing.Pier(
          name: try row.read("from_pier"), coordinate: try row.readCoordinate(prefix: "from_")),
        to: Sailing.Pier(
          name: try row.read("to_pier"), coordinate: try row.readCoordinate(prefix: "to_")),
        departs: try row.read("departs"), arrives: try row.read("arrives"),
        beforeStop: try row.read("before_stop"), daysLater: try row.read("days_later"),
        note: try row.readIfPresent("note"))
    }
  }

  private func leftOut(of plan: PlanID, in database: Database) throws -> [LeftOutCard] {
    try database.all("SELECT * FROM left_out WHERE plan = ? ORDER BY card", [plan]) { row in
      let card: CardID = try row.read("card")
      return LeftOutCard(
        card: card, refusals: try refusals(of: card, in: plan, from: database),
        remedy: Phrase(
          id: try row.read("remedy_indonesian"), en: try row.read("remedy_english")))
    }
  }

  private func refusals(
    of card: CardID, in plan: PlanID, from database: Database
  ) throws -> [CourierRefusal] {
    let query = "SELECT * FROM left_out_refusal WHERE plan = ? AND card = ? ORDER BY courier"
    return try database.all(query, [plan, card]) { row in
      CourierRefusal(courier: try row.read("courier"), reason: try row.read("reason"))
    }
  }
}

extension Run {
  fileprivate init(row: Row, stops: [Stop], crossings: [Crossing]) throws {
    let milliseconds: Int64 = try row.read("travel_milliseconds")
    self.init(
      id: try row.read("id"), courier: try row.read("courier"),
      kecamatan: try row.readIfPresent("kecamatan"), leaves: try row.read("leaves"),
      returns: try row.read("returns"), restStarts: try row.readIfPresent("rest_starts"),
      travel: .milliseconds(milliseconds), distance: try row.read("distance_metres"), stops: stops,
      crossings: crossings)
  }
}
