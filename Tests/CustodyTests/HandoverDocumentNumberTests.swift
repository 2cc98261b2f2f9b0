import Custody
import Domain
import Testing

@Suite struct HandoverDocumentNumberTests {
  @Test func aNumberIsMintedFromRegencyDayAndSerial() throws {
    let desa = try value(RegionCode("18.71.01.1003"))
    let date = try value(CalendarDate("2017-07-27"))
    let number = try value(HandoverDocumentNumber(regency: desa, date: date, serial: 7))
    #expect(number.description == "BAST/1871/20170727/007")
    #expect(number.fileName == "BAST-1871-20170727-007")
    #expect(HandoverDocumentNumber(number.description) == number)
    #expect(HandoverDocumentNumber(number.fileName) == number)
    #expect(HandoverDocumentNumber(regency: desa, date: date, serial: 0) == nil)
  }

  @Test func aDayWithAThousandDocumentsStillReadsBackAndSorts() throws {
    let numbers = try ["BAST/1871/20170727/999", "BAST/1871/20170727/1000"].map {
      try value(HandoverDocumentNumber($0))
    }
    #expect(numbers[0] < numbers[1])
    #expect(numbers[1].description == "BAST/1871/20170727/1000")
  }

  @Test(arguments: [
    "", "BAST", "BAST/1871/20170727", "BAST/1871/20170727/1", "BAST/1871/20170727/000",
    "BAST/1871/20170727/+01", "BAST/1871/20170727/0001", "BAST/1871/20170732/001",
    "BAST/187101/20170727/001", "BAST/18.71/20170727/001", "bast/1871/20170727/001",
    "BAST/1871-20170727/001", "BAST/1871/20170727/001/", "BAST/1871/2017-07-27/001",
    "BAST/1871/20170727/99999999999999999999",
  ])
  func anythingElseIsNoNumber(text: String) {
    #expect(HandoverDocumentNumber(text) == nil)
  }
}
