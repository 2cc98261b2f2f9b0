import Domain
import Testing

@Suite struct ShiftTests {
  struct Refusal: CustomTestStringConvertible {
    var hours: (String, String)
    var rest: (String, String, Int)?
    var testDescription: String { "\(hours) \(rest.map { "\($0)" } ?? "")" }
  }

  static let endingBeforeTheyStart = [
    Refusal(hours: ("08:00", "08:00")), Refusal(hours: ("16:00", "08:00")),
  ]
  static let withABreakThatDoesNotFit = [
    Refusal(hours: ("08:00", "16:00"), rest: ("07:00", "12:00", 60)),
    Refusal(hours: ("08:00", "16:00"), rest: ("12:00", "11:00", 60)),
    Refusal(hours: ("08:00", "16:00"), rest: ("12:00", "15:30", 60)),
    Refusal(hours: ("08:00", "16:00"), rest: ("12:00", "13:00", 0)),
    Refusal(hours: ("08:00", "16:00"), rest: ("12:00", "13:00", -5)),
    Refusal(hours: ("08:00", "16:00"), rest: ("12:00", "13:00", 10_000)),
  ]

  @Test(arguments: endingBeforeTheyStart)
  func refusesHoursOutOfOrder(_ refusal: Refusal) throws {
    #expect(
      throws: ShiftError.endsBeforeStart(try time(refusal.hours.0), try time(refusal.hours.1))
    ) { try shift(refusal) }
  }

  @Test(arguments: withABreakThatDoesNotFit)
  func refusesABreakThatDoesNotFit(_ refusal: Refusal) throws {
    #expect(
      throws: ShiftError.breakDoesNotFit(try time(refusal.hours.0), try time(refusal.hours.1))
    ) { try shift(refusal) }
  }

  @Test func takesABreakThatJustFits() throws {
    let shift = try shift(Refusal(hours: ("08:00", "16:00"), rest: ("08:00", "15:00", 60)))
    #expect(shift.rest?.minutes == 60)
  }

  private func shift(_ refusal: Refusal) throws -> Shift {
    let rest = try refusal.rest.map {
      Shift.Break(earliest: try time($0.0), latest: try time($0.1), minutes: $0.2)
    }
    return try Shift(
      start: try time(refusal.hours.0), end: try time(refusal.hours.1), rest: rest)
  }

  private func time(_ text: String) throws -> TimeOfDay { try #require(TimeOfDay(text)) }
}

@Suite struct CourierIDTests {
  @Test(arguments: [("p-01", "P-01"), ("198001012005011001", "198001012005011001"), ("A", "A")])
  func readsABadgeNumberInUpperCase(text: String, expected: String) {
    #expect(CourierID(text)?.description == expected)
  }

  @Test(arguments: ["", "P 01", "P_01", "PÉ", "1234567890123456789012345"])
  func refusesOtherCharactersAndLengths(text: String) {
    #expect(CourierID(text) == nil)
  }
}
