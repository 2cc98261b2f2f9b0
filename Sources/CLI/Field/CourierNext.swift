import ArgumentParser
import Custody
import Domain
import Geometry
import Storage

struct CourierNext: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "next",
    abstract: say("Alamat berikut yang belum dicatat.", "The next stop not yet recorded."),
    discussion: say("Contoh:\n  hantar courier next", "Example:\n  hantar courier next"))

  @OptionGroup var options: PocketOptions

  @Flag(
    help: ArgumentHelp(
      say("Hanya nomor kartu yang belum dicatat.", "Only the ids of cards not yet recorded.")))
  var ids = false

  func run() throws {
    let pocket = try options.open()
    guard let next = try pocket.nextStop() else {
      if !ids {
        print(
          say(
            "Semua alamat sudah dicatat. Akhiri dengan `hantar courier return`, lalu "
              + "`hantar courier bundle`.",
            "Every stop is recorded. Finish with `hantar courier return`, then "
              + "`hantar courier bundle`."))
      }
      return
    }
    if ids {
      for card in next.cards where card.status == .outForDelivery { print(card.card.id) }
      return
    }
    for line in StopScreen(stop: next, pocket: pocket, status: try pocket.status()).lines {
      print(line)
    }
  }
}

/// One stop as a courier reads it on a small screen.
struct StopScreen {
  let stop: PocketStop
  let pocket: Pocket
  let status: PocketStatus

  var lines: [String] {
    let info = stop.stop
    let last = pocket.runBundle.stops.map(\.number).max() ?? info.number
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
    if card.card.surrendersOldCard {
      lines.append(
        "    " + say("! ambil KTP lama sebagai tukaran", "! take the old card in exchange"))
    }
    if let failure = card.lastFailure {
      lines.append("    " + failure.phrase.text(in: language))
    }
    return lines
  }

  private var hints: [String] {
    let oldCard = stop.cards.contains { $0.card.surrendersOldCard } ? " --proof old-card" : ""
    return [
      say("Serahkan: ", "Deliver:  ")
        + "hantar courier deliver --to self --proof signature" + oldCard,
      say("Gagal:    ", "Fail:     ") + "hantar courier fail --reason NOT_HOME",
    ]
  }
}
