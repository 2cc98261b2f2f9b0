import Domain
import Reports
import Testing

@Suite struct CoverageTableTests {
  static func row(_ code: String, _ name: String, _ holders: Int, _ obliged: Int) throws
    -> CoverageTable.Row
  {
    CoverageTable.Row(
      region: try known(RegionCode(code)), name: name, holders: holders, obliged: obliged)
  }

  @Test func kecamatanStandBeforeTheirDesaAndAreSummedOnce() throws {
    let table = CoverageTable(rows: [
      try Self.row("18.09.02", "Punduh Pidada", 20_011, 24_010),
      try Self.row("18.09.01.2001", "Bagelen", 3102, 3800),
      try Self.row("18.09.01", "Gedong Tataan", 81_200, 83_010),
    ])
    #expect(
      table.text(in: .indonesian) == """
        Kode           Wilayah        memegang KTP-el  wajib KTP  cakupan  zona
        ─────────────  ─────────────  ───────────────  ─────────  ───────  ──────
        18.09.01       Gedong Tataan           81.200     83.010   97,8 %  kuning
        18.09.01.2001    Bagelen                3.102      3.800   81,6 %  merah
        18.09.02       Punduh Pidada           20.011     24.010   83,3 %  merah
        ─────────────  ─────────────  ───────────────  ─────────  ───────  ──────
                       Jumlah                 101.211    107.020   94,6 %  kuning

        Zona: merah di bawah 85,0 %, hijau mulai 98,0 %, kuning di antaranya. \
        Sumber: daftar intervensi Dukcapil 2019 (<85 %), sasaran 98 %.

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
