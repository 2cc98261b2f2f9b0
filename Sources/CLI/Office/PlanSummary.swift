import Domain
import Geometry
import Reports

/// What a dispatcher wants to know of a fresh plan: a line per kecamatan, and what stays behind.
struct PlanSummary {
  let plan: Plan
  let gazetteer: Gazetteer
  let supersededRuns: Int

  func print(_ options: ListingOptions) {
    if options.json {
      Swift.print(json.text(indented: true))
      return
    }
    Swift.print(
      say(
        "Rencana \(plan.id) untuk \(plan.date.text(in: language)) (benih \(plan.seed))",
        "Plan \(plan.id) for \(plan.date.text(in: language)) (seed \(plan.seed))"))
    Swift.print(
      table.text(width: Terminal.width, colour: Terminal.usesColour), terminator: "")
    if supersededRuns > 0 {
      Swift.print(
        say(
          "\(supersededRuns) rute rencana sebelumnya digantikan.",
          "\(supersededRuns) runs of earlier plans were replaced."))
    }
    if !plan.leftOut.isEmpty {
      Swift.print(
        say(
          "\(say(plan.leftOut.count)) kartu tidak muat; alasannya: "
            + "hantar plan --date \(plan.date) --left-out",
          "\(say(plan.leftOut.count)) cards do not fit; the reasons: "
            + "hantar plan --date \(plan.date) --left-out"))
      if plan.leftOut.contains(where: \.waitsForAnotherKecamatan) {
        Swift.print(
          say(
            "Petugas yang selesai lebih awal bisa membantu kecamatan lain: --cross-kecamatan",
            "Couriers who finish early could help in other kecamatan: --cross-kecamatan"))
      }
    }
  }

  /// Runs by kecamatan in order of code; those that cross borders last, under nothing.
  private var groups: [(kecamatan: RegionCode?, runs: [Run])] {
    let codes = gazetteer.kecamatan.map { Optional($0.code) } + [nil]
    return codes.map { code in (code, plan.runs.filter { $0.kecamatan == code }) }
      .filter { !$0.runs.isEmpty }
  }

  private var table: TextTable {
    TextTable(
      columns: [
        TextTable.Column(say("Kecamatan", "Kecamatan")),
        .number(say("Rute", "Runs")), .number(say("Alamat", "Stops")),
        .number(say("Kartu", "Cards")), .number("km"), .number(say("Jam kerja", "Work hours")),
        .number(say("Pulang terakhir", "Last return")),
      ],
      rows: groups.map { group in
        row(
          group.kecamatan.map(gazetteer.name) ?? say("lintas kecamatan", "across kecamatan"),
          group.runs)
      },
      totals: row(say("Jumlah", "Total"), plan.runs))
  }

  private func row(_ name: String, _ runs: [Run]) -> [String] {
    let kilometres = runs.reduce(0) { $0 + $1.distance.value } / 1000
    let seconds = runs.reduce(0) { $0 + Int($1.returns.seconds - $1.leaves.seconds) }
    return [
      name, say(runs.count), say(runs.reduce(0) { $0 + $1.stops.count }),
      say(runs.reduce(0) { $0 + $1.cardCount }), say(Int(kilometres.rounded())),
      say((seconds + 1800) / 3600), runs.map(\.returns).max().map(\.description) ?? "",
    ]
  }

  private var json: JSONText {
    [
      "plan": .describing(plan.id), "date": .describing(plan.date),
      "seed": .string(String(plan.seed)), "cards": .integer(plan.cardCount),
      "stops": .integer(plan.stopCount), "runs": .array(plan.runs.map(\.summaryJSON)),
      "leftOut": .integer(plan.leftOut.count), "supersededRuns": .integer(supersededRuns),
    ]
  }
}

/// The cards of a plan that are in no run, and why.
struct LeftOutListing {
  let cards: [LeftOutCard]

  var listing: Listing {
    Listing(
      table: TextTable(
        columns: [
          .identifier(say("Kartu", "Card")), TextTable.Column(say("Alasan", "Reasons")),
          TextTable.Column(say("Yang akan membantu", "What would help")),
        ],
        rows: cards.map { card in
          [card.card.description, Self.reasons(card), card.remedy.text(in: language)]
        }),
      items: cards.map { card in
        [
          "card": .describing(card.card),
          "reasons": .array(
            card.refusals.map {
              ["courier": .describing($0.courier), "reason": .string($0.reason.rawValue)]
            }),
          "remedy": .string(card.remedy.text(in: language)),
        ]
      },
      emptyNote: say("Semua kartu ada dalam rute.", "Every card is in a run."))
  }

  /// Couriers that share a reason stand together: `the shift is too short: SP-001, SP-002`.
  static func reasons(_ card: LeftOutCard) -> String {
    LeftOutReason.allCases.compactMap { reason in
      let couriers = card.refusals.filter { $0.reason == reason }.map(\.courier.description)
      guard !couriers.isEmpty else { return nil }
      return reason.phrase.text(in: language) + ": " + couriers.joined(separator: ", ")
    }
    .joined(separator: "; ")
  }
}

extension LeftOutCard {
  /// Whether some courier could have taken the card but was sent to another kecamatan.
  fileprivate var waitsForAnotherKecamatan: Bool { refusals.contains { $0.reason == .area } }
}

extension Run {
  /// The run without its stops.
  var summaryJSON: JSONText {
    [
      "run": .describing(id), "courier": .describing(courier),
      "kecamatan": .optional(kecamatan, JSONText.describing), "stops": .integer(stops.count),
      "cards": .integer(cardCount), "leaves": .describing(leaves),
      "returns": .describing(returns), "metres": .integer(Int(distance.value.rounded())),
      "travelSeconds": .integer(Int(travel.components.seconds)),
    ]
  }
}
