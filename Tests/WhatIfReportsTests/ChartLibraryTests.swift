import Reports
import Testing
import WhatIfReports

@Suite struct ChartLibraryTests {
  @Test func aLibraryThatWouldEndItsElementIsRefused() {
    #expect(throws: EmbeddingError.closesItself("script")) {
      try ChartLibrary(javascript: "var a = '</SCRIPT>';")
    }
  }
}
