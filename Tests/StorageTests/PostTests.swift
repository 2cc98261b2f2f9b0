import Custody
import Domain
import Storage
import Testing

@Suite struct PostTests {
  private let evening = DispatchedDay.evening
  private let post = Holder.organisation("Pos Indonesia")

  private func posted() throws -> (day: DispatchedDay, items: [PostItem]) {
    let day = try DispatchedDay()
    let items = try ["RR473124829ID", "RR287043775ID"].map { try #require(PostItem($0)) }
    let signed = try day.store.handToPost(
      [(day.cards[6], items[0]), (day.cards[7], items[1])], organisation: "Pos Indonesia",
      giver: "Rina", taker: "Agus", now: DispatchedDay.morning)
    #expect(signed.handover.kind == .outsideRuns)
    #expect(signed.handover.cards == [day.cards[6], day.cards[7]])
    return (day, items)
  }

  @Test func aPostCarriesCardsUnderItsOwnNumbers() throws {
    let (day, items) = try posted()
    #expect(try day.store.custody(of: day.cards[6]).holder == post)
    let outcome = try day.store.recordPost(
      [
        PostEvent(item: items[0], code: .enteredSorting, time: DispatchedDay.morning),
        PostEvent(item: items[0], code: .delivered, time: evening, outcome: .delivered(to: .own)),
        PostEvent(
          item: items[1], code: .attemptFailed, time: evening,
          outcome: .failed(.notHome, .retry)),
      ], organisation: "Pos Indonesia", by: "Rina", now: evening)
    #expect((outcome.noted, outcome.recorded) == (1, 2))
    #expect(try day.statuses([day.cards[6]]) == [.delivered])
    #expect(try day.store.custody(of: day.cards[7]).attempts == 1)
    #expect(
      try day.store.postEvents(of: day.cards[6]).map(\.code) == [.enteredSorting, .delivered])
    #expect(try day.store.verify().findings == [])
  }

  @Test func theSameReportAgainChangesNothing() throws {
    let (day, items) = try posted()
    let report = [
      PostEvent(item: items[0], code: .delivered, time: evening, outcome: .delivered(to: .family))
    ]
    _ = try day.store.recordPost(
      report, organisation: "Pos Indonesia", by: "Rina", now: evening)
    let again = try day.store.recordPost(
      report, organisation: "Pos Indonesia", by: "Rina", now: evening)
    #expect(again.alreadyKnown == 1)
    #expect(again.recorded == 0)
    let contradiction = try day.store.recordPost(
      [
        PostEvent(
          item: items[0], code: .attemptFailed, time: evening,
          outcome: .failed(.notHome, .retry))
      ], organisation: "Pos Indonesia", by: "Rina", now: evening)
    #expect(
      contradiction.refused.map(\.refusal) == [.alreadyDelivered(day.cards[6], since: evening)])
    let stranger = try #require(PostItem("VV123456785ID"))
    let unknown = try day.store.recordPost(
      [PostEvent(item: stranger, code: .posted, time: evening)], organisation: "Pos Indonesia",
      by: "Rina", now: evening)
    #expect(unknown.unknown.map(\.item) == [stranger])
    #expect(try day.store.verify().findings == [])
  }

  @Test func aVillageOfficeKeepsCardsForItsResidents() throws {
    let day = try DispatchedDay()
    let village = Holder.villageOffice(try TestOffice.code("18.71.01.1001"))
    let draft = try day.store.createHandover(
      of: [day.cards[6]], to: village, now: DispatchedDay.morning)
    #expect(draft.taker == village)
    try day.store.signHandover(
      draft.number, giver: "Rina", taker: "Lurah", now: DispatchedDay.morning)
    #expect(try day.statuses([day.cards[6]]) == [.held])
    try day.store.hand(
      [day.cards[6]], from: village, to: .family, proofs: Proof.signed, receiverName: "Wati",
      by: "Lurah", now: evening)
    #expect(try day.statuses([day.cards[6]]) == [.delivered])
    #expect(throws: StoreRefusal.takerNotAllowed(.resident)) {
      try day.store.createHandover(of: [day.cards[7]], to: .resident, now: evening)
    }
    #expect(throws: StoreRefusal.cardNotInOffice(day.bag[0])) {
      try day.store.createHandover(of: [day.bag[0]], to: village, now: evening)
    }
    #expect(try day.store.verify().findings == [])
  }
}
