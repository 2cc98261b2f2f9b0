import Custody
public import Domain

/// Invents how a run went, for drills: most cards reach someone, some do not.
///
/// One attempt in five fails, for reasons in the mix that carriers report; those at home take
/// everything that is at their door. Source: `domain.md` figures of Indonesian parcel carriers.
public struct SampleOutcomes {
  private let failurePerMille: Int

  public init(failurePerMille: Int = 200) { self.failurePerMille = failurePerMille }

  /// A filled-in run sheet for `run` (columns: ``OutcomeColumn``): the same seed, the same sheet.
  public func rows(of run: Run, cards: [CardID: Card], seed: UInt64) -> [OutcomeRow] {
    var random = SplitMix64(seed: seed ^ UInt64(bitPattern: Int64(run.id.number)) &* 0x9E37_79B9)
    var rows: [OutcomeRow] = []
    for stop in run.stops {
      let failure = failure(using: &random)
      for id in stop.cards {
        let outcome: OutcomeRow.Outcome =
          if let failure {
            .failed(failure)
          } else {
            delivery(of: cards[id], using: &random)
          }
        rows.append(
          OutcomeRow(row: rows.count + 2, card: id, time: stop.departs, outcome: outcome))
      }
    }
    return rows
  }

  private func failure(using random: inout SplitMix64) -> FailureReason? {
    guard Int(random.next() % 1000) < failurePerMille else { return nil }
    switch random.next() % 100 {
    case ..<60: return .notHome
    case ..<72: return .addressNotFound
    case ..<80: return .addressIncomplete
    case ..<92: return .moved
    case ..<96: return .refused
    case ..<97: return .deceased
    case ..<99: return .noTime
    default: return .damaged
    }
  }

  private func delivery(
    of card: Card?, using random: inout SplitMix64
  ) -> OutcomeRow.Outcome {
    if card?.request.surrendersOldCard == true {
      guard random.next() % 100 >= 5 else { return .failed(.oldCardMissing) }
      return .delivered(to: .own, proofs: [.signature, .oldCard])
    }
    let isFamily = random.next() % 100 < 35
    let isThumb = random.next() % 100 < 6
    return .delivered(to: isFamily ? .family : .own, proofs: [isThumb ? .thumb : .signature])
  }
}

extension OutcomeRow {
  /// The row as ``OutcomeImport`` reads it.
  public var fields: [String] {
    switch outcome {
    case .delivered(let recipient, let proofs):
      [
        card.description, "delivered", time.description, recipient.rawValue, "",
        proofs.map(\.rawValue).joined(separator: "|"),
      ]
    case .failed(let reason):
      [card.description, "failed", time.description, "", reason.rawValue, ""]
    }
  }
}
