import Domain
import Reports
import Simulation
import Testing

@testable import WhatIfReports

@Suite struct SourceNotesTests {
  private static let long = "Disdukcapil, 12 January 2015 (https://example.test/a/long/address)"

  @Test func aLongSourceIsNumberedOnceAndAShortOneStandsInItsRow() {
    var assumptions = Fabricated.assumptions
    for path in ["blanks.opening", "printing.operators"] {
      assumptions.append(Assumption(path: path, value: "2", basis: .source(Self.long)))
    }
    let notes = SourceNotes(of: Fabricated.scenario(assumptions: assumptions))
    #expect(notes.mark(Self.long) == "[1]")
    #expect(notes.mark("Lampung Post") == "Lampung Post")
    let markup = notes.html(in: .english).text
    #expect(markup.split(separator: "<li>").count == 2)
  }

  @Test func whatIsAssumedIsNoSource() {
    let guess = Assumption(path: "printing.rate", value: "2", basis: .assumed(Self.long))
    let notes = SourceNotes(of: Fabricated.scenario(assumptions: [guess]))
    #expect(notes.mark(Self.long) == Self.long)
    #expect(notes.html(in: .indonesian).text.isEmpty)
  }
}
