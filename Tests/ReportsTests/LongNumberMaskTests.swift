import Testing

@testable import Reports

@Suite struct LongNumberMaskTests {
  @Test func aNumberTheLengthOfAnIdentityNumberIsMaskedWhereverItStands() {
    let digits = "1871" + "012707870001"
    let spaced = "1871 0127 0787 0001"
    #expect("dekat \(digits), belok".withLongNumbersMasked == "dekat 187101******0001, belok")
    #expect("NIK \(spaced)!".withLongNumbersMasked == "NIK 187101******0001!")
    #expect("\(digits.dropLast())".withLongNumbersMasked == "187101*****7000")
  }

  @Test(arguments: [
    "Jl. Kenanga 12, RT 005/RW 002", "0812 3456 7890", "+6281234567890", "KTP-1871-26-00000001-7",
    "27-07-2017", "", "Gg. 5 - 7 .",
  ])
  func shorterNumbersStay(text: String) {
    #expect(text.withLongNumbersMasked == text)
  }
}
