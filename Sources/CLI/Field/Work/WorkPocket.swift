import Custody
import Domain
import Reports
import Storage

/// The pocket behind the screen: what there is to show, and where records go.
struct WorkPocket {
  let pocket: Pocket
  let run: PocketRun
  let positionFile: PositionFile?

  func surroundings() throws -> WorkScreen.Surroundings {
    WorkScreen.Surroundings(
      run: run.id, date: run.date, zone: run.zone, now: try currentInstant(),
      officeTime: try pocket.checkpoint()?.time, unsent: try pocket.unsentCount(),
      position: positionFile?.position(),
      farMetres: run.policy.farMetres)
  }

  /// Carries out a request and tells the screen how it went.
  ///
  /// A refusal stays on the screen.
  func carryOut(_ request: WorkRequest, _ state: inout WorkState) throws {
    let clock = try currentClockReading()
    switch request {
    case .record(let outcome, let cards, let scanned, let exchanging):
      let recorded = try unlessRefused(&state) {
        try record(outcome, cards, scanned, exchanging, clock)
      }
      guard let recorded else { return }
      state.recorded(
        notice(of: recorded, outcome), doors: try pocket.doors(of: run.id, clock: clock))
    case .reportFee(let rupiah, let cards):
      let recorded = try unlessRefused(&state) {
        try pocket.reportFee(
          rupiah: rupiah, cards: cards, run: run.id, detail: detail(), clock: clock)
      }
      if recorded != nil { state.read(FeeGuard.courierLines) }
    case .suspend, .redraw, .leave: break
    }
  }

  private func unlessRefused(
    _ state: inout WorkState, _ record: () throws -> Recorded
  ) throws -> Recorded? {
    do { return try record() } catch {
      guard let failure = Failure(explaining: error) else { throw error }
      state.refused(failure.phrase.text(in: language))
      return nil
    }
  }

  private func record(
    _ outcome: DoorOutcome, _ cards: [CardID], _ scanned: Set<CardID>,
    _ exchanging: Set<CardID>, _ clock: ClockReading
  ) throws -> Recorded {
    let provenance = scanned.count == cards.count ? Event.Provenance.scan : .typed
    var detail = detail()
    switch outcome {
    case .delivered(let recipient, let proof, let receiver, let pin):
      detail.receiverName = receiver
      detail.pin = pin
      var proofs = [Proof(kind: proof)]
      if !exchanging.isEmpty { proofs.append(Proof(kind: .oldCard)) }
      if scanned.count == cards.count { proofs.append(Proof(kind: .scan)) }
      return try pocket.deliver(
        cards, to: recipient, proofs: proofs, oldCardsTaken: exchanging.sorted(), detail: detail,
        clock: clock, provenance: provenance)
    case .failed(let reason):
      return try pocket.fail(
        cards, reason: reason, detail: detail, clock: clock, provenance: provenance)
    case .triedAgain:
      return try pocket.reattempt(cards, clock: clock, provenance: provenance)
    case .held(let desa):
      return try pocket.hold(
        cards, at: desa, detail: detail, clock: clock, provenance: provenance)
    }
  }

  private func detail() -> DetailDraft {
    let position = positionFile?.position()
    return DetailDraft(
      position: position?.coordinate, accuracyMetres: position?.accuracyMetres)
  }

  private func notice(of recorded: Recorded, _ outcome: DoorOutcome) -> String {
    let cards = recorded.event.cards
    let what =
      cards.count == 1
      ? cards[0].description : say("\(cards.count) kartu", counted(cards.count, "card"))
    let number = say("Catatan", "Event") + " \(recorded.event.id.sequence)"
    return recorded.isNew
      ? "\(number): \(what) \(outcome.phrase.text(in: language))"
      : "\(number): " + say("sudah tercatat", "already recorded") + " (\(what))"
  }
}
