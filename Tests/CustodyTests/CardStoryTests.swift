import Custody
import Domain
import Testing

@Suite struct CardStoryTests {
  @Test func aResidentReadsWhatHappenedToTheirCard() throws {
    let lines = CardStory.lines(of: try Samples.card(2), in: try Samples.day())
    #expect(
      lines.map { $0.text(in: .indonesian, zone: .western) } == [
        "27 Jul 2017 09.01: kartu dicetak dan disimpan di kantor",
        "27 Jul 2017 09.02: diserahkan kepada petugas SP-017 untuk diantar (BAST/1871/20170727/001)",
        "27 Jul 2017 09.03: petugas SP-017 datang, kartu belum dapat diserahkan: pindah;"
          + " selanjutnya: betulkan alamat",
        "27 Jul 2017 09.05: dikembalikan ke kantor oleh petugas SP-017",
        "27 Jul 2017 09.06: diperiksa kantor, siap diantar lagi",
      ])
    #expect(
      lines.map { $0.text(in: .english, zone: .eastern) } == [
        "27 Jul 2017 11:01: card printed, kept at the office",
        "27 Jul 2017 11:02: handed to courier SP-017 to be delivered (BAST/1871/20170727/001)",
        "27 Jul 2017 11:03: courier SP-017 called, the card could not be handed over: moved;"
          + " next: correct the address",
        "27 Jul 2017 11:05: brought back to the office by courier SP-017",
        "27 Jul 2017 11:06: checked by the office, ready to be brought again",
      ])
  }

  @Test func aDeliveredCardEndsWithWhoTookItByRelationOnly() throws {
    let last = try value(
      CardStory.lines(of: try Samples.card(1), in: try Samples.day()).last)
    #expect(
      last.text(in: .indonesian, zone: .central)
        == "27 Jul 2017 10.04: diserahkan oleh petugas SP-017, diterima pemilik sendiri")
    #expect(
      last.text(in: .english, zone: .central)
        == "27 Jul 2017 10:04: delivered by courier SP-017, taken by the resident in person")
  }

  struct Telling: CustomTestStringConvertible {
    let event: Event
    let indonesian: String
    let english: String

    var testDescription: String { english }
  }

  @Test func everyKindIsToldInWordsOfItsOwn() throws {
    let card = try Samples.card(1)
    for telling in try Self.tellings() {
      let about = telling.event.cards.contains(card) ? card : card.old
      let line = try value(CardStory.lines(of: about, in: [telling.event]).first)
      #expect(line.phrase.indonesian == telling.indonesian)
      #expect(line.phrase.english == telling.english)
    }
  }

  @Test func aStoryNamesNoOtherCardAndNoPerson() throws {
    let card = try Samples.card(1)
    let others = [try Samples.card(2), try Samples.card(2).old]
    for telling in try Self.tellings() {
      let about = telling.event.cards.contains(card) ? card : card.old
      let shared = (telling.event.cards + [try Samples.card(2)]).sorted()
      let event = telling.event.with(cards: shared, actor: "Siti Contoh")
      for line in CardStory.lines(of: about, in: [event]) {
        let text = line.phrase.indonesian + line.phrase.english
        #expect(!text.contains("Siti") && !others.contains { text.contains($0.description) })
      }
    }
  }

  private static func tellings() throws -> [Telling] {
    let card = try Samples.card(1)
    let (courier, village) = (try Samples.courier(), try Samples.village())
    func event(_ kind: Event.Kind, _ giver: Holder, _ taker: Holder) throws -> Event {
      try Samples.event(kind, [card], from: giver, to: taker)
    }
    let onTheWay = [
      Telling(
        event: try event(.packed, .office, .office),
        indonesian: "disiapkan di tas antaran, masih di kantor",
        english: "put into the bag of a delivery run, still at the office"),
      Telling(
        event: try event(.handedOver, .office, village),
        indonesian: "dikirim ke kantor kelurahan/desa 18.71.01.1003 (BAST/1871/20170727/001),"
          + " silakan diambil di sana",
        english: "sent to village office 18.71.01.1003 (BAST/1871/20170727/001),"
          + " to be collected there"),
      Telling(
        event: try event(.handedOver, .office, .organisation("Pos Indonesia"))
          .with(item: try value(PostItem("RR473124829ID"))),
        indonesian: "diserahkan kepada Pos Indonesia untuk diantar (BAST/1871/20170727/001),"
          + " nomor kiriman RR473124829ID",
        english: "handed to Pos Indonesia to be delivered (BAST/1871/20170727/001),"
          + " item number RR473124829ID"),
      Telling(
        event: try event(.scannedOut, courier, courier),
        indonesian: "petugas SP-017 memeriksa isi tas dan berangkat membawa kartu",
        english: "courier SP-017 checked the bag and set out with the card"),
      Telling(
        event: try event(.delivered, courier, .resident)
          .with(recipient: .family, exchanged: [card.old]),
        indonesian: "diserahkan oleh petugas SP-017, diterima keluarga serumah, KTP lama ditarik",
        english: "delivered by courier SP-017, taken by family in the household,"
          + " old card taken back"),
      Telling(
        event: try event(.failed, courier, courier).with(action: .holdAtVillage),
        indonesian: "petugas SP-017 datang, kartu belum dapat diserahkan: penghuni tidak di"
          + " tempat; selanjutnya: titipkan di kelurahan/desa",
        english: "courier SP-017 called, the card could not be handed over: nobody at home;"
          + " next: hold at the village office"),
      Telling(
        event: try event(.reattempted, courier, courier),
        indonesian: "petugas SP-017 akan datang sekali lagi",
        english: "courier SP-017 will call again"),
      Telling(
        event: try event(.held, courier, village),
        indonesian: "dititipkan di kantor kelurahan/desa 18.71.01.1003, silakan diambil di sana",
        english: "left at village office 18.71.01.1003, to be collected there"),
    ]
    return onTheWay
      + [
        Telling(
          event: try event(.delivered, courier, .resident)
            .with(cards: [try Samples.card(2)], exchanged: [card.old]),
          indonesian: "KTP lama ditukar dengan kartu baru dan dibawa petugas SP-017",
          english: "old card given up for the new one and taken by courier SP-017"),
        Telling(
          event: try event(.withdrawn, .resident, .office).with(cards: [card.old]),
          indonesian: "KTP lama diserahkan kepada kantor",
          english: "old card given up to the office"
        ),
        Telling(
          event: try event(.missing, courier, courier),
          indonesian: "tidak ditemukan saat dihitung di petugas SP-017, sedang dicari",
          english: "not found when courier SP-017 counted, being looked for"),
        Telling(
          event: try event(.found, courier, .office), indonesian: "ditemukan kembali di kantor",
          english: "found again at the office"),
        Telling(
          event: try event(.counted, .office, .office), indonesian: "dihitung, ada di kantor",
          english: "counted, present at the office"),
        Telling(
          event: try event(.destroyed, .office, .destruction),
          indonesian: "dimusnahkan di hadapan saksi (BAST/1871/20170727/001)",
          english: "destroyed before witnesses (BAST/1871/20170727/001)"),
        Telling(
          event: try event(.corrected, courier, .office),
          indonesian: "catatan dibetulkan kantor: kartu ada di kantor",
          english: "record corrected by the office: the card is with the office"),
        Telling(
          event: try event(.erased, .resident, .resident),
          indonesian: "data pribadi dihapus sesuai hukum",
          english: "personal data erased as the law asks"),
        Telling(
          event: try event(.feeReported, courier, courier),
          indonesian: "permintaan uang Rp50.000 dilaporkan; kartu ini gratis, jangan membayar siapa"
            + " pun",
          english: "a demand of Rp50,000 was reported; the card is free, pay nobody"),
      ]
  }
}
