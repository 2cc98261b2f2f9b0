import Domain
import Geometry
import Simulation
import WhatIfReports

extension Fabricated {
  static func band(_ values: [Double], spread: Double = 0.1) -> Band {
    Band(
      mean: values, tenth: values.map { $0 * (1 - spread) }, median: values,
      ninetieth: values.map { $0 * (1 + spread) })
  }

  /// A queue that falls by so many cards a day, as long as blanks last.
  static func studied(
    _ scenario: Scenario, answers: [Answer: Estimate], perDay: Double = 200
  ) -> StudiedScenario {
    let days = 0..<scenario.dayCount
    let isWorking = days.map { scenario.firstDay.adding(days: $0).dayOfWeek < .saturday }
    let printed = days.map { isWorking[$0] && $0 < 57 || isWorking[$0] && $0 > 90 ? perDay : 0 }
    var left = 41_000.0
    let backlog = printed.map { today -> Double in
      left = max(0, left - today)
      return left
    }
    var stock = 8016.0
    let stocks = days.map { day -> Double in
      stock = max(0, stock - printed[day] + (day == 90 ? 20_000 : 0))
      return stock
    }
    return StudiedScenario(
      scenario: scenario, answers: answers,
      series: [
        .waitingToPrint: band(backlog), .stock: band(stocks), .printed: band(printed),
        .delivered: band(printed.map { $0 * 0.9 }),
        .ageMedian: band(days.map { 15 + Double($0) * 0.5 }),
        .ageNinetyFifth: band(days.map { 30 + Double($0) }),
        .arrivedWaitMedian: band(days.map { 20 + Double($0) * 0.5 }),
        .arrivedWaitNinetyFifth: band(days.map { 40 + Double($0) }),
      ],
      coverage: coverage(scenario), waits: waits,
      channels: [
        StudiedChannel(
          handedOver: 5000, delivered: 4321, returned: 300, calls: 6100, runs: 120,
          courierDays: 140, kilometres: 4200, cost: 52_000_000, failures: []),
        StudiedChannel(
          handedOver: 1200, delivered: 1000, returned: 90, calls: 0, runs: 0, courierDays: 0,
          kilometres: 0, cost: 1_500_000, failures: []),
      ],
      bottlenecks: [
        Bottleneck(cause: .printers, days: 0...56), Bottleneck(cause: .blanks, days: 57...90),
        Bottleneck(cause: .printers, days: 91...170), Bottleneck(cause: .couriers, days: 171...179),
      ], eventCount: 4_321_000)
  }

  static func coverage(_ scenario: Scenario) -> CoverageSeries {
    var coverage = CoverageSeries(
      dayCount: scenario.dayCount, kecamatanCount: scenario.kecamatan.count)
    for day in 0..<scenario.dayCount {
      for index in scenario.kecamatan.indices {
        let cell = day * scenario.kecamatan.count + index
        coverage.obliged[cell] = 10_000
        coverage.recorded[cell] = Int32(min(10_000, 8200 + index * 400 + day * 7))
        coverage.holders[cell] = Int32(min(10_000, 7000 + index * 300 + day * 12))
      }
    }
    return coverage
  }

  static var waits: WaitTable {
    var table = WaitTable(groups: [
      .everyone, .kecamatan(0), .kecamatan(1), .kind(.first), .kind(.lost), .sex(.male),
      .sex(.female),
    ])
    for index in table.groups.indices {
      for day in 1...60 { table.reached[index].add(days: day + index * 3, cards: 2000 - 30 * day) }
      table.waiting[index].add(days: 90, cards: 1000)
      table.withinPromise[index] = 20_000
    }
    return table
  }

  static let baseAnswers: [Answer: Estimate] = [
    .stockOutWorkingDay: sure(41), .stockOutDay: sure(57),
    .waitingToPrintAtEnd: estimate(12_345, 120, between: 12_000, and: 12_700),
    .waitNinetyFifthDays: estimate(63.4, 1.3, between: 60, and: 67),
    .withinPromisePercent: estimate(12.3, 0.8, between: 11, and: 14),
    .deliveredPercent: estimate(86.4, 0.4, between: 85, and: 88),
    .delivered: estimate(24_321, 80, between: 24_000, and: 24_600),
    .printed: estimate(28_655, 0, between: 28_655, and: 28_655),
    .costPerDelivered: estimate(12_345, 210, between: 12_000, and: 12_700),
    .cost: estimate(301_000_000, 4_000_000, between: 295_000_000, and: 306_000_000),
    .daysWithoutBlanks: sure(24),
  ]

  static func alternative(records: Bool = false) -> StudiedScenario {
    var changed = assumptions
    changed[2] = Assumption(
      path: "printing.printers", value: "3 printers", basis: .decided("what is asked"))
    var answers = baseAnswers
    answers[.stockOutWorkingDay] = sure(27)
    answers[.stockOutDay] = sure(37)
    answers[.printBacklogClearedDay] = estimate(150, 2, between: 145, and: 156)
    answers[.waitNinetyFifthDays] = estimate(51.2, 1.2, between: 49, and: 54)
    answers[.costPerDelivered] = estimate(12_400, 220, between: 12_000, and: 12_800)
    return studied(
      scenario(
        name: "pesawaran-2015+third-printer",
        title: Phrase(
          id: "Pesawaran 2015, pencetak ketiga", en: "Pesawaran 2015, a third printer"),
        assumptions: changed, records: records),
      answers: answers, perDay: 300)
  }

