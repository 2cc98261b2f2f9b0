import Custody
import Domain
import Testing

@Suite struct CardStoryTests {
  @Test func aResidentReadsWhatHappenedToTheirCard() throws {
    let lines = CardStory.lines(of: try Samples.card(2), in: try Samples.day())
    #expect(
      lines.map { $0.text(in: .indonesian, zone: .western) } == [
        "27 Jul 2017 09.01: kartu dicetak dan disimpan di kantor",
        "27 Jul 2017 09.02: diserahkan kepada petugas SP-017 (BAST/1871/20170727/001)",
        "27 Jul 2017 09.03: petugas SP-017 datang, kartu belum dapat diserahkan: pindah",
        "27 Jul 2017 09.05: dikembalikan ke kantor oleh petugas SP-017",
        "27 Jul 2017 09.06: diperiksa kantor, siap diantar lagi",
      ])
    #expect(
      lines.map { $0.text(in: .english, zone: .eastern) } == [
        "27 Jul 2017 11:01: card printed, kept at the office",
        "27 Jul 2017 11:02: handed over to courier SP-017 (BAST/1871/20170727/001)",
        "27 Jul 2017 11:03: courier SP-017 called, the card could not be handed over: moved",
        "27 Jul 2017 11:05: brought back to the office by courier SP-017",
        "27 Jul 2017 11:06: checked by the office, ready to be brought again",
      ])
  }

  @Test func aDeliveredCardEndsWithWhoTookItByRelationOnly() throws {
    let lines = CardStory.lines(of: try Samples.card(1), in: try Samples.day())
    let last = try value(lines.last)
    #expect(
      last.text(in: .indonesian, zone: .central)
        == "27 Jul 2017 10.04: diserahkan oleh petugas SP-017, diterima pemilik sendiri")
    #expect(
      last.text(in: .english, zone: .central)
        == "27 Jul 2017 10:04: delivered by courier SP-017, taken by the resident in person")
  }

  @Test func aHeldCardSaysWhereToFetchIt() throws {
    let card = try Samples.card(1)
    let event = try Samples.event(
      .held, [card], from: try Samples.courier(), to: try Samples.village())
    let line = try value(CardStory.lines(of: card, in: [event]).first)
    #expect(
      line.phrase.indonesian
        == "dititipkan di kantor kelurahan/desa 18.71.01.1003, silakan diambil di sana")
    #expect(
      line.phrase.english == "left at village office 18.71.01.1003, to be collected there")
  }

  @Test func aStoryNamesNoOtherCard() throws {
    let other = try Samples.card(2).description
    for line in CardStory.lines(of: try Samples.card(1), in: try Samples.day()) {
      #expect(!(line.phrase.indonesian + line.phrase.english).contains(other))
    }
  }
}
