import Domain
import Simulation
import Testing
import WhatIfReports

@Suite struct ConclusionTests {
  private static let indonesian = [
    "Blangko habis pada hari kerja ke-41 (Senin, 16 Maret 2015).",
    "Antrean cetak tidak habis sampai akhir periode (Jumat, 17 Juli 2015); 12.345 ± 120 kartu masih "
      + "menunggu dicetak.",
    "Dari kartu yang diterima penduduk, 95 % menunggu paling lama 63 ± 1 hari sejak siap cetak.",
    "Janji 14 hari ditepati untuk 12,3 ± 0,8 % kartu.",
    "Pencetak ketiga: blangko habis 14 hari kerja lebih awal; antrean cetak habis sekitar hari "
      + "ke-150 (Rabu, 17 Juni 2015; 8 dari 10 simulasi: hari ke-145 sampai ke-156), sedangkan pada "
      + "keadaan dasar tidak pernah; waktu tunggu P95 12 hari lebih singkat (95 %: 11 sampai 13); "
      + "biaya per kartu yang diterima tidak berbeda nyata.",
    "Sasaran “waktu tunggu P95 paling lama 14 hari” tercapai mulai petugas antar = 12.",
    "Blangko per bulan dari 500 sampai 8.000: waktu tunggu P95 berubah dari 185 hari menjadi 14 "
      + "hari; sembilan persepuluhnya sudah dicapai pada 4.000, setelah itu kurvanya mendatar.",
    "Penambahan yang paling berpengaruh: +1 pencetak; waktu tunggu P95 12 hari lebih singkat (95 %: "
      + "11 sampai 13). Hari termurah: +500 blangko per bulan, Rp1,0 juta per hari yang dihemat.",
  ]

  private static let english = [
    "Blanks run out on working day 41 (Monday, 16 March 2015).",
    "The print queue is not cleared by the end of the period (Friday, 17 July 2015); 12,345 ± 120 "
      + "cards still wait to be printed.",
    "Of the cards that reach their resident, 95 % wait at most 63 ± 1 days from print ready.",
    "The promise of 14 days is kept for 12.3 ± 0.8 % of the cards.",
    "A third printer: blanks run out 14 working days earlier; the print queue is cleared around day "
      + "150 (Wednesday, 17 June 2015; 8 of 10 runs: day 145 to 156), which it never does in the "
      + "base; the P95 wait is 12 days shorter (95 %: 11 to 13); the cost per delivered card does "
      + "not differ distinguishably.",
    "The goal “the P95 wait at most 14 days” is first met with couriers = 12.",
    "Blanks a month from 500 to 8,000: the P95 wait goes from 185 days to 14 days; nine tenths of "
      + "that is reached at 4,000, after which the curve flattens.",
    "The step that buys most: +1 printer; the P95 wait is 12 days shorter (95 %: 11 to 13). The "
      + "cheapest day: +500 blanks, at Rp1.0 million for each day saved.",
  ]

  @Test func aStudyIsAnsweredInIndonesian() {
    let conclusion = WhatIfConclusion(
      Fabricated.questions(), in: .indonesian, levers: Fabricated.levers)
    #expect(conclusion.sentences == Self.indonesian)
  }

  @Test func aStudyIsAnsweredInEnglish() {
    let conclusion = WhatIfConclusion(
      Fabricated.questions(), in: .english, levers: Fabricated.levers)
    #expect(conclusion.sentences == Self.english)
  }

