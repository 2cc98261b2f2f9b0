import Custody
import Domain
import Foundation
import Geometry
import Reports
import TestSupport
import Testing

/// The papers that lead to a proof: labels, receipts, records of destruction, signed handovers.
@Suite struct PaperTests {
  private static let time = Instant(milliseconds: 1_501_121_640_000)

  private func card(_ serial: Int) throws -> CardID {
    CardID(regency: try known(RegionCode("18.71")), year: 2017, serial: serial)
  }

  static func proof() throws -> ProofReference {
    try known(
      ProofReference(
        workspaceID: "0123456789abcdef0123456789abcdef", place: 191_234,
        leaf: Fingerprint(sha256Of: [1])))
  }

  @Test func aReferenceToAProofIsReadAsItIsWritten() throws {
    let proof = try Self.proof()
    #expect(
      proof.description == "HANTAR1 0123456789abcdef 191234 \(Fingerprint(sha256Of: [1]))")
    #expect(ProofReference(proof.description) == proof)
  }

  @Test(arguments: [
    "", "HANTAR1", "HANTAR2 0123456789abcdef 7 LEAF", "HANTAR1 0123456789abcde 7 LEAF",
    "HANTAR1 0123456789ABCDEF 7 LEAF", "HANTAR1 0123456789abcdef -7 LEAF",
    "HANTAR1 0123456789abcdef 07 LEAF", "HANTAR1 0123456789abcdef 7 LEA", "KTP-1871-17-00000001-7",
    "HANTAR1 0123456789abcdef  7 LEAF", "HANTAR1 0123456789abcdef 7 LEAF ",
  ])
  func whatIsNoReferenceIsNotRead(text: String) {
    let leaf = Fingerprint(sha256Of: [1]).description
    #expect(ProofReference(text.replacingFirst("LEAF", with: leaf)) == nil)
  }

  @Test func aSheetHasTwentyFourLabelsAndNothingAboutAnyone() throws {
    let sample = try Sample(seed: 3, runCount: 4, stopCount: 8)
    let cards = sample.cards.keys.sorted()
    let labels = cards.map { CardLabelSheet.Label(card: $0, run: sample.runs[0].id, stop: 3) }
    let html = CardLabelSheet(labels, skipping: 5).html(in: .indonesian)
    #expect(html.ranges(of: "<section class=\"sheet\">").count == (cards.count + 5 + 23) / 24)
    #expect(html.ranges(of: "<svg").count == cards.count)
    #expect(html.ranges(of: "alamat 3").count == cards.count)
    for card in sample.cards.values {
      #expect(!html.contains(card.resident.name) && !html.contains(card.resident.nik.masked))
    }
    #expect(!showsIdentityNumber(plainText(of: html)))
    #expect(isWellFormed(body(of: html)))
  }

  @Test func labelsUsedUpBeyondASheetCountFromTheNext() throws {
    #expect(CardLabelSheet([], skipping: 25).skipping == 1)
    #expect(CardLabelSheet([], skipping: -3).skipping == 0)
  }

  /// The QR code on a label, read by another program, is the card.
  @Test(
    .enabled(if: QRReader.isInstalled, "zbarimg and rsvg-convert are needed to read codes back"))
  func theCodeOnALabelIsTheCard() throws {
    let card = try card(7)
    let html = CardLabelSheet([.init(card: card)]).html(in: .english)
    let start = try known(html.range(of: "<svg"))
    let end = try known(html.range(of: "</svg>"))
    #expect(try QRReader.read(String(html[start.lowerBound..<end.upperBound])) == card.description)
  }

  private func receipt() throws -> HandoverReceipt {
    try HandoverReceipt(
      office: "Disdukcapil", town: "Bandar Lampung", cards: [card(1), card(2)], recipient: .family,
      giver: .courier(known(CourierID("SP-017"))), time: Self.time, zone: .western,
      proofs: [.signature, .pin], oldCards: [card(1).old], proof: Self.proof())
  }

  @Test func aReceiptReadsAsItShouldInIndonesian() throws {
    let half = """
      Kartu
      KTP-1871-17-00000001-7
      KTP-1871-17-00000002-5
      Diterima oleh
      keluarga serumah
      Waktu
      Bandar Lampung, Kamis, 27 Juli 2017, 09:14 WIB
      Diserahkan oleh
      petugas SP-017
      Bukti
      tanda tangan, PIN penduduk
      KTP lama ditarik
      OLD-1871-17-00000001-7
      Yang menerima
      Yang menyerahkan
      KTP-el dan pengantarannya tidak dipungut biaya (UU 24/2013 Pasal 79A). Bila ada yang meminta uang, laporkan kepada kantor ini.
      """
    #expect(
      plainText(of: try receipt().html(in: .indonesian)) == """
        Tanda terima KTP-el
        Disdukcapil · untuk penduduk
        Bukti: entri 191.234
        0123456789abcdef
        \(half)
        Tanda terima KTP-el
        Disdukcapil · untuk kantor
        Bukti: entri 191.234
        0123456789abcdef
        \(half)
        """)
  }

  @Test func aReceiptReadsAsItShouldInEnglish() throws {
    let text = plainText(of: try receipt().html(in: .english))
    for line in [
      "Receipt for a KTP-el card", "Disdukcapil · for the resident", "Proof: entry 191,234",
      "family in the household", "Bandar Lampung, Thursday, 27 July 2017, 09:14 WIB",
      "courier SP-017", "signature, resident&#39;s PIN",
    ] {
      #expect(text.contains("\(line)\n"))
    }
  }

  @Test func aReceiptWithoutCardsIsRefused() {
    #expect(throws: HandoverReceiptError.noCards) {
      try HandoverReceipt(
        office: "", town: "", cards: [], recipient: .own, giver: .office, time: Self.time,
        zone: .western, proofs: [])
    }
  }

  private func destruction(
    cards: [CardID], witnesses: Int = 2
  ) throws -> DestructionDocument {
    try DestructionDocument(
      number: "BAP/1871/1", date: known(CalendarDate("2017-07-27")), place: "Bandar Lampung",
      official: .init(name: "Rina Kartika", position: "Kepala Dinas", office: "Disdukcapil"),
      witnesses: (0..<witnesses).map {
        .init(name: "Saksi \($0 + 1)", position: "Anggota", office: "Satpol PP")
      },
      entries: cards.map { .init(card: $0, cause: $0.isOld ? .replaced : .damaged) },
      proof: Self.proof())
  }

  @Test func aRecordOfDestructionNamesCardsCausesAndWitnesses() throws {
    let html = try destruction(cards: [card(3), card(1).old, card(2).old]).html(in: .indonesian)
    #expect(isWellFormed(body(of: html)))
    let text = plainText(of: html)
    for line in [
      "Berita acara pemusnahan KTP-el", "Nomor: BAP/1871/1", "3 (tiga) keping",
      "KTP lama yang diganti\n2", "rusak\n1", "Jumlah\n3", "Saksi 1", "Saksi 2",
      "KTP lama yang diganti · 2\nOLD-1871-17-00000001-7\nOLD-1871-17-00000002-5",
      "Bukti: entri 191.234",
    ] {
      #expect(text.contains(line), "\(line)")
    }
    #expect(html.contains("470.13/11176/SJ"))
  }

  @Test func aDestructionNeedsCardsEachOnceAndTwoWitnesses() throws {
    let card = try card(1).old
    #expect(throws: DestructionDocumentError.noCards("BAP/1871/1")) { try destruction(cards: []) }
    #expect(throws: DestructionDocumentError.tooFewWitnesses(1)) {
      try destruction(cards: [card], witnesses: 1)
    }
    #expect(throws: DestructionDocumentError.repeatedCard(card)) {
      try destruction(cards: [card, card])
    }
  }

  @Test func aSignedHandoverSaysSoAndLeadsToItsProof() throws {
    let entry = try Sample(seed: 1, runCount: 1).entries[0]
    let extra = try card(99)
    let counted = HandoverDocument.Entry(
      run: entry.run, courier: entry.courier, courierName: entry.courierName,
      kecamatan: entry.kecamatan, expected: entry.expected, cards: Array(entry.cards.dropFirst()),
      withheld: [entry.cards[0]], extra: [extra])
    let party = HandoverDocument.Party(name: "Rina", position: "Kepala", office: "Disdukcapil")
    let document = try HandoverDocument(
      step: .toCourier, number: "1", date: known(CalendarDate("2017-07-27")), place: "Kota",
      giver: party, taker: party, entries: [counted], total: counted.cards.count,
      signing: .init(time: Self.time, zone: .western), proof: Self.proof())
    let text = plainText(of: document.html(in: .indonesian))
    #expect(
      text.contains(
        "Ditandatangani kedua pihak pada Kamis, 27 Juli 2017 pukul 09:14 WIB dan dicatat dalam buku "
          + "serah terima."))
    #expect(text.contains("Bukti: entri 191.234"))
    #expect(text.contains("Tidak ada saat dihitung:\n\(entry.cards[0])"))
    #expect(text.contains("Lebih saat dihitung, tetap pada yang menyerahkan:\n\(extra)"))
  }

  @Test func aCardThatIsBothThereAndTooManyIsRefused() throws {
    let entry = try Sample(seed: 1, runCount: 1).entries[0]
    let doubled = HandoverDocument.Entry(
      run: entry.run, courier: entry.courier, courierName: "", kecamatan: "",
      expected: entry.expected, cards: entry.cards, extra: [entry.cards[0]])
    #expect(throws: HandoverDocumentError.repeatedCard(entry.cards[0], entry.run)) {
      try Sample.handover([doubled])
    }
  }
}

extension String {
  fileprivate func replacingFirst(_ word: String, with other: String) -> String {
    guard let range = range(of: word) else { return self }
    return self[..<range.lowerBound] + other + self[range.upperBound...]
  }
}
