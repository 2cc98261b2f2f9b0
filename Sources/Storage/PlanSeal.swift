import Custody
import Domain
import Geometry

/// A seal over everything a stored plan says, made with the key of the ledger.
///
/// Plans are not events, so the log does not cover them; the seal shows that no card, stop or
/// reason was taken out of one or put in.
struct PlanSeal {
  let value: Fingerprint

  init(_ plan: Plan, of store: Store) {
    value = store.seal(["hantar-plan"] + Self.lines(plan))
  }

  private static func lines(_ plan: Plan) -> [String] {
    ["plan \(plan.id) \(plan.date) \(plan.seed)"]
      + plan.runs.flatMap(lines)
      + plan.leftOut.flatMap { card in
        [
          "left out \(card.card) \(card.remedy.indonesian.debugDescription)"
            + " \(card.remedy.english.debugDescription)"
        ]
          + card.refusals.map { "refusal \($0.courier) \($0.reason.rawValue)" }
      }
  }

  private static func lines(_ run: Run) -> [String] {
    let region = run.kecamatan?.description ?? "-"
    let rest = run.restStarts.map { "\($0.seconds)" } ?? "-"
    return [
      "run \(run.id) \(run.courier) \(region) \(run.leaves.seconds) \(run.returns.seconds) \(rest)"
        + " \(run.travel.wholeMilliseconds) \(run.distance.value)"
    ]
      + run.stops.map { stop in
        let place = stop.location
        let times = [stop.arrives, stop.starts, stop.departs].map { "\($0.seconds)" }
        return
          ([
            "stop", "\(stop.number)", "\(place.coordinate.latitudeE7)",
            "\(place.coordinate.longitudeE7)", place.source.rawValue, "\(place.uncertainty.value)",
            "\(stop.desa)",
          ] + times + stop.cards.map(\.description)).joined(separator: " ")
      }
      + run.crossings.map(line)
  }

  private static func line(_ crossing: Crossing) -> String {
    let piers = [crossing.from, crossing.to].map { pier in
      "\(pier.name.debugDescription) \(pier.coordinate.latitudeE7) \(pier.coordinate.longitudeE7)"
    }
    let numbers = [
      "\(crossing.departs.seconds)", "\(crossing.arrives.seconds)", "\(crossing.beforeStop)",
      "\(crossing.daysLater)",
    ]
    return
      (["crossing", crossing.route.debugDescription, crossing.boat.rawValue] + piers + numbers
      + [crossing.note?.debugDescription ?? "-"]).joined(separator: " ")
  }
}

extension Store {
  /// A seal that only this office can make, over lines of text that say in the first what they are.
  func seal(_ lines: [String]) -> Fingerprint {
    // The first byte is neither `{` nor one of a hash, so that no seal stands for anything else.
    let text = ([workspaceID] + lines).joined(separator: "\n")
    return keys.ledgerKey.seal(Fingerprint(sha256Of: Array("hantar-seal \(text)".utf8)))
  }
}

extension Duration {
  /// Whole milliseconds, the rest cut off: the grain in which the store keeps durations.
  var wholeMilliseconds: Int64 {
    let (seconds, attoseconds) = components
    return seconds * 1000 + attoseconds / 1_000_000_000_000_000
  }
}