  @Test func leversWithoutTitlesAreNamedAsFilesNameThem() {
    let conclusion = WhatIfConclusion(Fabricated.questions(), in: .english)
    #expect(
      conclusion.findings[0]
        == "The goal “the P95 wait at most 14 days” is first met with delivery.satpol-pp.couriers = "
        + "12 couriers.")
  }

  struct Happening: CustomTestStringConvertible {
    let estimate: Estimate?
    let indonesian: String
    let english: String
    var testDescription: String { english }
  }

  private static let happenings = [
    Happening(
      estimate: Fabricated.estimate(40.6, 0.3, between: 38, and: 43),
      indonesian: "Blangko habis sekitar hari kerja ke-41 (Senin, 16 Maret 2015; 8 dari 10 "
        + "simulasi: hari ke-38 sampai ke-43).",
      english: "Blanks run out around working day 41 (Monday, 16 March 2015; 8 of 10 runs: day 38 "
        + "to 43)."),
    Happening(
      estimate: Fabricated.estimate(40.6, 0.3, between: 38, and: 43, observed: 62),
      indonesian: "Blangko habis pada 62 dari 200 simulasi, yaitu sekitar hari kerja ke-41 (Senin, "
        + "16 Maret 2015; 8 dari 10 simulasi: hari ke-38 sampai ke-43).",
      english:
        "Blanks run out in 62 of 200 runs, then around working day 41 (Monday, 16 March 2015; "
        + "8 of 10 runs: day 38 to 43)."),
    Happening(
      estimate: nil,
      indonesian: "Blangko tidak habis sampai akhir periode (Jumat, 17 Juli 2015).",
      english: "Blanks do not run out by the end of the period (Friday, 17 July 2015)."),
  ]

  @Test(arguments: happenings)
  func anEventIsToldAsSurelyAsItHappens(_ happening: Happening) {
    var study = Fabricated.study()
    study.base.answers[.stockOutWorkingDay] = happening.estimate
    let sentences = Language.allCases.map { WhatIfConclusion(study, in: $0).base }
    #expect(sentences[0].contains(happening.indonesian))
    #expect(sentences[1].contains(happening.english))
  }

  @Test func nothingToTellApartIsSaid() {
    var study = Fabricated.study()
    study.alternatives[0].answers = study.base.answers
    study.comparisons[0] = Comparison(differences: [
      .delivered: .init(
        estimate: Fabricated.estimate(3, 40, between: -50, and: 60), isDistinguishable: false)
    ])
    #expect(
      WhatIfConclusion(study, in: .indonesian).alternatives
        == ["Pencetak ketiga: tidak ada perbedaan nyata dengan keadaan dasar."])
    #expect(
      WhatIfConclusion(study, in: .english).alternatives
        == ["A third printer: nothing differs distinguishably from the base case."])
  }

  /// A share that fell by 0.02 points was told as one that fell by 0.0 points.
  @Test func aDifferenceBeyondChanceButOfNoWeightIsNotToldAsAChange() {
    var study = Fabricated.study()
    study.alternatives[0].answers = study.base.answers
    study.comparisons[0] = Comparison(differences: [
      .deliveredPercent: .init(
        estimate: Fabricated.estimate(-0.02, 0.005, between: -0.03, and: -0.01),
        isDistinguishable: true)
    ])
    #expect(
      WhatIfConclusion(study, in: .english).alternatives
        == ["A third printer: nothing differs notably from the base case."])
    study.comparisons[0].differences[.costPerDelivered] = .init(
      estimate: Fabricated.estimate(900, 20, between: 850, and: 950), isDistinguishable: true)
    let told = WhatIfConclusion(study, in: .english).alternatives[0]
    #expect(told.contains("hardly differs") && !told.contains("0.0"), "\(told)")
    #expect(WhatIfSummary(study, in: .english).text().contains("≈ 0"))
  }

  @Test func whatNoLongerOrMoreOftenHappensIsSaid() {
    var study = Fabricated.study()
    study.comparisons[0] = Comparison(differences: [:])
    study.alternatives[0].answers[.stockOutWorkingDay] = nil
    study.base.answers[.printBacklogClearedDay] = Fabricated.estimate(
      170, 2, between: 165, and: 178, observed: 30)
    study.alternatives[0].answers[.printBacklogClearedDay] = Fabricated.estimate(
      150, 2, between: 145, and: 156, observed: 180)
    #expect(
      WhatIfConclusion(study, in: .english).alternatives == [
        "A third printer: blanks do not run out any more within the period; the print queue is "
          + "cleared in 180 instead of 30 of 200 runs."
      ])
    #expect(
      WhatIfConclusion(study, in: .indonesian).alternatives == [
        "Pencetak ketiga: blangko tidak habis lagi sampai akhir periode; antrean cetak habis pada "
          + "180, bukan 30, dari 200 simulasi."
      ])
  }

  @Test(arguments: Language.allCases)
  func aGoalThatWasAskedForIsAnsweredFirst(language: Language) throws {
    let study = Fabricated.questions()
    let conclusion = WhatIfConclusion(study, in: language, levers: Fabricated.levers)
    #expect(conclusion.headline == conclusion.findings[0])
    #expect(conclusion.headline != conclusion.base[0])

    let screen = WhatIfSummary(study, in: language, levers: Fabricated.levers).text(width: 400)
    let goal = try #require(screen.firstRange(of: conclusion.headline))
    if let base = screen.firstRange(of: conclusion.base[0]) {
      #expect(goal.lowerBound < base.lowerBound)
    }
    #expect(screen.ranges(of: conclusion.headline).count == 1)
  }

  @Test func withoutAGoalTheBaseIsAnsweredFirst() {
    var study = Fabricated.questions()
    study.goal = nil
    let conclusion = WhatIfConclusion(study, in: .english, levers: Fabricated.levers)
    #expect(conclusion.headline == conclusion.base[0])
  }

  @Test func aGoalOutOfReachIsSaid() {
    var study = Fabricated.questions()
    study.goal?.found = nil
    #expect(
      WhatIfConclusion(study, in: .english, levers: Fabricated.levers).findings[0]
        == "The goal “the P95 wait at most 14 days” is not met by any value of couriers that was "
        + "tried (8 to 12).")
    #expect(
      WhatIfConclusion(study, in: .indonesian, levers: Fabricated.levers).findings[0]
        == "Sasaran “waktu tunggu P95 paling lama 14 hari” tidak tercapai dengan nilai petugas antar "
        + "mana pun yang dicoba (8 sampai 12).")
  }

  @Test func aCurveThatRisesAllTheWayDoesNotFlatten() throws {
    var study = Fabricated.questions()
    for index in study.sweep?.answers.indices ?? 0..<0 {
      study.sweep?.answers[index][.waitNinetyFifthDays] = nil
    }
    let findings = WhatIfConclusion(study, in: .english, levers: Fabricated.levers).findings
    #expect(
      findings[1]
        == "Blanks a month from 500 to 8,000: the number of cards received by residents goes from "
        + "2,500 to 40,000, without flattening.")
  }

  @Test func aCurveWithinItsIntervalsIsNoChange() {
    var study = Fabricated.questions()
    for index in study.sweep?.answers.indices ?? 0..<0 {
      study.sweep?.answers[index] = [
        .waitNinetyFifthDays: Fabricated.estimate(
          20 + Double(index) * 0.1, 5, between: 10, and: 30)
      ]
    }
    #expect(
      WhatIfConclusion(study, in: .indonesian, levers: Fabricated.levers).findings[1]
        == "Blangko per bulan dari 500 sampai 8.000: tidak ada jawaban utama yang berubah nyata.")
  }

  @Test func stepsThatSaveNothingForCertainAreNotPraised() {
    var study = Fabricated.questions()
    study.marginalValues = study.marginalValues.suffix(1).map { $0 }
    #expect(
      WhatIfConclusion(study, in: .english).findings[2]
        == "None of the single steps tried saves time distinguishably.")
  }

  @Test func aSingleRunIsNoGroundForCertainty() {
    var study = Fabricated.loneStudy()
    study.runs = 1
    #expect(
      WhatIfConclusion(study, in: .indonesian).base.last
        == "Ini satu simulasi saja: seberapa jauh yang lain akan berbeda tidak diketahui.")
  }

  /// Serving more of the old cards makes the waits of those received longer, which is no harm.
  @Test func waitsAreNotComparedWhileManyStillWait() {
    var study = Fabricated.study()
    study.base.answers[.cardsInside] = Fabricated.sure(30_000)
    let sentence = WhatIfConclusion(study, in: .english).alternatives[0]
    #expect(!sentence.contains("wait"))
    #expect(sentence.contains("the share of cards delivered as promised rises"))
  }

  @Test func alternativesAreNamedByTitleVariantOrLever() {
    var study = Fabricated.study()
    func name() -> Substring {
      WhatIfConclusion(study, in: .indonesian, levers: Fabricated.levers).alternatives[0]
        .prefix { $0 != ":" }
    }
    #expect(name() == "Pencetak ketiga")
    study.alternatives[0].scenario.title = study.base.scenario.title
    #expect(name() == "Third printer")
    study.alternatives[0].scenario.name = "pesawaran-2015+printers=3"
    #expect(name() == "Pencetak = 3")
  }

  @Test func aPlaceKnownForItsDeliveryIsToldByIt() {
    var study = Fabricated.loneStudy()
    study.base.scenario.facts = [
      Fact(
        answer: .handedOver, range: 5000...5000, title: Phrase(id: "", en: ""), source: "report")
    ]
    study.base.answers[.cardsInside] = Fabricated.sure(9000)
    #expect(
      WhatIfConclusion(study, in: .indonesian).base.prefix(2) == [
        "Kartu awal tidak semuanya tuntas sampai akhir periode (Jumat, 17 Juli 2015).",
        "24.321 ± 80 kartu sampai di tangan penduduk.",
      ])
  }
}
