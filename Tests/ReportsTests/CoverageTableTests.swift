import Domain
import Reports
import Testing

@Suite struct CoverageTableTests {
  /// A region whose cards are delivered or still at the office.
  static func row(_ code: String, _ name: String, _ delivered: Int, of cards: Int) throws
    -> CoverageTable.Row
  {
    CoverageTable.Row(
      region: try known(RegionCode(code)), name: name, cards: cards,
      atOffice: cards - delivered - 3, needsClerk: 1, out: 2, held: 0, delivered: delivered)
  }

  @Test func kecamatanStandBeforeTheirDesaAndAreSummedOnce() throws {
    let table = CoverageTable(rows: [
      try Self.row("18.09.02", "Punduh Pidada", 20_011, of: 24_010),
      try Self.row("18.09.01.2001", "Bagelen", 3102, of: 3800),
      try Self.row("18.09.01", "Gedong Tataan", 81_900, of: 83_010),
    ])
    #expect(
      table.text(in: .english) == """
        Region           cards  at office  needs clerk  on the way  held  delivered       %  zone
        ─────────────  ───────  ─────────  ───────────  ──────────  ────  ─────────  ──────  ──────
        Gedong Tataan   83,010      1,107            1           2     0     81,900  98.7 %  green
          Bagelen        3,800        695            1           2     0      3,102  81.6 %  red
        Punduh Pidada   24,010      3,996            1           2     0     20,011  83.3 %  red
        ─────────────  ───────  ─────────  ───────────  ──────────  ────  ─────────  ──────  ──────
        Total          107,020      5,103            2           4     0    101,911  95.2 %  yellow

        Zones: red below 85.0 %, green from 98.0 %, yellow between. \
        Source: Dukcapil intervention list of 2019 (<85 %), target 98 %.

        """)
  }

  @Test(arguments: [
    (849, Zone.red), (850, .yellow), (979, .yellow), (980, .green), (1000, .green), (1020, .green),
  ])
  func aZoneStartsAtItsBorder(holders: Int, zone: Zone) {
    #expect(ZoneThresholds.usual.zone(of: holders, obliged: 1000) == zone)
  }

  /// 380,249 of 412,048 is 92.28 %: green by the rule of Pesawaran 2018, yellow by the usual one.
  @Test func anotherOfficesThresholdsGiveAnotherZoneAndNameTheirSource() throws {
    let own = try ZoneThresholds(
      yellowFromPermille: 850, greenFromPermille: 920,
      source: Phrase(id: "Pesawaran 2018", en: "Pesawaran 2018"))
    #expect(own.zone(of: 380_249, obliged: 412_048) == .green)
    #expect(ZoneThresholds.usual.zone(of: 380_249, obliged: 412_048) == .yellow)
    #expect(
      own.text(in: .english)
        == "Zones: red below 85.0 %, green from 92.0 %, yellow between. Source: Pesawaran 2018.")
  }

  @Test func aRegionWhereNobodyMustHoldACardHasNoZone() {
    #expect(ZoneThresholds.usual.zone(of: 0, obliged: 0) == nil)
  }

  @Test(arguments: [(0, 980), (980, 980), (990, 980), (850, 1001)])
  func bordersOutOfOrderAreRefused(yellow: Int, green: Int) {
    #expect(throws: ZoneThresholdsError.outOfOrder(yellow: yellow, green: green)) {
      try ZoneThresholds(
        yellowFromPermille: yellow, greenFromPermille: green, source: Phrase(id: "", en: ""))
    }
  }
}
