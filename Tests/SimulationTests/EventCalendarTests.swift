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
}
