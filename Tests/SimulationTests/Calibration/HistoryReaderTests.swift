import Domain
import Testing

@testable import Simulation

@Suite struct HistoryReaderTests {
  private func samples(
    _ cards: [HistoryCard], from: Int = 0, to: Int = 27, channels: [DeliveryChannel]? = nil
  ) throws -> HistorySamples {
    HistorySamples(
      try Books.history(cards, from: from, to: to), try Books.scenario(channels: channels))
  }

  @Test func aCardIsFollowedFromRequestToHand() throws {
    let samples = try samples([
      try Books.card(
        1, desa: 2, requested: -3, printed: 1,
        [
          try Books.event(.handedOver, 2), try Books.event(.failed("NOT_HOME"), 3, hour: 10),
          try Books.event(.returned, 3, hour: 16), try Books.event(.handedOver, 5),
          try Books.event(.delivered(.courier), 5, hour: 14),
        ])
    ])
    #expect(samples.printDays == [4])
    #expect(samples.handOverDays == [1])
    #expect(samples.firstCallDays == [[1]])
    #expect(samples.retryDays == [[2]])
    #expect(samples.calls.map(\.number) == [1, 2])
    #expect(samples.calls.map(\.reason) == [0, nil])
    #expect(samples.calls.map(\.hour) == [10, 14])
    #expect(samples.calls.map(\.weekday) == [3, 5])
    #expect(samples.calls.map(\.place) == [2, 2])
    #expect(samples.courierDays.values.sorted() == [0, 1])
    #expect(samples.findings.list == [])
  }

  @Test func whatIsNoCallIsNotCountedAsOne() throws {
    let samples = try samples([
      try Books.card(
        1,
        [
          try Books.event(.failed("NO_TIME"), 1), try Books.event(.failed("REFUSED"), 2),
          try Books.event(.returned, 2, hour: 16), try Books.event(.cleared, 3),
          try Books.event(.delivered(.courier), 6),
        ])
    ])
    // Being out of time is no call, and after a clerk cleared the card its calls begin anew.
    #expect(samples.calls.map(\.number) == [1, 1])
    #expect(samples.retryDays == [[]])
  }

  @Test func heldCardsAreFetchedOrGoBack() throws {
    let samples = try samples([
      try Books.card(
        1, [try Books.event(.held, 1), try Books.event(.delivered(.courier), 4)]),
      try Books.card(
        2, [try Books.event(.held, 1), try Books.event(.returned, 21)]),
      try Books.card(3, [try Books.event(.held, 5)]),
      try Books.card(4, [try Books.event(.held, 5), try Books.event(.removed, 9)]),
    ])
    #expect(samples.holds.map(\.since) == [1, 1, 5].map { Books.monday.dayNumber + $0 })
    #expect(samples.holds.map { $0.fetched != nil } == [true, false, false])
    #expect(samples.holds.map { $0.returned != nil } == [false, true, false])
    #expect(samples.calls.isEmpty)
  }

