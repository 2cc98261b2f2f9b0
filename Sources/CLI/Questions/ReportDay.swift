import ArgumentParser
import Custody
import Domain
import Reports
import Storage

struct ReportDay: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "day",
    abstract: say(
      "Bagaimana keadaan hari itu: diterima, gagal, kembali, dan siapa belum pulang.",
      "How a day stands: delivered, failed, returned, and who is still out."),
    discussion: say(
      """
      Contoh:
        hantar report day --date 2017-07-27
        hantar report day --date 2017-07-27 --html laporan.html
      """,
      """
      Examples:
        hantar report day --date 2017-07-27
        hantar report day --date 2017-07-27 --html report.html
      """))

  @OptionGroup var options: WorkspaceOptions
  @OptionGroup var listing: ListingOptions

  @Option(
    help: ArgumentHelp(
      say("Hari (bawaan: hari ini).", "Day (default: today)."),
      valueName: "YYYY-MM-DD"))
  var date: CalendarDate?

  @Option(
    help: ArgumentHelp(say("Tulis juga halaman siap cetak.", "Also write a page to print.")),
    completion: .file())
  var html: String?

  func run() throws {
    let store = try options.openStore()
    let day = try date ?? currentInstant().date(in: store.zone)
    let gazetteer = try store.gazetteer()
    let record = try store.dayRecord(day)
    guard !record.runs.isEmpty else {
      throw Failure(
        .noInput, id: "tidak ada rute pada \(day); lihat `hantar run list`",
        en: "there are no runs on \(day); see `hantar run list`")
    }
    let report = DayReport(
      date: day, office: store.officeName(gazetteer),
      kecamatan: try counts(record, in: store),
      failures: Dictionary(
        record.failedByReason.map { ($0.reason, $0.cards) }, uniquingKeysWith: +),
      couriersOut: try couriersOut(record, in: store))
    if let html { try Files.write(report.html(in: language), to: html) }
    if listing.json {
      print(json(report, record, zone: store.zone).text(indented: true))
      return
    }
    print(
      report.text(in: language, width: Terminal.width, colour: Terminal.usesColour),
      terminator: "")
    if !record.reviews.isEmpty {
      print(
        say(
          "\(say(record.reviews.count)) catatan menunggu keputusan (`hantar review list`):",
          "\(counted(record.reviews.count, "event")) up for a decision (`hantar review list`):"))
      for review in record.reviews {
        print("- \(review.place) \(review.entry.event.id): " + review.reason.text(in: language))
      }
    }
  }

  /// What became of each kecamatan's cards, told by where they are now.
  private func counts(_ record: DayRecord, in store: Store) throws -> [DayCounts] {
    var tallies: [RegionCode: Tally] = [:]
    for line in record.runs {
      for stop in try store.run(line.run).stops {
        guard let kecamatan = stop.desa.kecamatan else { continue }
        for card in stop.cards {
          tallies[kecamatan, default: Tally()]
            .count(try store.custody(of: card), of: line.courier, isHandedOut: line.handedOut > 0)
        }
      }
    }
    let leftOut = try store.latestPlan(on: record.date)?.leftOut ?? []
    for card in try store.cardsOnRecord(leftOut.map(\.card), .now(for: .planning)) {
      guard let kecamatan = card.resident.address.desa.kecamatan else { continue }
      tallies[kecamatan, default: Tally()].leftOut += 1
    }
    return try store.gazetteer().kecamatan.compactMap { region in
      try tallies[region.code]?.counts(named: region.name)
    }
  }

  private func couriersOut(_ record: DayRecord, in store: Store) throws -> [CourierOut] {
    let couriers = try store.couriersByID()
    return try record.runs.filter { $0.stillOut > 0 }.map { line in
      CourierOut(
        courier: line.courier, name: try couriers.require(line.courier).name, run: line.run,
        cardsInBag: line.stillOut, due: try store.run(line.run).returns)
    }
  }

  private func json(
    _ report: DayReport, _ record: DayRecord, zone: TimeZoneOffset
  ) -> JSONText {
    [
      "date": .describing(report.date),
      "kecamatan": .array(
        report.kecamatan.map { counts in
          [
            "name": .string(counts.name), "planned": .integer(counts.planned),
            "waiting": .integer(counts.waiting), "out": .integer(counts.out),
            "delivered": .integer(counts.delivered), "failed": .integer(counts.failed),
            "held": .integer(counts.held), "returned": .integer(counts.returned),
            "leftOut": .integer(counts.leftOut),
          ]
        }),
      "failures": .array(
        record.failedByReason.map {
          ["reason": .string($0.reason.rawValue), "cards": .integer($0.cards)]
        }),
      "deliveredTo": .array(
        record.deliveredByRecipient.map {
          ["recipient": .string($0.recipient.rawValue), "cards": .integer($0.cards)]
        }),
      "runsOut": .array(report.couriersOut.map { .describing($0.run) }),
      "lateSyncs": .array(record.lateSyncs.map(JSONText.describing)),
      "reviews": .array(record.reviews.map { $0.json(zone: zone) }),
    ]
  }
}

/// Counts of one kecamatan while they are being made.
private struct Tally {
  var planned = 0
  var out = 0
  var delivered = 0
  var failed = 0
  var held = 0
  var returned = 0
  var leftOut = 0

  mutating func count(_ custody: CardCustody, of courier: CourierID, isHandedOut: Bool) {
    planned += 1
    switch custody.status {
    case .delivered: delivered += 1
    case .held: held += 1
    case .outForDelivery where custody.holder == .courier(courier): out += 1
    case .attemptFailed where custody.holder == .courier(courier): failed += 1
    // Back in the safe, or already on its way again with somebody else.
    default: returned += isHandedOut ? 1 : 0
    }
  }

  func counts(named name: String) throws -> DayCounts {
    try DayCounts(
      name: name, planned: planned, out: out, delivered: delivered, failed: failed, held: held,
      returned: returned, leftOut: leftOut)
  }
}
