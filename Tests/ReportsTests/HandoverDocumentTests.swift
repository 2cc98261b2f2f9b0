import Domain
import Reports
import Testing

@Suite struct HandoverDocumentTests {
  @Test func aHandoverToAnOrganisationReadsAsItShouldInIndonesian() throws {
    let entries = try Sample(seed: 4, runCount: 1, stopCount: 2).entries
    #expect(
      plainText(of: try Sample.handover(entries).html(in: .indonesian)) == """
        Berita acara serah terima KTP-el
        Nomor: 470/12/BAST/VII/2017
        Pada hari ini Kamis tanggal dua puluh tujuh bulan Juli tahun dua ribu tujuh belas (27\u{2011}07\u{2011}2017), bertempat di Bandar Lampung, kami yang bertanda tangan di bawah ini:
        Nama
        Rina Kartika
        NIP
        19700101 199503 2 001
        Jabatan
        Kepala Dinas
        Instansi
        Disdukcapil
        selanjutnya disebut
        PIHAK PERTAMA
        ;
        Nama
        Agus Salim
        NIP
        Jabatan
        Kepala Satuan
        Instansi
        Satpol PP
        selanjutnya disebut
        PIHAK KEDUA
        .
        menyatakan dengan sebenarnya hal-hal berikut.
        PIHAK PERTAMA
        menyerahkan kepada
        PIHAK KEDUA
        , dan
        PIHAK KEDUA
        menerima dari
        PIHAK PERTAMA
        , KTP-el yang telah dicetak sebanyak
        3 (tiga) keping
        .
        Kartu telah dihitung bersama satu per satu menurut daftar pada lampiran, dalam keadaan baik dan tidak rusak, kecuali yang dicatat di bawah ini:
        Sejak ditandatangani, kartu menjadi tanggung jawab PIHAK KEDUA sampai diterima oleh yang berhak. Kartu yang tidak terantar dikembalikan kepada PIHAK PERTAMA dengan berita acara pula.
        Rute
        Petugas
        seharusnya
        tidak ada
        diserahkan
        Tanjungkarang Pusat
        R-20170727-1-001
        Raden Mas Bambang Wicaksono Hadi,
        SP-001
        3
        0
        3
        Jumlah seluruhnya
        3
        0
        3
        Demikian berita acara ini dibuat dalam rangkap dua untuk dipergunakan sebagaimana mestinya.
        PIHAK KEDUA
        Satpol PP
        Agus Salim
        NIP
        PIHAK PERTAMA
        Disdukcapil
        Rina Kartika
        NIP 19700101 199503 2 001
        Saksi-saksi
        1.
        NIP
        2.
        NIP
        Lampiran: daftar kartu
        Berita acara serah terima KTP-el 470/12/BAST/VII/2017, Kamis, 27 Juli 2017
        R-20170727-1-001
        Tanjungkarang Pusat · Raden Mas Bambang Wicaksono Hadi, SP-001 · 3 kartu
        KTP-1871-17-00000001-7
        KTP-1871-17-00000002-5
        KTP-1871-17-00000003-0
        """)
  }

  @Test func aHandoverToACourierReadsAsItShouldInEnglish() throws {
    let entries = try Sample(seed: 4, runCount: 1, stopCount: 2).entries
    let document = try Sample.handover(entries, step: .toCourier)
    #expect(
      plainText(of: document.html(in: .english)) == """
        KTP-el handover record
        Number: 470/12/BAST/VII/2017
        On this day, Thursday, 27 July 2017 (27\u{2011}07\u{2011}2017), at Bandar Lampung, we the undersigned:
        Name
        Rina Kartika
        NIP
        19700101 199503 2 001
        Position
        Kepala Dinas
        Office
        Disdukcapil
        hereafter the
        FIRST PARTY
        ;
        Name
        Agus Salim
        NIP
        Position
        Kepala Satuan
        Office
        Satpol PP
        hereafter the
        SECOND PARTY
        .
        truthfully state the following.
        The
        FIRST PARTY
        hands over to the
        SECOND PARTY
        , and the
        SECOND PARTY
        receives from the
        FIRST PARTY
        ,
        3 (three)
        printed KTP-el cards.
        The cards were counted together one by one against the list in the annex, in good condition and undamaged, except as noted here:
        From this signature the cards are in the charge of the SECOND PARTY until those entitled to them receive them. Cards not delivered go back to the FIRST PARTY by a record like this one.
        Run
        Courier
        expected
        missing
        handed over
        Tanjungkarang Pusat
        R-20170727-1-001
        Raden Mas Bambang Wicaksono Hadi,
        SP-001
        3
        0
        3
        Total
        3
        0
        3
        This record is made in two copies, one for each party.
        SECOND PARTY
        Satpol PP
        Agus Salim
        NIP
        FIRST PARTY
        Disdukcapil
        Rina Kartika
        NIP 19700101 199503 2 001
        Witnesses
        1.
        NIP
        2.
        NIP
        Annex: list of cards
        KTP-el handover record 470/12/BAST/VII/2017, Thursday, 27 July 2017
        R-20170727-1-001
        Tanjungkarang Pusat · Raden Mas Bambang Wicaksono Hadi, SP-001 · 3 cards
        KTP-1871-17-00000001-7
        KTP-1871-17-00000002-5
        KTP-1871-17-00000003-0
        """)
  }

  @Test(arguments: UInt64(0)..<20)
  func theCountsReconcileAndEveryCardIsListedOnce(seed: UInt64) throws {
    let entries = try Sample(seed: seed, runCount: 6, stopCount: 12, hostile: seed % 2 == 1)
      .entries.map { entry in
        HandoverDocument.Entry(
          run: entry.run, courier: entry.courier, courierName: entry.courierName,
          kecamatan: entry.kecamatan, expected: entry.expected,
          cards: Array(entry.cards.dropLast()), withheld: Array(entry.cards.suffix(1)))
      }
    let document = try Sample.handover(entries)
    #expect(document.total + entries.count == document.expected)
    for language in Language.allCases {
      let html = document.html(in: language)
      for card in entries.flatMap({ $0.cards + $0.withheld }) {
        #expect(html.ranges(of: card.description).count == 1)
      }
      #expect(html.contains("<tfoot>"))
      #expect(isWellFormed(body(of: html)))
      #expect(!showsIdentityNumber(html))
    }
  }

  @Test func eachKecamatanWithSeveralRunsHasItsSum() throws {
    let sample = try Sample(seed: 2, runCount: 4, stopCount: 5)
    let entries = sample.entries.sorted { $0.kecamatan < $1.kecamatan }
    let text = plainText(of: try Sample.handover(entries).html(in: .indonesian))
    for name in Set(entries.map(\.kecamatan)) {
      let sum = entries.filter { $0.kecamatan == name }.reduce(0) { $0 + $1.cards.count }
      #expect(text.contains("\(name)\n\(sum)\n0\n\(sum)\n"))
    }
  }

  @Test func aKecamatanWithOneRunIsOnlyNamed() throws {
    let entries = try Sample(seed: 4, runCount: 1, stopCount: 2).entries
    let html = try Sample.handover(entries).html(in: .english)
    #expect(
      html.contains("<tr class=\"kecamatan\"><th colspan=\"5\">Tanjungkarang Pusat</th></tr>"))
  }

  @Test func aRunThatDoesNotAddUpIsRefused() throws {
    let entry = try Sample(seed: 1, runCount: 1).entries[0]
    let short = HandoverDocument.Entry(
      run: entry.run, courier: entry.courier, courierName: "", kecamatan: "",
      expected: entry.expected + 1, cards: entry.cards)
    #expect(
      throws: HandoverDocumentError.runDoesNotAddUp(
        entry.run, expected: entry.expected + 1, counted: entry.expected)
    ) { try Sample.handover([short]) }
  }

  @Test func aTotalThatDiffersFromTheLedgerIsRefused() throws {
    let entry = try Sample(seed: 1, runCount: 1).entries[0]
    let error = HandoverDocumentError.totalDoesNotAddUp(
      stated: entry.expected - 1, summed: entry.expected)
    #expect(throws: error) { try Sample.handover([entry], total: entry.expected - 1) }
    #expect(error.phrase.english.contains("the ledger moves \(entry.expected - 1) cards"))
  }

  @Test func aCardOnTwoRunsIsRefused() throws {
    let entries = try Sample(seed: 1, runCount: 2).entries
    let thief = HandoverDocument.Entry(
      run: entries[1].run, courier: entries[1].courier, courierName: "", kecamatan: "",
      expected: 1, cards: [entries[0].cards[0]])
    #expect(
      throws: HandoverDocumentError.repeatedCard(entries[0].cards[0], entries[1].run)
    ) { try Sample.handover([entries[0], thief]) }
  }

  @Test func aDocumentWithoutCardsIsRefused() {
    #expect(throws: HandoverDocumentError.noCards("470/12/BAST/VII/2017")) {
      try Sample.handover([])
    }
  }

  @Test func oneCourierSignsForOneRun() throws {
    let entries = try Sample(seed: 1, runCount: 2).entries
    #expect(throws: HandoverDocumentError.severalRuns("470/12/BAST/VII/2017", 2)) {
      try Sample.handover(entries, step: .toCourier)
    }
  }

  @Test func cardsForAVillageOfficeNeedNoRunAndNoCourier() throws {
    let cards = try Sample(seed: 1, runCount: 1).entries[0].cards
    let entry = HandoverDocument.Entry(
      run: nil, courier: nil, courierName: "Kantor Kelurahan Kedaton", kecamatan: "Kedaton",
      expected: cards.count, cards: cards)
    let html = try Sample.handover([entry], step: .toVillage).html(in: .english)
    #expect(isWellFormed(body(of: html)))
    #expect(html.contains("<h3>Kedaton · Kantor Kelurahan Kedaton · \(cards.count) cards</h3>"))
    #expect(html.contains("keeps the cards for their owners to collect in person"))
    #expect(
      HandoverDocumentError.repeatedCard(cards[0], nil).phrase.english
        == "card \(cards[0]) is listed twice, last on the list without a run; count the cards again"
    )
  }
}
