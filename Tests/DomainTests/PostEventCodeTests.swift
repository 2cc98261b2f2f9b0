import Domain
import Testing

@Suite struct PostEventCodeTests {
  @Test(arguments: [
    ("EMA", PostEventCode.Meaning.onTheWay), ("EDD", .onTheWay), ("EDE", .onTheWay),
    ("EMG", .onTheWay), ("EDG", .onTheWay), ("EDF", .held), ("EDH", .held),
    ("EMH", .attemptFailed), ("EMI", .delivered), ("EMB", .foreign), ("EMC", .foreign),
    ("EMD", .foreign), ("EMF", .foreign), ("EME", .foreign), ("EDB", .foreign), ("EDC", .foreign),
    ("EXA", .foreign), ("EXX", .foreign), ("EDX", .foreign),
  ])
  func aCodeOfThePostMeansWhatItsStandardSays(code: String, meaning: PostEventCode.Meaning) throws {
    #expect(try #require(PostEventCode(code)).meaning == meaning)
    #expect(PostEventCode(code.lowercased()) == PostEventCode(code))
  }

  @Test func whatIsNoCodeIsNotRead() {
    #expect(PostEventCode("EMZ") == nil)
    #expect(PostEventCode("") == nil)
  }

  @Test func everyCodeIsExplainedInBothLanguages() {
    for code in PostEventCode.allCases {
      #expect(!code.phrase.indonesian.isEmpty && !code.phrase.english.isEmpty)
      #expect(code.rawValue.utf8.count == 3)
    }
  }
}