  @Test func villageAndCounterHaveTheirOwnWaits() throws {
    let channels = [try Books.door(), Books.village, Books.counter()]
    let samples = try samples(
      [
        try Books.card(
          1,
          [try Books.event(.sentToVillage, 1), try Books.event(.delivered(.villageOffice), 8)]),
        try Books.card(2, [try Books.event(.sentToVillage, 1)]),
        try Books.card(3, channel: .counter, [try Books.event(.delivered(.counter), 3)]),
        try Books.card(4, channel: .counter),
        // Meant for the door and fetched before anyone called: tells nothing of the counter.
        try Books.card(5, [try Books.event(.delivered(.counter), 3)]),
      ], channels: channels)
    #expect(
      samples.villageStays.map { $0.fetched.map { $0 - Books.monday.dayNumber } } == [8, nil])
    #expect(
      samples.counterStays.map { $0.fetched.map { $0 - Books.monday.dayNumber } } == [3, nil])
    #expect(samples.counterStays.map(\.channel) == [2, 2])
    #expect(samples.calls.isEmpty)
  }

  @Test func onlyThePeriodCountsAndWhatCameLaterIsNotKnown() throws {
    let card = try Books.card(
      1,
      [
        try Books.event(.failed("NOT_HOME"), 2), try Books.event(.failed("NOT_HOME"), 5),
        try Books.event(.delivered(.courier), 9),
      ])
    let samples = try samples([card, try Books.card(2, printed: 8)], from: 4, to: 7)
    #expect(samples.calls.map(\.number) == [2])
    #expect(samples.calls.map { $0.day - Books.monday.dayNumber } == [5])
    #expect(samples.retryDays == [[3]])
    #expect(samples.cards.map(\.id) == [try Books.id(1)])
  }

  struct Fault: CustomTestStringConvertible {
    var events: [(HistoryEvent.Kind, Int)]
    var requested = -10
    var fault: HistoryFault
    var testDescription: String { fault.rawValue }
  }

  @Test(arguments: [
    Fault(events: [], requested: 3, fault: .printedBeforeRequest),
    Fault(events: [(.handedOver, -3)], fault: .eventBeforePrint),
    Fault(events: [(.handedOver, 4), (.delivered(.courier), 3)], fault: .clockRunsBack),
    Fault(
      events: [(.delivered(.courier), 3), (.failed("NOT_HOME"), 4)], fault: .eventAfterDelivery),
  ])
  func aCardThatContradictsItselfIsLeftOutAndNamed(_ row: Fault) throws {
    let events = try row.events.map { try Books.event($0.0, $0.1) }
    let samples = try samples([
      try Books.card(1, requested: row.requested, events),
      try Books.card(2, [try Books.event(.delivered(.courier), 1)]),
    ])
    #expect(samples.cards.map(\.id) == [try Books.id(2)])
    #expect(samples.calls.count == 1)
    #expect(
      samples.findings.list == [
        HistoryFinding(fault: row.fault, cards: 1, examples: [try Books.id(1)])
      ])
    #expect(row.fault.leavesCardOut)
  }

  @Test func aNumberThatStandsThereTwiceCountsOnce() throws {
    let card = try Books.card(1, [try Books.event(.delivered(.courier), 1)])
    let samples = try samples([card, card, card])
    #expect(samples.calls.count == 1)
    #expect(samples.findings.list.map(\.fault) == [.repeatedCard])
    #expect(samples.findings.list.map(\.cards) == [2])
  }

  @Test func strangePlacesAndReasonsAreNamedAndTheRestIsUsed() throws {
    var far = try Books.card(
      1, [try Books.event(.failed("FLOOD"), 1), try Books.event(.delivered(.courier), 2)])
    far.desa = try Books.code("18.71.09.1001")
    let samples = try samples([far])
    #expect(samples.findings.list.map(\.fault) == [.unknownPlace, .unknownReason])
    #expect(samples.calls.map(\.place) == [nil])
    #expect(samples.calls.count == 1)
  }

  @Test func faultsAreCountedAndFiveOfThemNamed() throws {
    let cards = try (1...8).map { try Books.card($0, requested: 3) }
    let finding = try #require(try samples(cards).findings.list.first)
    #expect(finding.cards == 8)
    #expect(finding.examples == (try (1...5).map { try Books.id($0) }))
  }

  @Test func organisationsAreTheChannelsOfThatName() throws {
    var post = try Books.door()
    post.name = "pos"
    post.title = Phrase(id: "Pos", en: "Post")
    var match = ChannelMatch(
      try Books.history([]), try Books.scenario(channels: [try Books.door(), post]))
    #expect(match.door(of: "Satpol PP") == 0)
    #expect(match.door(of: "Pos Indonesia") == 1)
    #expect(match.door(of: "JNE") == nil)
    #expect(match.door(of: nil) == nil)
    var only = ChannelMatch(try Books.history([]), try Books.scenario())
    #expect(only.door(of: "JNE") == 0)
    var none = ChannelMatch(
      try Books.history([]), try Books.scenario(channels: [Books.village]))
    #expect(none.door(of: "JNE") == nil)
  }
}
