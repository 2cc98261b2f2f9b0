import Custody
import Domain
import Foundation
import Geometry
import Reports
import TestSupport
import Testing

/// The lists by which an office finds its cards, and what it tells residents and the public.
@Suite struct OfficeListTests {
  private static let time = Instant(milliseconds: 1_501_121_640_000)
  private static let office = "Disdukcapil"

  private func card(_ serial: Int) throws -> CardID {
    CardID(regency: try known(RegionCode("18.71")), year: 2017, serial: serial)
  }

  private func day(_ text: String = "2017-07-27") throws -> CalendarDate {
    try known(CalendarDate(text))
  }

  private func closing() throws -> ClosingReport {
    ClosingReport(
      date: try day(), office: Self.office,
      holders: [
        try HolderClosing(
          holder: .office, name: "Kantor", opening: 1000, received: 5, given: 42, closing: 963,
          counted: 963),
        try HolderClosing(
          holder: .courier(known(CourierID("SP-017"))), name: "Budi, SP-017", opening: 0,
          received: 42, given: 40, closing: 2, counted: 2, missing: [card(1)], extra: [card(9)]),
        try HolderClosing(
          holder: .organisation("Satpol PP"), name: "=Satpol PP", opening: 3, received: 0, given: 0,
          closing: 3),
      ])
  }

