public import Custody
public import Domain
public import Storage

extension SampleOffice {
  /// Takes in the cards of persons `numbers` and returns them in that order.
  ///
  /// - Parameter replaces: Whether a person's card comes in exchange for an old one.
  public static func importCards(
    _ numbers: Range<Int>, into store: Store, replaces: (Int) -> Bool = { _ in false }
  ) throws -> [CardID] {
    let people = try numbers.map { number in
      try newCard(number, request: replaces(number) ? .damaged : .first)
    }
    _ = try store.importCards(
      people, sourceDigest: Fingerprint(sha256Of: []), now: morning)
    let access = try Access(by: "Simulasi", for: .planning, at: morning)
    return try people.map { person in
      guard let found = try store.searchCards(nik: person.resident.nik, access).first else {
        throw SimulationError.badSample
      }
      return found.card.id
    }
  }

  /// Plans one run for each courier, two cards to a door, and has every bag signed for.
  ///
  /// - Returns: The runs, in the order of the couriers.
  @discardableResult
  public static func handOut(
    _ bags: [(courier: String, cards: [CardID])], from store: Store, now: Instant
  ) throws -> [RunID] {
    let plan = try plan(
      try bags.map { bag in
        guard let courier = CourierID(bag.courier) else { throw SimulationError.badSample }
        let doors = stride(from: 0, to: bag.cards.count, by: 2).map { first in
          Array(bag.cards[first..<min(first + 2, bag.cards.count)])
        }
        return (courier, doors)
      }, id: try store.nextPlanID(on: today))
    try store.savePlan(plan, now: morning)
    for run in plan.runs {
      for kind in [Handover.Kind.toOrganisation, .toCourier] {
        let draft = try store.createHandover(kind, runs: [run.id], now: now)
        _ = try store.signHandover(draft.number, giver: "Rina", taker: "Joko", now: now)
      }
    }
    return plan.runs.map(\.id)
  }

  /// Puts the runs on the devices that they are for.
  public static func giveRuns(
    _ runs: [RunID], to pockets: [Pocket], from store: Store, clock: ClockReading
  ) throws {
    let access = try Access(by: "Simulasi", for: .delivery, at: clock.wall)
    for file in try runs.flatMap({ try store.runBundleFiles($0, access) }) {
      for pocket in pockets where pocket.device == file.device {
        try pocket.take(file.bytes, clock: clock)
      }
    }
  }
}
