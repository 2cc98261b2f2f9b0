import TestSupport
import Testing

@testable import Simulation

@Suite struct EventCalendarTests {
  @Test(arguments: UInt64(0)..<50)
  func handsOutEventsAsAStableSortWould(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    var calendar = EventCalendar()
    let times = (0..<200).map { _ in Int32.random(in: 0..<40, using: &random) }
    for (index, time) in times.enumerated() {
      calendar.schedule(at: time, .supply, subject: Int32(index))
    }

    var order: [Int32] = []
    while let event = calendar.next() { order.append(event.subject) }

    let expected = times.indices.sorted { (times[$0], $0) < (times[$1], $1) }.map { Int32($0) }
    #expect(order == expected)
    #expect(calendar.handledCount == 200)
  }

  /// Events schedule others, near and days away, as they do in a simulation.
  @Test(arguments: UInt64(0)..<50)
  func handsOutTheEarliestOfWhatIsLeftWhileMoreIsScheduled(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    var calendar = EventCalendar()
    var left: [(time: Int32, number: Int32)] = []
    var scheduled: Int32 = 0
    func schedule(within seconds: Int32) {
      let time = calendar.now + Int32.random(in: 0...seconds, using: &random)
      calendar.schedule(at: time, .delivery, subject: scheduled)
      left.append((time, scheduled))
      scheduled += 1
    }
    for _ in 0..<100 { schedule(within: 400_000) }
    var wrong = 0
    while let event = calendar.next() {
      guard let first = left.indices.min(by: { left[$0] < left[$1] }) else { break }
      if left[first].time != event.time || left[first].number != event.subject { wrong += 1 }
      left.remove(at: first)
      guard scheduled < 1000 else { continue }
      for _ in 0..<Int.random(in: 0...2, using: &random) { schedule(within: 3) }
      schedule(within: 200_000)
    }
    #expect(wrong == 0)
    #expect(left.isEmpty)
    #expect(calendar.handledCount == Int(scheduled))
  }

  @Test func handsOutNothingOnceEverythingIsDropped() {
    var calendar = EventCalendar()
    for time: Int32 in [5, 5000, 50_000] { calendar.schedule(at: time, .supply) }
    _ = calendar.next()
    calendar.removeAll()
    #expect(calendar.next() == nil)
    #expect(calendar.count == 0)

    calendar.schedule(at: 6000, .supply, subject: 7)
    #expect(calendar.next()?.subject == 7)
  }
}
