import Custody
import Domain
import Geometry
import Storage

/// One stop as a courier reads it, and the commands that come next.
struct StopText {
  let stop: PocketStop
  /// The number of the last stop of the run.
  let last: Int
  let status: PocketStatus

  var lines: [String] {
    let info = stop.stop
    var lines = [
      say("Alamat \(info.number) dari \(last)", "Stop \(info.number) of \(last)")
        + "  ·  \(info.arrives)  ·  "
        + say(
          "\(status.delivered) diterima, \(status.failed) gagal, \(status.untouched) lagi",
          "\(status.delivered) delivered, \(status.failed) failed, \(status.untouched) to go"),
      info.addressLine,
    ]
    if let landmark = info.landmark {
      lines.append(say("Patokan: ", "Landmark: ") + landmark)
    }
    if let place = info.place {
      lines.append(
        say("Titik: ", "Place: ") + place.coordinate.description
          + " (±\(place.uncertaintyMetres) m)")
    }
    lines.append("")
    for card in stop.cards { lines += cardLines(card) }
    return lines + [""] + hints
  }

  private func cardLines(_ card: PocketStop.Card) -> [String] {
    let mark =
      switch card.status {
      case .outForDelivery: "[ ]"
      case .delivered, .held: "[x]"
      default: "[-]"
      }
    var lines = [
      "\(mark) \(card.card.id)  \(card.card.residentName)",
      "    NIK \(card.card.maskedNIK)  \(card.card.request.phrase.text(in: language))",
    ]
    if card.needsOldCard, card.isInBag {
      lines.append(
        "    " + say("! ambil KTP lama sebagai tukaran", "! take the old card in exchange"))
    }
    if let failure = card.lastFailure {
      lines.append("    " + failure.phrase.text(in: language))
    }
    return lines
  }

  private var hints: [String] {
    let oldCard =
      stop.cards.contains { $0.needsOldCard && $0.isInBag } ? " --proof old-card" : ""
    return [
      say("Serahkan: ", "Deliver:  ")
        + "hantar courier deliver --to self --proof signature" + oldCard,
      say("Gagal:    ", "Fail:     ") + "hantar courier fail --reason NOT_HOME",
    ]
  }
}
