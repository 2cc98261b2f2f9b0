import Foundation
import Testing

/// January 2019 in Kota Bandar Lampung: 1,081 cards in 19 kecamatan and 50 officers, on the real
/// boundaries.
@Suite struct Campaign2019Tests {
  private static let boundaries = Program.repository.deletingLastPathComponent()
    .appending(path: "shared/data/maps/boundaries/18.71_bandar-lampung_kelurahan.geojson")
    .path(percentEncoded: false)

  private static let counts = Program.repository
    .appending(path: "scenarios/bandar-lampung-2019/cards-per-kecamatan.csv")
    .path(percentEncoded: false)

  @Test(
    .enabled(
      if: FileManager.default.fileExists(atPath: boundaries),
      "needs the real boundaries in ../shared/data/maps"))
  func allCardsAreSampledPlannedConfirmedAndAuditedOnTheRealMap() throws {
    var program = try Program()
    defer { program.remove() }
    program.now = "2019-01-03T16:00:00+07:00"
    try Regency.copy(to: program)
    let imported = try program.run("import", "boundaries", "-C", "office", Self.boundaries)
    #expect(imported.output.contains("126 boundaries replace the sketch"), "\(imported)")

    try program.succeed(
      "sample", "cards", "-C", "office", "--per-kecamatan", Self.counts, "--seed", "2019",
      "--printed-until", "2019-01-02", "--out", "cards.csv")
    try program.succeed("import", "cards", "-C", "office", "cards.csv")
    let coverage = try program.json("coverage", "-C", "office")
    let cards = Dictionary(
      uniqueKeysWithValues: coverage.compactMap { row in
        (row["name"] as? String).flatMap { name in (row["cards"] as? Int).map { (name, $0) } }
      })
    #expect(cards.values.reduce(0, +) == 1081)
    #expect(cards["Kemiling"] == 114)
    #expect(cards["Telukbetung Barat"] == 24)
    #expect(cards["Tanjungkarang Timur"] == 0)

    try program.succeed(
      "sample", "couriers", "-C", "office", "--count", "50", "--out", "couriers.csv")
    try program.succeed("import", "couriers", "-C", "office", "couriers.csv")
    try program.plan("2019-01-04")
    try program.succeed("check", "-C", "office", "2019-01-04-1")
    try program.handOut("2019-01-04")
    let runs = try program.runs("2019-01-04")
    for run in runs { try program.deliver(run, on: "2019-01-04") }

    program.now = "2019-01-04T18:00:00+07:00"
    let synced = try program.run(["sync", "-C", "office"] + runs.map { "\($0).bundle" })
    #expect(synced.status == 0, "\(synced)")
    let totals = try program.cardCounts()
    #expect(totals["out"] == 0)
    #expect(try #require(totals["delivered"]) > 700)
    #expect(try program.succeed("audit", "verify", "-C", "office").contains("Nothing was found"))
  }
}
