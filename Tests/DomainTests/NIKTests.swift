import Domain
import Testing

@Suite struct NIKTests {
  struct Sample: CustomTestStringConvertible {
    var text: String
    var sex: Sex
    var birthDate: String
    var testDescription: String { "born \(birthDate)" }
  }

  static let samples = [
    Sample(text: "3602041211870001", sex: .male, birthDate: "1987-11-12"),
    Sample(text: "3276055708900002", sex: .female, birthDate: "1990-08-17"),
    Sample(text: "3273056010900009", sex: .female, birthDate: "1990-10-20"),
    Sample(text: "3171016902000001", sex: .female, birthDate: "2000-02-29"),
    Sample(text: "32.76.05-570890-0002", sex: .female, birthDate: "1990-08-17"),
    Sample(text: " 3276 0557 0890 0002 ", sex: .female, birthDate: "1990-08-17"),
    Sample(text: "3276057112990001", sex: .female, birthDate: "1999-12-31"),
  ]

  @Test(arguments: samples)
  func tellsSexAndDateOfBirth(_ sample: Sample) throws {
    let nik = try NIK(sample.text)
    let today = try #require(CalendarDate("2017-07-27"))
    #expect(nik.sex == sample.sex)
    #expect(nik.birthDate(on: today)?.description == sample.birthDate)
    #expect(nik.digits.utf8.count == 16)
  }

  struct Refusal: CustomTestStringConvertible {
    var text: String
    var error: NIKError
    var testDescription: String { error.phrase.english }
  }

  static let refusals = [
    Refusal(text: "3.27605570890000E+15", error: .mangledBySpreadsheet),
    Refusal(text: "3,276E15", error: .mangledBySpreadsheet),
    Refusal(text: "32760557089000O2", error: .notDigits),
    Refusal(text: "٣٢٧٦٠٥٥٧٠٨٩٠٠٠٠٢", error: .notDigits),
    Refusal(text: "", error: .wrongLength(0)),
    Refusal(text: "327605570890002", error: .wrongLength(15)),
    Refusal(text: "32760557089000021", error: .wrongLength(17)),
    Refusal(text: "1076055708900002", error: .noSuchRegion("107605")),
    Refusal(text: "9876055708900002", error: .noSuchRegion("987605")),
    Refusal(text: "3200055708900002", error: .noSuchRegion("320005")),
    Refusal(text: "3270055708900002", error: .noSuchRegion("327005")),
    Refusal(text: "3276005708900002", error: .noSuchRegion("327600")),
    Refusal(text: "3276050008900002", error: .noSuchDay(0)),
    Refusal(text: "3276053208900002", error: .noSuchDay(32)),
    Refusal(text: "3276054008900002", error: .noSuchDay(40)),
    Refusal(text: "3276057208900002", error: .noSuchDay(72)),
    Refusal(text: "3276055700900002", error: .noSuchMonth(0)),
    Refusal(text: "3276055713900002", error: .noSuchMonth(13)),
    Refusal(text: "3276055708900000", error: .zeroSerial),
    Refusal(text: "3502027102019913", error: .noSuchBirthDate),
    Refusal(text: "3171012902010001", error: .noSuchBirthDate),
    Refusal(text: "3276053104900002", error: .noSuchBirthDate),
  ]

  @Test(arguments: refusals)
  func refusesANumberThatBreaksARule(_ refusal: Refusal) {
    #expect(throws: refusal.error) { try NIK(refusal.text) }
  }

  @Test func aRefusalNeverQuotesTheNumber() {
    for refusal in Self.refusals where refusal.text.utf8.count == 16 {
      let phrase = refusal.error.phrase
      #expect(!phrase.english.contains(refusal.text))
      #expect(!phrase.indonesian.contains(refusal.text))
    }
  }

  @Test func prefersTheCenturyThatMakesTheHolderSeventeen() throws {
    let today = try #require(CalendarDate("2017-07-27"))
    #expect(try NIK("3276050107000001").birthDate(on: today)?.description == "2000-07-01")
    #expect(try NIK("3276050108000001").birthDate(on: today)?.description == "1900-08-01")
    #expect(try NIK("3276050108170001").birthDate(on: today)?.description == "1917-08-01")
    #expect(try NIK("3276056902000001").birthDate(on: today)?.description == "2000-02-29")
    #expect(try NIK("3276050101500001").birthDates.map(\.year) == [1950, 2050])
    let before = try #require(CalendarDate("1999-01-01"))
    #expect(try NIK("3171016902000001").birthDate(on: before) == nil)
  }

  @Test func printsMaskedEverywhere() throws {
    let nik = try NIK("1871015708900001")
    #expect(nik.masked == "187101******0001")
    #expect("\(nik)" == "187101******0001")
    #expect(nik.registrationKecamatan?.description == "18.71.01")
    let family = try #require(FamilyCardNumber("1871 0117 0890 0001"))
    #expect("\(family)" == "187101******0001")
    #expect(family.digits == "1871011708900001")
  }

  @Test(arguments: [
    ("", ""), ("12345", "*****"), ("1234567890", "**********"), ("12345678901", "123456*8901"),
    ("18710157089000012", "187101*******0012"),
  ])
  func masksWhateverStandsInItsColumn(text: String, masked: String) {
    #expect(NIK.masked(text) == masked)
  }

  @Test(arguments: ["", "187101170890001", "18710117089000011", "187101170890000x", "1.8E+15"])
  func refusesAFamilyCardNumberWithoutSixteenDigits(text: String) {
    #expect(FamilyCardNumber(text) == nil)
  }
}
