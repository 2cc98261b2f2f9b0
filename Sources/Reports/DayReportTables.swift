internal import Custody
internal import Domain

/// The parts of a day's report, the same for terminal and page.
struct DayReportTables {
  let report: DayReport
  let language: Language

  var title: String { say(id: "Laporan harian", en: "Day report") }

  var everyoneBack: String {
    say(id: "Semua petugas sudah kembali.", en: "Every courier is back.")
  }

  /// Of the cards planned for the day, the share that reached the resident; and of those tried.
  var serviceRate: String {
    let planned = report.kecamatan.reduce(0) { $0 + $1.planned }
    let delivered = report.kecamatan.reduce(0) { $0 + $1.delivered }
    let tried = report.kecamatan.reduce(0) { $0 + $1.planned - $1.waiting - $1.out }
    let ofPlanned = language.percentage(delivered, of: planned)
    let ofTried = language.percentage(delivered, of: tried)
    return say(
      id: "Tingkat layanan: \(ofPlanned) dari yang direncanakan, \(ofTried) dari yang dicoba.",
      en: "Service rate: \(ofPlanned) of the planned, \(ofTried) of those tried.")
  }

  var counts: TextTable {
    let columns = [
      say(id: "rencana", en: "planned"), say(id: "menunggu", en: "waiting"),
      say(id: "di jalan", en: "out"), say(id: "diterima", en: "delivered"),
      say(id: "gagal", en: "failed"), say(id: "dititip", en: "held"),
      say(id: "kembali", en: "returned"), say(id: "tak muat", en: "left out"),
    ]
    let sums = report.kecamatan.map(Self.values).reduce(
      into: Array(repeating: 0, count: columns.count)
    ) { sums, values in
      for (index, value) in values.enumerated() { sums[index] += value }
    }
    return TextTable(
      columns: [.init("Kecamatan")] + columns.map { .number($0) },
      rows: report.kecamatan.map { [TextTable.Cell($0.name)] + cells(Self.values($0)) },
      totals: [TextTable.Cell(say(id: "Jumlah", en: "Total"))] + cells(sums))
  }

  /// Reasons from the most to the least frequent; nothing where no attempt failed.
  var failures: TextTable? {
    let counted = FailureReason.allCases.map { (reason: $0, count: report.failures[$0] ?? 0) }
      .filter { $0.count > 0 }
    guard !counted.isEmpty else { return nil }
    let order = counted.indices.sorted {
      (-counted[$0].count, $0) < (-counted[$1].count, $1)
    }
    let sum = counted.reduce(0) { $0 + $1.count }
    return TextTable(
      columns: [
        .init(say(id: "Alasan gagal", en: "Reason for failure")),
        .number(say(id: "percobaan", en: "attempts")), .number(say(id: "bagian", en: "share")),
      ],
      rows: order.map { index in
        let (reason, count) = counted[index]
        return [
          reason.phrase.text(in: language), language.figure(count),
          language.percentage(count, of: sum),
        ]
      },
      totals: [say(id: "Jumlah", en: "Total"), language.figure(sum), ""])
  }

  var couriersOut: TextTable? {
    guard !report.couriersOut.isEmpty else { return nil }
    return TextTable(
      columns: [
        .init(say(id: "Petugas yang belum kembali", en: "Courier still out")),
        .identifier(say(id: "No. petugas", en: "Badge")), .identifier(say(id: "Rute", en: "Run")),
        .number(say(id: "kartu di tas", en: "cards in bag")),
        .number(say(id: "rencana kembali", en: "due back")),
      ],
      rows: report.couriersOut.map { out in
        [
          out.name, out.courier.description, out.run.description,
          language.figure(out.cardsInBag), out.due.description,
        ]
      })
  }

  private static func values(_ counts: DayCounts) -> [Int] {
    [
      counts.planned, counts.waiting, counts.out, counts.delivered, counts.failed, counts.held,
      counts.returned, counts.leftOut,
    ]
  }

  /// Delivered cards are good news; failed and left-out ones ask for attention.
  private func cells(_ values: [Int]) -> [TextTable.Cell] {
    let tones: [TextTable.Cell.Tone] = [
      .plain, .plain, .plain, .good, .bad, .plain, .plain, .warning,
    ]
    return zip(values, tones).map { value, tone in
      TextTable.Cell(language.figure(value), tone: value == 0 ? .faint : tone)
    }
  }

  private func say(id: String, en: String) -> String { Phrase(id: id, en: en).text(in: language) }
}
