import Domain
import Testing

@Suite struct DammTests {
  @Test func agreesWithThePublishedExample() {
    #expect(Damm.checkDigit(of: "572") == 4)
    #expect(Damm.checkDigit(of: "5724") == 0)
    #expect(Damm.checkDigit(of: "") == 0)
  }

  @Test func findsEveryWrongDigitAndEverySwapOfNeighbours() {
    for number in stride(from: 18_712_600_000_000, to: 18_712_600_100_000, by: 997) {
      let body = Array(String(number))
      let whole = body + Array(String(Damm.checkDigit(of: String(body))))
      for index in whole.indices {
        for digit in "0123456789" where digit != whole[index] {
          var wrong = whole
          wrong[index] = digit
          #expect(Damm.checkDigit(of: String(wrong)) != 0)
        }
      }
      for index in whole.indices.dropLast() where whole[index] != whole[index + 1] {
        var swapped = whole
        swapped.swapAt(index, index + 1)
        #expect(Damm.checkDigit(of: String(swapped)) != 0)
      }
    }
  }
}

@Suite struct CardIDTests {
  let regency = RegionCode("18.71")

  @Test func isWrittenWithRegencyYearSerialAndCheckDigit() throws {
    let id = CardID(regency: try #require(regency), year: 2026, serial: 1)
    #expect(id.description == "KTP-1871-26-00000001-\(Damm.checkDigit(of: "18712600000001"))")
    let desa = try #require(RegionCode("18.71.01.1003"))
    #expect(CardID(regency: desa, year: 2026, serial: 1) == id)
  }

  @Test func readsItselfBackInAnyDress() throws {
    for serial in [0, 1, 42, 99_999_999] {
      let id = CardID(regency: try #require(regency), year: 2017, serial: serial)
      let digits = id.description.filter(\.isNumber)
      for text in [
        id.description, id.description.lowercased(), digits, "KTP\(digits)", " \(id.description) ",
      ] {
        #expect(CardID(text) == id)
      }
    }
  }

  @Test func refusesAWrongCheckDigitAndEveryOtherShape() throws {
    let id = CardID(regency: try #require(regency), year: 2017, serial: 7).description
    let check = try #require(id.last?.wholeNumberValue)
    let refused = [
      "", "KTP", "KTP-1871", id.dropLast() + "\((check + 1) % 10)", id + "0",
      id.replacing("KTP", with: "SIM"), String(id.dropLast()), id.replacing("1", with: "١"),
    ]
    for text in refused { #expect(CardID(text) == nil, "\(text)") }
  }

  @Test func anOldCardGoesByTheNumberOfItsSuccessor() throws {
    let id = CardID(regency: try #require(regency), year: 2017, serial: 7)
    #expect(id.old.description == id.description.replacing("KTP", with: "OLD"))
    #expect(CardID(id.old.description) == id.old && id.old.isOld && !id.isOld)
    #expect(id.old.new == id && id.old.old == id.old)
    let greatest = CardID(regency: try #require(RegionCode("99.99")), year: 99, serial: 99_999_999)
    #expect(greatest < id.old && greatest.description < id.old.description)
  }

  @Test func sortsByYearThenSerial() throws {
    let regency = try #require(regency)
    let ids = [
      CardID(regency: regency, year: 2016, serial: 9),
      CardID(regency: regency, year: 2017, serial: 2),
      CardID(regency: regency, year: 2017, serial: 10),
    ]
    #expect(ids.reversed().sorted() == ids)
  }
}
