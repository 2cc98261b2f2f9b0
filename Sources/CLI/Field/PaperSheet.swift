import Custody
import Domain
import Intake
import Storage

/// A filled-in run sheet on its way into a pocket: every row becomes an event marked as paper.
struct PaperSheet {
  struct Result {
    var recorded = 0
    /// Rows that had been typed in before.
    var known = 0
    var refusals: [(OutcomeRow, Phrase)] = []
  }

  let pocket: Pocket
  /// The run whose day the times are of.
  let run: PocketRun
  let clock: ClockReading

  /// Records the rows in the order in which things happened.
  func record(_ rows: [OutcomeRow]) throws -> Result {
    let known = try typedBefore()
    var result = Result()
    for row in rows.sorted(by: { ($0.time, $0.row) < ($1.time, $1.row) }) {
      let time = Instant(run.date, at: row.time, in: run.zone)
      guard !known.contains(Typed(card: row.card, time: time, kind: row.kind)) else {
        result.known += 1
        continue
      }
      do {
        if try record(row, at: time).isNew { result.recorded += 1 } else { result.known += 1 }
      } catch let refusal as CustodyRefusal {
        result.refusals.append((row, refusal.phrase))
      } catch let refusal as PocketRefusal {
        result.refusals.append((row, refusal.phrase))
      }
    }
    return result
  }

  private func record(_ row: OutcomeRow, at time: Instant) throws -> Recorded {
    switch row.outcome {
    case .delivered(let recipient, let proofs):
      try pocket.deliver(
        [row.card], to: recipient, proofs: proofs.map { Proof(kind: $0) },
        oldCardsTaken: proofs.contains(.oldCard) ? [row.card] : [], at: time, clock: clock,
        provenance: .paper)
    case .failed(let reason):
      try pocket.fail([row.card], reason: reason, at: time, clock: clock, provenance: .paper)
    }
  }

  /// One card's outcome at one moment.
  private struct Typed: Hashable {
    let card: CardID
    let time: Instant
    let kind: Event.Kind
  }

  /// What the pocket knows already, so that typing in a sheet twice counts nothing twice.
  private func typedBefore() throws -> Set<Typed> {
    Set(
      try pocket.events().flatMap { event in
        event.cards.map { Typed(card: $0, time: event.time, kind: event.kind) }
      })
  }
}

extension OutcomeRow {
  fileprivate var kind: Event.Kind {
    switch outcome {
    case .delivered: .delivered
    case .failed: .failed
    }
  }
}
