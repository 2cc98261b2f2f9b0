import Custody
import Domain
import Geometry
import Testing

@testable import Reports

@Suite struct FiguresTests {
  @Test(arguments: [
    (0, "0", "0"), (999, "999", "999"), (1000, "1.000", "1,000"),
    (-1_234_567, "-1.234.567", "-1,234,567"),
  ])
  func thousandsAreSetApart(number: Int, indonesian: String, english: String) {
    #expect(Language.indonesian.figure(number) == indonesian)
    #expect(Language.english.figure(number) == english)
  }

  @Test(arguments: [
    (380_249, 412_048, "92,3 %"), (1, 3, "33,3 %"), (0, 5, "0,0 %"), (5, 5, "100,0 %"),
    (99_999, 100_000, "99,9 %"), (6, 5, "120,0 %"), (1, 0, "–"),
  ])
  func aPercentageIsRoundedButNeverUpToAll(part: Int, whole: Int, text: String) {
    #expect(Language.indonesian.percentage(part, of: whole) == text)
  }

  @Test(arguments: [
    (0.0, "0 m"), (149.6, "150 m"), (999.4, "999 m"), (999.6, "1.0 km"), (23_450, "23.5 km"),
    (1_234_567, "1,234.6 km"), (.nan, "0 m"), (.infinity, "0 m"),
  ])
  func aDistanceIsMetresOrKilometres(metres: Double, text: String) {
    #expect(Language.english.distance(Metres(metres)) == text)
  }

  @Test(arguments: [
    (0, "nol", "zero"), (11, "sebelas", "eleven"), (17, "tujuh belas", "seventeen"),
    (20, "dua puluh", "twenty"), (100, "seratus", "one hundred"),
    (121, "seratus dua puluh satu", "one hundred and twenty-one"),
    (1000, "seribu", "one thousand"),
    (1081, "seribu delapan puluh satu", "one thousand and eighty-one"),
    (2017, "dua ribu tujuh belas", "two thousand and seventeen"),
    (5000, "lima ribu", "five thousand"),
    (191_000, "seratus sembilan puluh satu ribu", "one hundred and ninety-one thousand"),
    (
      1_150_311, "satu juta seratus lima puluh ribu tiga ratus sebelas",
      "one million one hundred and fifty thousand three hundred and eleven"
    ),
    (-3, "minus tiga", "minus three"),
  ])
  func aNumberIsSaidInWords(number: Int, indonesian: String, english: String) {
    #expect(Language.indonesian.words(for: number) == indonesian)
    #expect(Language.english.words(for: number) == english)
  }

  @Test func aFormalDateSaysItsNumbersInWords() throws {
    let date = try known(CalendarDate(year: 2017, month: 7, day: 27))
    #expect(
      date.formalText(in: .indonesian)
        == "Kamis tanggal dua puluh tujuh bulan Juli tahun dua ribu tujuh belas (27\u{2011}07\u{2011}2017)"
    )
    #expect(date.formalText(in: .english) == "Thursday, 27 July 2017 (27\u{2011}07\u{2011}2017)")
  }

  @Test func everyFailureReasonHasItsOwnLetter() {
    let letters = FailureLegend.entries.map(\.letter)
    #expect(FailureLegend.entries.map(\.reason) == FailureReason.allCases)
    #expect(Set(letters).count == letters.count)
    #expect(Set(letters).isDisjoint(with: ["I", "O", "Q"]))
    for (letter, reason) in FailureLegend.entries {
      #expect(FailureLegend.reason(of: letter) == reason)
      #expect(FailureLegend.reason(of: Character(letter.lowercased())) == reason)
    }
    #expect(FailureLegend.reason(of: "I") == nil)
  }
}
