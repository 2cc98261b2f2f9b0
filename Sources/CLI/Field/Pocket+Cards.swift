import Custody
import Domain
import Storage

extension Pocket {
  /// Every door of every run whose names and addresses are shown, in order of date and stop.
  func readableStops(clock: ClockReading) throws -> [PocketStop] {
    try runs(clock: clock).filter(\.isReadable).flatMap { try stops(of: $0.id, clock: clock) }
  }

  /// Of cards that are handed over together, those against which an old card was taken: the ones
  /// that replace one, or all where none is known to.
  func exchanged(for cards: [CardID], clock: ClockReading) throws -> [CardID] {
    let replacing = Set(
      try readableStops(clock: clock).flatMap(\.cards).map(\.card)
        .filter(\.surrendersOldCard).map(\.id))
    let exchanged = cards.filter(replacing.contains)
    return exchanged.isEmpty ? cards : exchanged
  }

  /// The kelurahan or desa in which all of `cards` have their address.
  ///
  /// - Throws: ``Failure`` if there is no such, or more than one.
  func desa(of cards: [CardID], clock: ClockReading) throws -> RegionCode {
    let desa = Set(
      try readableStops(clock: clock)
        .filter { stop in stop.cards.contains { cards.contains($0.card.id) } }
        .map(\.stop.desa))
    guard let only = desa.first, desa.count == 1 else {
      throw Failure(
        .badInput, id: "kantor kelurahan/desa mana? sebutkan dengan --at 18.71.01.1003",
        en: "the office of which desa? name it with --at 18.71.01.1003")
    }
    return only
  }

  /// The doors of a run as the screen shows them.
  func doors(of run: RunID, clock: ClockReading) throws -> [Door] {
    try stops(of: run, clock: clock).filter { !$0.cards.isEmpty }.map(Door.init)
  }
}

extension Door {
  fileprivate init(_ stop: PocketStop) {
    self.init(
      number: stop.stop.number, addressLine: stop.stop.addressLine, landmark: stop.stop.landmark,
      desa: stop.stop.desa, arrives: stop.stop.arrives, place: stop.stop.place,
      cards: stop.cards.map { card in
        DoorCard(
          id: card.card.id, residentName: card.card.residentName,
          maskedNIK: card.card.maskedNIK, request: card.card.request,
          needsOldCard: card.needsOldCard, status: card.status, lastFailure: card.lastFailure)
      })
  }
}