  static let comparison = Comparison(differences: [
    .stockOutWorkingDay: .init(estimate: sure(-14), isDistinguishable: true),
    .stockOutDay: .init(estimate: sure(-20), isDistinguishable: true),
    .waitNinetyFifthDays: .init(
      estimate: estimate(-12.2, 1.1, between: -14, and: -10), isDistinguishable: true),
    .costPerDelivered: .init(
      estimate: estimate(55, 160, between: -200, and: 310), isDistinguishable: false),
    .withinPromisePercent: .init(
      estimate: estimate(4.1, 0.9, between: 3, and: 5), isDistinguishable: true),
  ])

  static func study(records: Bool = false) -> Study {
    Study(
      seed: 7, runs: 200,
      base: studied(scenario(records: records), answers: baseAnswers),
      alternatives: [alternative(records: records)], comparisons: [comparison])
  }

  /// A base alone.
  static func loneStudy() -> Study {
    Study(seed: 7, runs: 200, base: studied(scenario(), answers: baseAnswers))
  }

  /// Two alternatives with long names.
  static func wideStudy() -> Study {
    var study = study()
    var second = study.alternatives[0]
    second.scenario.title = Phrase(
      id: "kantor kedua di Padang Cermin dengan satu pencetak dan dua operator",
      en: "a second office in Padang Cermin with one printer and two operators")
    study.alternatives.append(second)
    study.comparisons.append(comparison)
    return study
  }

  static let levers = [
    "delivery.satpol-pp.couriers": Phrase(id: "petugas antar", en: "couriers"),
    "blanks.monthly": Phrase(id: "blangko per bulan", en: "blanks a month"),
    "printing.printers": Phrase(id: "pencetak", en: "printers"),
  ]

  /// With everything asked that can be asked, where nobody is recorded.
  static func questions() -> Study {
    var study = study()
    let large = largeStudy()
    study.sweep = large.sweep
    study.marginalValues = large.marginalValues
    study.goal = large.goal
    return study
  }

  /// With a sweep, marginal values and a goal on top.
  static func largeStudy() -> Study {
    var study = study(records: true)
    study.sweep = sweep
    study.marginalValues = marginalValues
    study.goal = GoalSought(
      condition: "wait-95-days <= 14", lever: "delivery.satpol-pp.couriers", found: "12 couriers",
      tried: [
        ("8 couriers", estimate(20, 1, between: 19, and: 21), false),
        ("12 couriers", estimate(13, 1, between: 12, and: 14), true),
      ])
    return study
  }

  static var sweep: Sweep {
    let numbers = stride(from: 500.0, through: 8000, by: 500).map { $0 }
    return Sweep(
      lever: "blanks.monthly", values: numbers.map { "\(Int($0)) blanks" }, numbers: numbers,
      answers: numbers.map { number in
        [
          .waitNinetyFifthDays: estimate(
            max(14, 210 - number * 0.05), 4, between: 10, and: 220),
          .delivered: estimate(number * 5, 30, between: 10, and: 220),
        ]
      })
  }

  static var marginalValues: [MarginalValue] {
    func value(_ lever: String, _ step: String, days: Double, rupiah: Double, _ sure: Bool = true)
      -> MarginalValue
    {
      MarginalValue(
        lever: lever, step: step,
        comparison: Comparison(differences: [
          .waitNinetyFifthDays: .init(
            estimate: estimate(-days, 1, between: -days, and: -days), isDistinguishable: sure),
          .cost: .init(
            estimate: estimate(rupiah, 1000, between: rupiah, and: rupiah), isDistinguishable: true),
        ]))
    }
    return [
      value("printing.printers", "+1 printer", days: 12, rupiah: 24_000_000),
      value("blanks.monthly", "+500 blanks", days: 5, rupiah: 5_000_000),
      value("delivery.satpol-pp.couriers", "+1 courier", days: 0.4, rupiah: 9_000_000, false),
    ]
  }

  static func square(_ west: Double, _ south: Double, size: Double = 0.1) throws -> Shape {
    let corners = [(0, 0), (1, 0), (1, 1), (0, 1), (0, 0)].map { ($0.0 * size, $0.1 * size) }
    let ring = try Ring(
      corners.map { try Coordinate(latitude: south + $0.1, longitude: west + $0.0) })
    return try Shape(polygons: [Polygon(exterior: ring)])
  }

  static func context() throws -> WhatIfContext {
    var outlines: [RegionCode: Shape] = [:]
    for (index, kecamatan) in kecamatan.enumerated() {
      outlines[kecamatan.code] = try square(
        105 + Double(index % 2) * 0.1, -5.4 + Double(index / 2) * 0.1)
    }
    return WhatIfContext(
      programVersion: "1.2.3", writtenAt: "2026-11-22T10:00:00+07:00", scenarioHash: "ab12cd34",
      command: "hantar simulate pesawaran-2015 --vs third-printer", outlines: outlines,
      isSketch: true,
      runEstimateError: Phrase(
        id: "Lama rute ditaksir; terhadap perencana galatnya rata-rata 6 %.",
        en: "Run times are estimated; against the planner they are 6 % off on average."),
      levers: levers)
  }
}