  @Test func aClosingReadsAsItShouldInATerminal() throws {
    let text = try closing().text(in: .english)
    #expect(
      text == """
        Holder        opening  in  out  closing  counted  missing  extra
        ────────────  ───────  ──  ───  ───────  ───────  ───────  ─────
        Kantor          1,000   5   42      963      963        0      0
        Budi, SP-017        0  42   40        2        2        1      1
        =Satpol PP          3   0    0        3        –        –      –
        ────────────  ───────  ──  ───  ───────  ───────  ───────  ─────
        Total           1,003  47   82      968

        Missing: Budi, SP-017
          KTP-1871-17-00000001-7

        Extra: Budi, SP-017
          \(try card(9))

        The count differs from the ledger: find the cards above before the office closes.

        """)
    #expect(try closing().isBalanced == false)
  }

  @Test func aClosingForASpreadsheetIsSafeToOpen() throws {
    let csv = try closing().csv(in: .indonesian)
    #expect(csv.hasSuffix("\"'=Satpol PP\",3,0,0,3,,,\r\n"))
  }

  @Test func aClosingThatDoesNotAddUpIsRefused() throws {
    func make(
      opening: Int = 2, closing: Int = 2, counted: Int? = nil, missing: [CardID] = []
    ) throws -> HolderClosing {
      try HolderClosing(
        holder: .office, name: "Kantor", opening: opening, received: 1, given: 1, closing: closing,
        counted: counted, missing: missing)
    }
    #expect(throws: HolderClosingError.negative("Kantor")) { try make(opening: -1) }
    #expect(throws: HolderClosingError.doesNotAddUp("Kantor", expected: 2, closing: 3)) {
      try make(closing: 3)
    }
    #expect(throws: HolderClosingError.countDoesNotAddUp("Kantor", expected: 1, counted: 2)) {
      try make(counted: 2, missing: [card(1)])
    }
    #expect(try make(counted: 2).difference == 0)
  }

  @Test func theOldestCardStandsFirstAndAgesAreCounted() throws {
    func aged(_ serial: Int, printed: String) throws -> AgedCard {
      AgedCard(
        card: try card(serial), status: .needsClerk, holder: "Kantor", village: "Kedaton",
        printedOn: try day(printed), since: try day("2017-07-26"), attempts: 2,
        lastFailure: .addressNotFound)
    }
    let list = AgeingList(
      today: try day(), office: Self.office,
      cards: [
        try aged(1, printed: "2017-07-20"), try aged(2, printed: "2017-06-01"),
        try aged(3, printed: "2017-07-13"), try aged(4, printed: "2017-07-27"),
      ])
    #expect(list.cards.map(list.age) == [56, 14, 7, 0])
    #expect(
      list.text(in: .indonesian).contains(
        """
        sampai 7 hari           2
        8–14 hari               1
        15–30 hari              0
        lebih dari 30 hari      1
        """))
    #expect(
      list.csv(in: .english).contains(
        "KTP-1871-17-00000002-5,56,1,\"at the office, needs a clerk\",Kantor,Kedaton,2,"
          + "address not found\r\n"))
    #expect(isWellFormed(body(of: list.html(in: .english))))
  }

  @Test(arguments: [
    (-3, AgeClass.upToOneWeek), (0, .upToOneWeek), (7, .upToOneWeek), (8, .upToTwoWeeks),
    (14, .upToTwoWeeks), (15, .upToOneMonth), (30, .upToOneMonth), (31, .overOneMonth),
  ])
  func anAgeFallsIntoItsClass(days: Int, expected: AgeClass) {
    #expect(AgeClass(days: days) == expected)
  }

  @Test func returnedAndDestroyedCardsAreListedWithTheirPapers() throws {
    let list = ReturnedAndDestroyedList(
      office: Self.office, period: try day("2017-07-21")...day(),
      returned: [
        .init(
          card: try card(2), date: try day(), from: "SP-017", reason: .moved, status: .needsClerk,
          document: "BAST/1871/20170727/009"),
        .init(
          card: try card(1), date: try day("2017-07-22"), from: "SP-018", reason: nil,
          status: .atOffice),
      ],
      destroyed: [.init(card: try card(3).old, date: try day(), document: "BAP/1871/1")])
    #expect(list.returned.map(\.card) == [try card(1), try card(2)])
    let csv = list.csv(in: .indonesian)
    #expect(csv.contains("dimusnahkan,OLD-1871-17-00000003-0,2017-07-27,,,,BAP/1871/1\r\n"))
    for language in Language.allCases {
      let html = list.html(in: language)
      #expect(isWellFormed(body(of: html)))
      #expect(html.contains("BAST/1871/20170727/009") && html.contains("BAP/1871/1"))
    }
  }

  @Test func missingCardsAreListedWithWhoeverHadThem() throws {
    let empty = MissingCardsList(office: Self.office, now: Self.time, zone: .western, cards: [])
    #expect(empty.text(in: .english) == "No card is missing.\n")
    let list = MissingCardsList(
      office: Self.office, now: Self.time, zone: .western,
      cards: [
        .init(
          card: try card(1), holder: "Budi, SP-017", lastSeen: Self.time, missedAt: Self.time,
          countedBy: "Rina", village: "Kedaton")
      ])
    #expect(
      list.csv(in: .english).hasSuffix(
        "KTP-1871-17-00000001-7,\"Budi, SP-017\",2017-07-27T09:14:00+07:00,"
          + "2017-07-27T09:14:00+07:00,Rina,Kedaton\r\n"))
    #expect(isWellFormed(body(of: list.html(in: .indonesian))))
  }

  @Test func aLostDeviceIsListedWithItsCards() throws {
    let key = try known(PublicKey(bytes: Fingerprint(sha256Of: [3]).bytes))
    let list = LostDeviceList(
      office: Self.office, device: DeviceID(of: key), courier: try known(CourierID("SP-017")),
      courierName: "Budi", revokedAt: Self.time, revokedBy: "Rina", reason: "hilang di pasar",
      lastSequence: nil, zone: .western,
      cards: [
        .init(
          card: try card(2), status: .outForDelivery, run: RunID("R-20170727-1-001"),
          village: "Kedaton", since: Self.time),
        .init(card: try card(1), status: .attemptFailed, run: nil, village: "", since: Self.time),
      ])
    #expect(list.cards.map(\.card) == [try card(1), try card(2)])
    let text = list.text(in: .indonesian)
    #expect(text.contains("Dicabut 2017-07-27 09:14 WIB oleh Rina: hilang di pasar\n"))
    #expect(text.contains("Belum ada peristiwa yang sampai di kantor\n"))
    #expect(isWellFormed(body(of: list.html(in: .english))))
    #expect(list.csv(in: .english).contains("KTP-1871-17-00000002-5,out for delivery,R-20170727"))
  }

  private func publicReport() throws -> PublicReport {
    PublicReport(
      office: Self.office, date: try day(),
      villages: [
        .init(
          name: "Kedaton", delivered: 120, waiting: [.upToOneWeek: 3, .overOneMonth: 8],
          failures: [.notHome: 12, .moved: 1]),
        .init(
          name: "Sidodadi", delivered: 80, waiting: [.upToOneWeek: 20],
          failures: [.notHome: 6, .moved: 9]),
      ], checkpoint: "hantar-checkpoint 1 abc 7 def 1 fff")
  }

  @Test func thePublicReportHidesSmallNumbersAndShowsTheSignedLine() throws {
    let report = try publicReport()
    for language in Language.allCases {
      let text = plainText(of: report.html(in: language))
      #expect(text.contains("hantar-checkpoint 1 abc 7 def 1 fff"))
      #expect(text.contains("&lt;5"))
      #expect(!text.contains("\n3\n") && !text.contains("\n1\n"))
      #expect(isWellFormed(body(of: report.html(in: language))))
    }
    #expect(
      report.csv(in: .english) == """
        Village,delivered,waiting up to 7 days,waiting 8–14 days,waiting 15–30 days,\
        waiting over 30 days,total\r
        Kedaton,··,<5,0,0,8,131\r
        Sidodadi,··,··,0,0,0,100\r
        Total,200,23,0,0,8,231\r
        \r
        Village,nobody at home,moved,total\r
        Kedaton,··,<5,13\r
        Sidodadi,··,··,15\r
        Total,18,10,28\r

        """)
  }

  private func subject() throws -> SubjectExport {
    let sample = try Sample(seed: 4, runCount: 1)
    let card = try known(sample.cards.values.min { $0.id < $1.id })
    return SubjectExport(
      office: Self.office, resident: card.resident, village: "Kedaton, Kecamatan Kedaton",
      cards: [
        .init(
          card: card,
          custody: CardCustody(
            card: card.id, holder: .resident, status: .delivered, attempts: 1,
            lastFailure: .notHome, since: Self.time),
          story: CardStory.lines(
            of: try self.card(1), in: try Sample.leaves().map(\.event)),
          details: [
            .init(
              time: Self.time, receiverName: "Siti <Aminah>", note: nil,
              position: .init(coordinate: card.location.coordinate, accuracyMetres: 12))
          ])
      ],
      accesses: [.init(time: Self.time, by: "Rina", purpose: "loket")], madeAt: Self.time,
      zone: .western)
  }

  @Test func aResidentSeesAllThatIsKnownWithTheWholeNumber() throws {
    let export = try subject()
    for language in Language.allCases {
      let html = export.html(in: language)
      #expect(isWellFormed(body(of: html)))
      #expect(html.contains(export.resident.nik.digits))
      #expect(html.contains("Siti &lt;Aminah&gt;") && html.contains("loket"))
      for right in ResidentRights.all { #expect(html.contains(right.text(in: language))) }
    }
  }

  @Test func theSameIsThereForAnotherSystem() throws {
    let export = try subject()
    let parsed = try JSONSerialization.jsonObject(with: Data(export.json().utf8))
    let document = try known(parsed as? [String: Any])
    let resident = try known(document["resident"] as? [String: Any])
    #expect(resident["nik"] as? String == export.resident.nik.digits)
    let cards = try known(document["cards"] as? [[String: Any]])
    #expect(cards[0]["status"] as? String == "delivered")
    #expect((cards[0]["events"] as? [Any])?.count == export.cards[0].story.count)
    #expect((document["accesses"] as? [[String: String]])?.first?["by"] == "Rina")
  }

  @Test func theStoryOfACardTellsWhatComesNextAndWhereToAsk() throws {
    let lines = CardStory.lines(of: try card(1), in: try Sample.leaves().map(\.event).prefix(4))
    let page = CardStoryPage(
      card: try card(1), status: .outForDelivery, holder: "petugas SP-017", lines: lines,
      office: Self.office, contact: ["Jl. Contoh 1", "0721 000000"], printedAt: Self.time,
      zone: .western, proof: try PaperTests.proof())
    #expect(
      plainText(of: page.html(in: .indonesian)) == """
        Perjalanan kartu
        KTP-1871-17-00000001-7
        Disdukcapil
        Bukti: entri 191.234
        0123456789abcdef
        Sekarang
        sedang diantar
        · petugas SP-017
        Petugas sedang di jalan. Siapkan KTP lama bila ada; petugas menariknya.
        Yang sudah terjadi
        \(lines.map { "\($0.text(in: .indonesian, zone: .western).dropLast($0.phrase.indonesian.count + 2))\n\($0.phrase.indonesian)" }.joined(separator: "\n"))
        Bertanya
        Jl. Contoh 1
        0721 000000
        Sebutkan nomor kartu di atas; NIK tidak perlu disebut. Dicetak Kamis, 27 Juli 2017.
        \(FeeGuard.residentNotice.indonesian)
        """)
    for language in Language.allCases {
      #expect(isWellFormed(body(of: page.html(in: language))))
    }
  }

  @Test func everyStatusTellsAResidentWhatIsNext() throws {
    for status in CardCustody.Status.allCases {
      let page = CardStoryPage(
        card: try card(1), status: status, holder: "", lines: [], office: "", contact: [],
        printedAt: Self.time, zone: .eastern)
      #expect(page.html(in: .english) != page.html(in: .indonesian))
    }
  }

  @Test func theLawOnMoneyIsQuotedToResidentsAndCouriers() {
    for language in Language.allCases {
      #expect(FeeGuard.residentNotice.text(in: language).contains("79A"))
      #expect(FeeGuard.courierNotice.text(in: language).contains("95B"))
    }
  }

  /// Whatever a name holds, a page stays a page and a NIK stays hidden.
  @Test(arguments: UInt64(0)..<20)
  func hostileNamesBreakNoPage(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let name = random.hostileText(length: 12)
    let pages = [
      ClosingReport(
        date: try day(), office: name,
        holders: [
          try HolderClosing(
            holder: .office, name: name, opening: 1, received: 0, given: 0, closing: 1)
        ]
      ).html(in: .indonesian),
      MissingCardsList(
        office: name, now: Self.time, zone: .central,
        cards: [
          .init(
            card: try card(1), holder: name, lastSeen: Self.time, missedAt: Self.time,
            countedBy: name, village: name)
        ]
      ).html(in: .english),
      PublicReport(
        office: name, date: try day(),
        villages: [.init(name: name, delivered: 7, waiting: [:])], checkpoint: name
      ).html(in: .english),
    ]
    for page in pages { #expect(isWellFormed(body(of: page))) }
  }
}
