import Domain
import Testing

@Suite struct InstantTests {
  @Test(arguments: [
    (TimeZoneOffset.western, "2017-07-27T08:05:00+07:00"),
    (.central, "2017-07-27T08:05:00+08:00"), (.eastern, "2017-07-27T08:05:00+09:00"),
  ])
  func aLocalTimeReadsBackInItsZone(zone: TimeZoneOffset, text: String) throws {
    let date = try #require(CalendarDate("2017-07-27"))
    let time = try #require(TimeOfDay("08:05"))
    let instant = Instant(date, at: time, in: zone)
    #expect(instant.text(in: zone) == text)
    #expect(instant.date(in: zone) == date)
  }

  @Test func theSameMomentHasAnotherDateFurtherEast() {
    let instant = Instant(milliseconds: 1_501_171_200_000)
    #expect(instant.text(in: .western) == "2017-07-27T23:00:00+07:00")
    #expect(instant.text(in: .eastern) == "2017-07-28T01:00:00+09:00")
    #expect(instant.date(in: .western) < instant.date(in: .eastern))
  }

  @Test func countsDownwardsBeforeTheEpoch() {
    let instant = Instant(milliseconds: -25_200_001)
    #expect(instant.text(in: .western) == "1969-12-31T23:59:59+07:00")
  }

  @Test func aShiftPastMidnightEndsOnTheNextDay() throws {
    let date = try #require(CalendarDate("2017-12-31"))
    let late = try #require(TimeOfDay("25:30"))
    #expect(Instant(date, at: late, in: .western).text(in: .western) == "2018-01-01T01:30:00+07:00")
  }
}

@Suite struct TimeOfDayTests {
  @Test(arguments: [("08:00", 28_800), ("8.05", 29_100), ("00:00", 0), ("47:59", 172_740)])
  func readsHoursAndMinutes(text: String, seconds: Int32) throws {
    let time = try #require(TimeOfDay(text))
    #expect(time.seconds == seconds)
    #expect(TimeOfDay(time.description) == time)
  }

  @Test(arguments: [
    "", "8", "08:60", "48:00", "-1:00", "08:00:00", "8:5", "+8:00", "08 00", "a:bc",
  ])
  func refusesWhatIsNoTime(text: String) {
    #expect(TimeOfDay(text) == nil)
  }

  @Test func refusesSecondsOutsideTwoDays() {
    #expect(TimeOfDay(seconds: -1) == nil)
    #expect(TimeOfDay(seconds: 172_800) == nil)
    #expect(TimeOfDay(seconds: 172_799)?.description == "47:59")
  }
}
