public import Custody
public import Domain
import GRDB

extension Store {
  /// What the courier's device takes along for a run: the cards handed over, with addresses.
  ///
  /// - Throws: ``StoreRefusal/runNotHandedOut(_:)`` until the courier has signed for the cards.
  public func runBundle(_ id: RunID, now: Instant) throws -> RunBundle {
    try file.read { database in
      let run = try run(id, in: database)
      guard let handover = try signedHandover(.toCourier, of: id, in: database),
        let bag = handover.bags.first(where: { $0.run == id })
      else { throw StoreRefusal.runNotHandedOut(id) }
      let inBag = Set(bag.cards)
      return RunBundle(
        workspaceID: workspaceID, run: id, date: id.plan.date, zone: zone, courier: run.courier,
        device: Self.device(of: id), issued: now, document: handover.number,
        stops: try run.stops.compactMap { stop in
          let cards = try cards(stop.cards.filter(inBag.contains), in: database)
          return try cards.first.map { card in
            try bundleStop(stop, address: card.resident.address, cards: cards, in: database)
          }
        })
    }
  }

  /// The same as a file that the office has signed.
  public func runBundleFile(_ run: RunID, now: Instant) throws -> [UInt8] {
    try runBundle(run, now: now).fileBytes(signedWith: keys.signing)
  }

  /// The name of the one device that may speak for a run.
  static func device(of run: RunID) -> String { "pocket-\(run)" }

  private func bundleStop(
    _ stop: Stop, address: Address, cards: [Card], in database: Database
  ) throws -> RunBundle.Stop {
    let names: [String] = try database.all(
      "SELECT name FROM region WHERE code IN (?, ?) ORDER BY code DESC",
      [address.desa, address.desa.kecamatan]
    ) { try $0.read("name") }
    return RunBundle.Stop(
      number: stop.number, addressLine: ([address.line] + names).joined(separator: ", "),
      landmark: address.landmark, arrives: stop.arrives, place: RunBundle.Place(stop.location),
      cards: cards.map { card in
        RunBundle.Card(
          id: card.id, residentName: card.resident.name, nik: card.resident.nik,
          request: card.request)
      })
  }
}
