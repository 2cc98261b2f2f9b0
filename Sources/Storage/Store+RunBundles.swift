public import Custody
public import Domain
import GRDB

/// A file for one device.
public struct DeviceFile: Hashable, Sendable {
  public let device: DeviceID
  public let bytes: [UInt8]
}

extension Store {
  /// What the devices of the courier take along for a run, one file for each active device.
  ///
  /// - Throws: ``StoreRefusal/runNotHandedOut(_:)`` until the courier has signed for the cards,
  ///   ``StoreRefusal/courierWithoutDevice(_:)`` if no device of the courier may record.
  public func runBundleFiles(_ id: RunID, _ access: Access) throws -> [DeviceFile] {
    try commit(now: access.time) { database, books in
      let run = try run(id, in: database)
      guard let handover = try signedHandover(.toCourier, of: id, in: database),
        let bag = handover.bags.first(where: { $0.run == id })
      else { throw StoreRefusal.runNotHandedOut(id) }
      let devices = try database.all(
        "SELECT * FROM device WHERE courier = ? AND revocation IS NULL ORDER BY id",
        [run.courier], KnownDevice.init(row:))
      guard !devices.isEmpty else { throw StoreRefusal.courierWithoutDevice(run.courier) }
      let stops = try stops(
        of: run, with: Set(bag.cards).subtracting(handover.missing), in: database)
      try books.journal.append(
        access, verb: "runBundleFiles", cards: stops.flatMap(\.cards).map(\.id))
      return try devices.map { device in
        let bundle = RunBundle(
          note: try note(to: device, now: access.time, in: database, books), run: id,
          date: id.plan.date, zone: zone, courier: run.courier,
          device: device.registration.device, issued: access.time, expires: run.expiry(in: zone),
          document: handover.number, policy: policy, stops: stops)
        return DeviceFile(
          device: bundle.device,
          bytes: try bundle.fileBytes(
            signedWith: keys.signing, to: device.registration.boxKey))
      }
    }
  }

  /// The office's answer to a device: what it has of the device's events and what it thinks of them.
  ///
  /// - Throws: ``StoreRefusal/unknownDevice(_:)`` if it was never enrolled.
  public func acknowledgement(for id: DeviceID, now: Instant) throws -> [UInt8] {
    try commit(now: now) { database, books in
      guard let device = try knownDevice(id, in: database) else {
        throw StoreRefusal.unknownDevice(id)
      }
      let refusals = try database.all(
        """
        SELECT sequence, refusal FROM entry WHERE device = ? AND refusal IS NOT NULL
        ORDER BY sequence DESC, place LIMIT ?
        """, [id, Self.largestRefusalCount]
      ) { row in
        Acknowledgement.Refusal(sequence: try row.read("sequence"), code: try row.read("refusal"))
      }
      let answer = Acknowledgement(
        note: try note(to: device, now: now, in: database, books), device: id, head: device.head,
        refusals: refusals.reversed(), isRevoked: device.isRevoked)
      return try answer.fileBytes(signedWith: keys.signing, to: device.registration.boxKey)
    }
  }

  /// A device is told of so many of its newest refused events at most.
  private static let largestRefusalCount = 500

  private func stops(
    of run: Run, with inBag: Set<CardID>, in database: Database
  ) throws -> [RunBundle.Stop] {
    try run.stops.compactMap { stop in
      let cards = try stop.cards.filter(inBag.contains).map { try card($0, in: database) }
      return try cards.first.map { card in
        try bundleStop(stop, address: card.resident.address, cards: cards, in: database)
      }
    }
  }

  private func bundleStop(
    _ stop: Stop, address: Address, cards: [Card], in database: Database
  ) throws -> RunBundle.Stop {
    let names: [String] = try database.all(
      "SELECT name FROM region WHERE code IN (?, ?) ORDER BY code DESC",
      [address.desa, address.desa.kecamatan]
    ) { try $0.read("name") }
    return RunBundle.Stop(
      number: stop.number, addressLine: ([address.line] + names).joined(separator: ", "),
      landmark: address.landmark, desa: address.desa, arrives: stop.arrives,
      place: RunBundle.Place(stop.location),
      cards: cards.map { card in
        RunBundle.Card(
          id: card.id, residentName: card.resident.name, nik: card.resident.nik,
          request: card.request)
      })
  }
}

extension Run {
  /// The end of the day after the last day of the run.
  fileprivate func expiry(in zone: TimeZoneOffset) -> Instant {
    let longest = crossings.map(\.daysLater).max() ?? 0
    return Instant(id.plan.date.adding(days: longest + 2), at: .midnight, in: zone)
  }
}
