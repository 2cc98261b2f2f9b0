import Domain
import Testing

@testable import Simulation

@Suite struct DayHoursTests {
  private static let scenario = SmallScenario.make(days: 7) {
    $0.holidays = [CalendarDate(dayNumber: 16_441)]
  }
  private static let hours = WorkingHours(
    opens: SmallScenario.clock(8), closes: SmallScenario.clock(16), overtimeDays: [.saturday],
    overtimeMinutes: 60)

  @Test func ordinaryDaysOvertimeAndHolidaysAreKeptApart() {
    let days = DayHours(Self.hours, of: Self.scenario)

    #expect((0..<7).map(days.works) == [true, false, true, true, true, true, false])
    #expect((0..<7).map(days.isOrdinary) == [true, false, true, true, true, false, false])
    #expect((0..<7).map(days.overtimeHours) == [1, 0, 1, 1, 1, 8, 0])
  }

  @Test func whoWorksOnHolidaysWorksThemAsOvertime() {
    var hours = Self.hours
    hours.worksOnHolidays = true
    let days = DayHours(hours, of: Self.scenario)

    #expect(days.works(on: 1))
    #expect(!days.isOrdinary(1))
    #expect(days.overtimeHours(on: 1) == 8)
  }

  struct Work: CustomTestStringConvertible {
    var hours: Int32
    var from: Int32
    var end: Int32?
    var testDescription: String { "\(hours) h from hour \(from)" }
  }

  @Test(arguments: [
    Work(hours: 9, from: 0, end: 17), Work(hours: 10, from: 0, end: 48 + 9),
    Work(hours: 1, from: 17, end: 48 + 9), Work(hours: 2, from: 16, end: 48 + 9),
    Work(hours: 36, from: 0, end: 96 + 17), Work(hours: 37, from: 0, end: 120 + 9),
    Work(hours: 45, from: 0, end: nil), Work(hours: 1, from: 200, end: nil),
  ])
  func workGoesOnOverAsManyDaysAsItTakes(_ work: Work) {
    let days = DayHours(Self.hours, of: Self.scenario)

    #expect(
      days.end(ofWork: work.hours * 3600, from: work.from * 3600) == work.end.map { $0 * 3600 })
  }
}
