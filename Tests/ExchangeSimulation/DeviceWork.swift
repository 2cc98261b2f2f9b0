internal import Custody
internal import Domain
internal import Storage

/// One thing that a courier does with a device, drawn at random.
struct DeviceWork: CustomStringConvertible {
  private enum Verb: CaseIterable {
    case deliver, deliverAgain, fail, reattempt, hold, scanOut, returnAll, reportFee, withdraw
  }

  let cards: [CardID]
  let faults: [Fault]
  private let verb: Verb
  private let run: RunID
  private let desa: RegionCode
  private let detail: DetailDraft
  private let takesOldCard: Bool
  private let reason: FailureReason
  /// The places of the cards among all of the day.
  private let places: [Int]

  init(
    on device: Int, of template: DayTemplate, oldDesa desa: RegionCode,
    using random: inout some RandomNumberGenerator
  ) {
    self.desa = desa
    run = template.run(of: device)
    let verbs: [Verb] = [.deliver, .deliver, .deliver, .deliver, .fail, .fail] + Verb.allCases
    verb = verbs.randomElement(using: &random) ?? .deliver
    let bag = template.bag(of: device)
    let stop = Int.random(in: 0..<4, using: &random) * 2
    let isPair = Bool.random(using: &random)
    let whole =
      verb == .scanOut ? bag.filter { _ in Int.random(in: 0..<8, using: &random) > 0 } : []
    cards = verb == .scanOut ? whole : Array(bag[stop..<stop + (isPair ? 2 : 1)])
    places = cards.compactMap { template.cards.firstIndex(of: $0) }
    takesOldCard = Int.random(in: 0..<8, using: &random) > 0
    reason = FailureReason.allCases.randomElement(using: &random) ?? .notHome
    var faults: [Fault] = []
    var detail = DetailDraft()
    if Bool.random(using: &random) {
      let isFar = Int.random(in: 0..<5, using: &random) == 0
      detail.position = try? SampleOffice.door((places.first ?? 0) / 2 + (isFar ? 150 : 0))
      detail.accuracyMetres = 12
      if isFar { faults.append(.farFromDoor) }
    }
    if cards.count == 1, Bool.random(using: &random) {
      let isWrong = Int.random(in: 0..<4, using: &random) == 0
      detail.pin = isWrong ? "000001" : template.pins[cards[0]]
      if isWrong { faults.append(.wrongPIN) }
    }
    self.detail = detail
    self.faults = verb == .deliver || verb == .deliverAgain ? faults : []
  }

  var isDelivery: Bool { verb == .deliver || verb == .deliverAgain }

  var description: String { "\(verb) \(places)" }

  func perform(in pocket: Pocket, clock: ClockReading) throws {
    switch verb {
    case .deliver, .deliverAgain:
      try pocket.deliver(
        cards, to: .own, proofs: [Proof(kind: .signature)],
        oldCardsTaken: takesOldCard ? cards.filter { isReplacement($0) } : [], detail: detail,
        clock: clock)
    case .fail: try pocket.fail(cards, reason: reason, clock: clock)
    case .reattempt: try pocket.reattempt(cards, clock: clock)
    case .hold: try pocket.hold(cards, at: desa, clock: clock)
    case .scanOut: _ = try pocket.scanOut(run, scanned: cards, clock: clock)
    case .returnAll: try pocket.returnAll(run, clock: clock)
    case .reportFee: try pocket.reportFee(rupiah: 50_000, run: run, clock: clock)
    case .withdraw: try pocket.withdraw(cards, clock: clock)
    }
  }

  private func isReplacement(_ card: CardID) -> Bool {
    zip(cards, places).contains { $0.0 == card && $0.1.isMultiple(of: 3) }
  }
}
