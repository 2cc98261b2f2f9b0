import Domain
import Testing

@Suite struct CalendarDateTests {
  struct Vector: CustomTestStringConvertible {
    var text: String
    var dayNumber: Int
    var weekday: Int
    var testDescription: String { text }
  }

  /// Day numbers and weekdays computed with Python's `datetime`.
  static let vectors = [
    Vector(text: "0001-01-01", dayNumber: -719_162, weekday: 1),
    Vector(text: "1600-02-29", dayNumber: -135_081, weekday: 2),
    Vector(text: "1900-02-28", dayNumber: -25_509, weekday: 3),
    Vector(text: "1900-03-01", dayNumber: -25_508, weekday: 4),
    Vector(text: "1969-12-31", dayNumber: -1, weekday: 3),
    Vector(text: "1970-01-01", dayNumber: 0, weekday: 4),
    Vector(text: "2000-02-29", dayNumber: 11_016, weekday: 2),
    Vector(text: "2000-03-01", dayNumber: 11_017, weekday: 3),
    Vector(text: "2017-07-27", dayNumber: 17_374, weekday: 4),
    Vector(text: "2024-12-31", dayNumber: 20_088, weekday: 2),
    Vector(text: "2100-03-01", dayNumber: 47_541, weekday: 1),
    Vector(text: "9999-12-31", dayNumber: 2_932_896, weekday: 5),
  ]

  @Test(arguments: vectors)
  func knowsTheDayNumberAndWeekday(_ vector: Vector) throws {
    let date = try #require(CalendarDate(vector.text))
    #expect(date.dayNumber == vector.dayNumber)
    #expect(date.weekday == vector.weekday)
    #expect(CalendarDate(dayNumber: vector.dayNumber) == date)
    #expect(date.description == vector.text)
  }

  @Test func everyDayOfFourCenturiesComesBackFromItsNumberInOrder() throws {
    var previous = CalendarDate(dayNumber: -146_098)
    for number in -146_097...146_097 {
      let date = CalendarDate(dayNumber: number)
      try #require(date.dayNumber == number)
      try #require(previous < date)
      try #require(date.weekday == previous.weekday % 7 + 1)
      previous = date
    }
  }

  @Test(arguments: [
    ("2017-07-27", "2017-07-27"), ("27-07-2017", "2017-07-27"), ("27/07/2017", "2017-07-27"),
    ("2017/7/5", "2017-07-05"), ("1-2-2017", "2017-02-01"),
  ])
  func readsTheFormsOfFilesAndOffices(text: String, expected: String) {
    #expect(CalendarDate(text)?.description == expected)
  }

  @Test(arguments: [
    "", "2017-02-29", "1900-02-29", "2017-13-01", "2017-00-10", "2017-04-31", "2017-01-00",
    "0000-01-01", "27-07-17", "2017-07", "2017-07-27-1", "2017-07/27", "+017-07-27", "2017-7-x",
    "2017.07.27", "20170727", "2017-07-27 00:00", "٢٠١٧-٠٧-٢٧",
  ])
  func refusesWhatIsNoDate(text: String) {
    #expect(CalendarDate(text) == nil)
  }

  @Test(arguments: [
    ("2000-02-29", "2017-02-28", 16), ("2000-02-29", "2017-03-01", 17),
    ("1990-08-17", "2017-08-16", 26), ("1990-08-17", "2017-08-17", 27),
    ("2017-07-27", "2017-07-27", 0),
  ])
  func countsAgeByBirthdays(born: String, day: String, age: Int) throws {
    let born = try #require(CalendarDate(born))
    let day = try #require(CalendarDate(day))
    #expect(born.age(on: day) == age)
  }

  @Test func writesTheDateInWords() throws {
    let date = try #require(CalendarDate(year: 2017, month: 7, day: 27))
    #expect(date.text(in: .indonesian) == "Kamis, 27 Juli 2017")
    #expect(date.text(in: .english) == "Thursday, 27 July 2017")
    #expect(date.adding(days: 5).description == "2017-08-01")
  }
}
