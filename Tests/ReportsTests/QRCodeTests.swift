import Foundation
import Reports
import TestSupport
import Testing

@Suite struct QRCodeTests {
  private static let card = "KTP-1871-17-00000001-7"

  @Test func aCodeHasItsThreeFindersAndItsTimingLines() throws {
    let code = try QRCode(Self.card)
    #expect((code.side - 21) % 4 == 0)
    let finder = [
      "#######", "#.....#", "#.###.#", "#.###.#", "#.###.#", "#.....#", "#######",
    ]
    for (top, left) in [(0, 0), (0, code.side - 7), (code.side - 7, 0)] {
      for (row, line) in finder.enumerated() {
        for (column, mark) in line.enumerated() {
          #expect(code.isDark(row: top + row, column: left + column) == (mark == "#"))
        }
      }
    }
    for index in 8..<code.side - 8 {
      #expect(code.isDark(row: 6, column: index) == index.isMultiple(of: 2))
      #expect(code.isDark(row: index, column: 6) == index.isMultiple(of: 2))
    }
    #expect(code.isDark(row: code.side - 8, column: 8))
  }

  @Test func outsideTheCodeEverythingIsLight() throws {
    let code = try QRCode("x")
    #expect(!code.isDark(row: -1, column: 0))
    #expect(!code.isDark(row: 0, column: code.side))
  }

  @Test func theSameTextIsAlwaysTheSameCode() throws {
    #expect(try QRCode(Self.card) == QRCode(Self.card))
    #expect(try QRCode(Self.card) != QRCode(Self.card, correction: .high))
  }

  @Test func strongerCorrectionNeedsNoSmallerCode() throws {
    let text = String(repeating: "a", count: 300)
    let sides = try [QRCode.Correction.low, .medium, .quartile, .high].map {
      try QRCode(text, correction: $0).side
    }
    #expect(sides == sides.sorted())
  }

  @Test func nothingAndTooMuchAreRefused() throws {
    #expect(throws: QRCodeError.empty) { try QRCode("") }
    _ = try QRCode(String(repeating: "x", count: 2953), correction: .low)
    #expect(throws: QRCodeError.tooLong(bytes: 2954)) {
      try QRCode(String(repeating: "x", count: 2954), correction: .low)
    }
    #expect(throws: QRCodeError.tooLong(bytes: 1274)) {
      try QRCode(String(repeating: "x", count: 1274), correction: .high)
    }
  }

  @Test func theDrawingHasAQuietZone() throws {
    let code = try QRCode("x")
    #expect(code.svg.text.contains("viewBox=\"0 0 \(code.side + 8) \(code.side + 8)\""))
    #expect(code.svg.text.contains("M4 4h7v1h-7z"))
    #expect(isWellFormed(code.svg.text))
  }

  /// An independent reader (zbar) must see what was written.
  @Test(
    .enabled(if: QRReader.isInstalled, "zbarimg and rsvg-convert are needed to read codes back"),
    arguments: [
      card, "HANTAR1 0123456789abcdef 191000 " + String(repeating: "5e", count: 32), "x",
      "abc123, spasi dan tanda; \"kutip\" & <lain>", String(repeating: "Hantar ", count: 40),
    ])
  func anotherProgramReadsItBack(text: String) throws {
    for correction in [QRCode.Correction.low, .medium, .quartile, .high] {
      let svg = try QRCode(text, correction: correction).svg.text
      #expect(try QRReader.read(svg) == text)
    }
  }
}
