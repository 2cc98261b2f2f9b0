import Domain
import Geometry
import Testing

@testable import Reports

@Suite struct RunSheetTests {
  @Test func aSmallSheetReadsAsItShouldInIndonesian() throws {
    let sheet = try Sample(seed: 4, runCount: 1, stopCount: 2).sheets()[0]
    #expect(
      plainText(of: sheet.html(in: .indonesian)) == """
        Lembar antar KTP-el
        Disdukcapil
        Raden Mas Bambang Wicaksono Hadi
        SP-001 · Satpol PP
        R-20170727-1-001
        halaman 1 dari 1
        Kamis, 27 Juli 2017 · Tanjungkarang Pusat · sepeda motor
        perhentian
        2
        kartu
        3
        jarak
        23,5 km
        berangkat
        08:00
        istirahat
        12:05
        kembali
        15:12
        No.
        Alamat
        Penduduk dan kartu
        Hasil
        Nama, tanda tangan
        1
        08:10
        2 kartu
        Dusun Sukamaju No. 7
        RT 001/RW 002, Kaliawi
        ◆ pagar hijau, dekat gardu
        ≈ perkiraan, ± 150 m
        M. Rizky Fadillah, S.Kom.
        KTP-1871-17-00000001-7
        NIK 187103******0001
        mendesak
        rusak
        ☎\u{A0}0812\u{A0}3456\u{A0}7890
        diterima sendiri
        keluarga
        gagal, kode
        ambil KTP lama
        Dewi Sartika Putri Maharani
        KTP-1871-17-00000002-5
        NIK 187103******0002
        kartu pertama
        ☎\u{A0}0812\u{A0}3456\u{A0}7890
        diterima sendiri
        keluarga
        gagal, kode
        2
        08:18
        Gg. Mawar 3
        RT 005/RW -, Durian Payung
        ◆ seberang masjid Al-Huda
        ≈ perkiraan, ± 1,0 km
        M. Rizky Fadillah, S.Kom.
        KTP-1871-17-00000003-0
        NIK 187103******0003
        kartu pertama
        ☎\u{A0}0813-2222-111
        diterima sendiri
        keluarga
        gagal, kode
        12:05
        Istirahat (45 menit)
        dibawa
        3
        terantar
        gagal
        dikembalikan
        Saya telah menghitung dan menerima 3 kartu pada lembar ini dalam keadaan baik. Kartu saya serahkan hanya kepada yang berhak; kartu yang tidak terantar saya kembalikan hari ini juga.
        Petugas pengantar
        Raden Mas Bambang Wicaksono Hadi
        Penerima kembali di kantor
        Peta: contoh
        A
        penghuni tidak di tempat
        B
        alamat tidak ditemukan
        C
        alamat kurang lengkap
        D
        tidak dikenal
        E
        pindah
        F
        meninggal
        G
        menolak
        H
        KTP lama tidak diserahkan
        J
        identitas tidak cocok
        K
        data kartu salah
        L
        kartu rusak
        M
        akses terputus (banjir, ombak)
        N
        tidak sempat
        P
        salah sortir
        R
        kartu tidak ada di tas
        Memuat data pribadi. Jangan difoto atau ditinggal; kembalikan ke kantor.
        """)
  }

  @Test func aSmallSheetReadsAsItShouldInEnglish() throws {
    let sheet = try Sample(seed: 4, runCount: 1, stopCount: 2).sheets()[0]
    #expect(
      plainText(of: sheet.html(in: .english)) == """
        KTP-el run sheet
        Disdukcapil
        Raden Mas Bambang Wicaksono Hadi
        SP-001 · Satpol PP
        R-20170727-1-001
        page 1 of 1
        Thursday, 27 July 2017 · Tanjungkarang Pusat · motorcycle
        stops
        2
        cards
        3
        distance
        23.5 km
        leave
        08:00
        break
        12:05
        return
        15:12
        No.
        Address
        Resident and card
        Result
        Name, signature
        1
        08:10
        2 cards
        Dusun Sukamaju No. 7
        RT 001/RW 002, Kaliawi
        ◆ pagar hijau, dekat gardu
        ≈ roughly, ± 150 m
        M. Rizky Fadillah, S.Kom.
        KTP-1871-17-00000001-7
        NIK 187103******0001
        urgent
        damaged
        ☎\u{A0}0812\u{A0}3456\u{A0}7890
        resident
        family
        failed, code
        take old card
        Dewi Sartika Putri Maharani
        KTP-1871-17-00000002-5
        NIK 187103******0002
        first card
        ☎\u{A0}0812\u{A0}3456\u{A0}7890
        resident
        family
        failed, code
        2
        08:18
        Gg. Mawar 3
        RT 005/RW -, Durian Payung
        ◆ seberang masjid Al-Huda
        ≈ roughly, ± 1.0 km
        M. Rizky Fadillah, S.Kom.
        KTP-1871-17-00000003-0
        NIK 187103******0003
        first card
        ☎\u{A0}0813-2222-111
        resident
        family
        failed, code
        12:05
        Break (45 minutes)
        carried
        3
        delivered
        failed
        returned
        I have counted and received the 3 cards on this sheet in good condition. I hand a card only to those entitled to it, and bring back today every card not delivered.
        Courier
        Raden Mas Bambang Wicaksono Hadi
        Received back at the office
        Peta: contoh
        A
        nobody at home
        B
        address not found
        C
        address incomplete
        D
        not known there
        E
        moved
        F
        deceased
        G
        refused
        H
        old card not surrendered
        J
        identity does not match
        K
        data on the card is wrong
        L
        card damaged
        M
        no access (flood, high sea)
        N
        out of time
        P
        sorted into the wrong run
        R
        card not in the bag
        Holds personal data. Do not photograph or leave behind; return it to the office.
        """)
  }

  @Test(arguments: UInt64(0)..<20)
  func everyCardStandsOnTheSheetsExactlyOnceAndNoIdentityNumberDoes(seed: UInt64) throws {
    let sample = try Sample(seed: seed, runCount: 3, stopCount: 24, hostile: seed % 2 == 1)
    let html = try RunSheet.html(of: sample.sheets(), in: seed % 3 == 0 ? .english : .indonesian)
    for card in sample.runs.flatMap(\.cards) {
      #expect(html.ranges(of: card.description).count == 1)
    }
    #expect(!showsIdentityNumber(html))
    #expect(isWellFormed(body(of: html)))
  }

  @Test(arguments: UInt64(0)..<20)
  func theStopsStandInOrderAndTheBreakBeforeTheFirstStopAfterIt(seed: UInt64) throws {
    let sample = try Sample(seed: seed, runCount: 1, stopCount: 50)
    let pages = RunSheetPages(sheet: try sample.sheets()[0], language: .indonesian).pages
    var numbers: [Int] = []
    var restAfter: Int?
    for row in pages.joined() {
      switch row {
      case .stop(let stop, _, let isContinued): numbers += isContinued ? [] : [stop.number]
      case .rest: restAfter = numbers.count
      case .crossing: break
      }
    }
    #expect(numbers == Array(1...50))
    let rest = try #require(sample.runs[0].restStarts)
    #expect(restAfter == sample.runs[0].stops.count { $0.arrives < rest })
  }

  @Test func aDoorWithMoreCardsThanAPageHoldsContinuesOnTheNext() throws {
    let sheet = try Self.sheet(cardsPerStop: [60])
    let html = sheet.html(in: .indonesian)
    #expect(Self.deal(sheet).count > 3)
    #expect(html.ranges(of: "(lanjutan)").count == Self.deal(sheet).count - 1)
    #expect(
      html.ranges(of: "<span class=\"several\">60 kartu</span>").count == Self.deal(sheet).count)
    for card in sheet.run.cards { #expect(html.ranges(of: card.description).count == 1) }
  }

  struct Deal: CustomTestStringConvertible {
    let cardsPerStop: [Int]
    /// Cards of each stop, page by page; a continued stop is negative.
    let pages: [[Int]]
    var testDescription: String { "\(cardsPerStop)" }
  }

  /// Twelve such cards fit the first page, and thirteen any other.
  @Test(arguments: [
    Deal(cardsPerStop: [1, 1, 6], pages: [[1, 1, 6]]),
    Deal(cardsPerStop: [6, 9], pages: [[6, 6], [-3]]),
    Deal(cardsPerStop: [9, 5], pages: [[9, 3], [-2]]),
    Deal(cardsPerStop: [10, 3], pages: [[10], [3]]),
    Deal(cardsPerStop: [10, 5], pages: [[10], [5]]),
  ])
  func aStopStaysWholeUnlessAFifthOfAPageWouldStayEmpty(_ deal: Deal) throws {
    let sheet = try Self.sheet(cardsPerStop: deal.cardsPerStop)
    #expect(Self.deal(sheet) == deal.pages)
  }

  @Test func aNameLongerThanAPageEndsTheSheetAllTheSame() throws {
    let sheet = try Self.sheet(cardsPerStop: [2, 1], name: String(repeating: "Sri ", count: 3000))
    #expect(Self.deal(sheet).filter { !$0.isEmpty } == [[1], [-1], [1]])
  }

  @Test func aCrossingStandsBeforeTheStopItLeadsToAndTheLastOneAfterAllStops() throws {
    let sheet = try Sample(seed: 8, runCount: 1, stopCount: 3).sheet(crossing: 2, daysLater: 1)
    let text = plainText(of: sheet.html(in: .english))
    let out = try #require(text.firstRange(of: "09:00–10:10"))
    let back = try #require(text.firstRange(of: "07:00–08:10 (Friday, 28 July 2017)"))
    let stops = try sheet.run.stops.map { stop in
      try #require(text.firstRange(of: stop.cards[0].description)).lowerBound
    }
    #expect(stops[0] < out.lowerBound && out.lowerBound < stops[1])
    #expect(stops[2] < back.lowerBound)
    #expect(text.contains("Dermaga Contoh → Dermaga Pulau"))
    #expect(text.contains("hired boat, Contoh–Pulau"))
    #expect(text.contains("Gelombang tinggi pada musim barat"))
    #expect(text.contains("overnight until\nFriday, 28 July 2017"))
  }

  @Test func eachStopSaysHowFarItIsAndAlongWhichStreets() throws {
    let sample = try Sample(seed: 8, runCount: 1, stopCount: 5)
    let text = try plainText(of: sample.sheets(alongRoads: true)[0].html(in: .indonesian))
    let way = try sample.way(of: sample.runs[0], from: sample.couriers[0].base)
    let distances = way.legs.map { Language.indonesian.distance($0.distance) }
    #expect(text.contains("→ \(distances[0]) · Jalan Contoh 1"))
    #expect(text.contains("→ \(distances[2]) · Jalan Contoh 1, Jalan Contoh 2, Jalan Contoh 3"))
    #expect(text.contains("→ \(distances[4]) · Jalan Contoh 1, …, Jalan Contoh 4, Jalan Contoh 5"))
  }

  @Test func oneCardIsNotSeveral() throws {
    let html = try Self.sheet(cardsPerStop: [1]).html(in: .english)
    #expect(html.contains("received the 1 card on this sheet"))
    #expect(!html.contains("class=\"several\""))
  }

  @Test func theMapIsCreditedOncePerRun() throws {
    let html = try Self.sheet(cardsPerStop: [60]).html(in: .english)
    #expect(html.ranges(of: "Peta: contoh").count == 1)
  }

  /// A run of stops with so many cards each, all first cards of residents with short addresses.
  private static func sheet(cardsPerStop: [Int], name: String = "Siti Aminah") throws -> RunSheet {
    let sample = try Sample(seed: 1, runCount: 1, stopCount: 60)
    let model = sample.runs[0].stops[0]
    var waiting = sample.runs[0].cards.sorted()[...]
    var cards: [CardID: Card] = [:]
    var stops: [Stop] = []
    for (index, count) in cardsPerStop.enumerated() {
      let ids = Array(waiting.prefix(count))
      waiting = waiting.dropFirst(count)
      for id in ids { cards[id] = try known(sample.cards[id]).plain(named: name) }
      stops.append(
        Stop(
          number: index + 1, location: model.location, desa: model.desa, arrives: model.arrives,
          starts: model.starts, departs: model.departs, cards: ids))
    }
    let run = sample.runs[0]
    return try RunSheet(
      run: Run(
        id: run.id, courier: run.courier, kecamatan: run.kecamatan, leaves: run.leaves,
        returns: run.returns, restStarts: nil, travel: run.travel, distance: run.distance,
        stops: stops),
      courier: sample.couriers[0], cards: cards, gazetteer: sample.gazetteer,
      office: "Disdukcapil", attribution: "Peta: contoh")
  }

  private static func deal(_ sheet: RunSheet) -> [[Int]] {
    RunSheetPages(sheet: sheet, language: .indonesian).pages.map { rows in
      rows.compactMap { row in
        guard case .stop(_, let cards, let isContinued) = row else { return nil }
        return isContinued ? -cards.count : cards.count
      }
    }
  }

  @Test func anEmptyRunIsOnePage() throws {
    let sheet = try Sample(seed: 1, runCount: 1, stopCount: 0).sheets()[0]
    #expect(RunSheetPages(sheet: sheet, language: .english).pages.count == 1)
    #expect(isWellFormed(body(of: sheet.html(in: .english))))
  }

  @Test func aRunWhoseCardIsUnknownIsRefused() throws {
    let sample = try Sample(seed: 1, runCount: 1)
    let run = sample.runs[0]
    let missing = try #require(run.cards.last)
    #expect(throws: RunSheetError.unknownCard(missing, run.id)) {
      try RunSheet(
        run: run, courier: sample.couriers[0], cards: sample.cards.filter { $0.key != missing },
        gazetteer: sample.gazetteer, office: "", attribution: "")
    }
  }

  @Test func aRunOfAnotherCourierIsRefused() throws {
    let sample = try Sample(seed: 1, runCount: 2)
    let (run, other) = (sample.runs[0], sample.couriers[1])
    #expect(
      throws: RunSheetError.otherCourier(run.id, planned: run.courier, given: other.id)
    ) {
      try RunSheet(
        run: run, courier: other, cards: sample.cards, gazetteer: sample.gazetteer, office: "",
        attribution: "")
    }
  }

  @Test func aCardListedTwiceIsRefused() throws {
    let sample = try Sample(seed: 1, runCount: 1)
    let run = sample.runs[0]
    let twice = Run(
      id: run.id, courier: run.courier, kecamatan: nil, leaves: run.leaves, returns: run.returns,
      restStarts: nil, travel: run.travel, distance: run.distance,
      stops: run.stops + [run.stops[0]])
    #expect(throws: RunSheetError.repeatedCard(run.stops[0].cards[0], run.id)) {
      try RunSheet(
        run: twice, courier: sample.couriers[0], cards: sample.cards, gazetteer: sample.gazetteer,
        office: "", attribution: "")
    }
  }
}

extension Card {
  /// The card as a first one without telephone, at a short address.
  fileprivate func plain(named name: String) -> Card {
    let address = Address(
      street: "Jl. Kenanga", number: "7", rt: 1, rw: 2, desa: resident.address.desa, landmark: nil)
    return Card(
      id: id,
      resident: Resident(
        nik: resident.nik, name: name, birthDate: resident.birthDate, sex: resident.sex,
        familyCard: resident.familyCard, address: address, phone: nil),
      request: .first, urgency: .normal, requestedOn: requestedOn, printedOn: printedOn,
      channel: channel, location: location)
  }
}
