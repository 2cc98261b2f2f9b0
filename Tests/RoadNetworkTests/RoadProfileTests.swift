import RoadNetwork
import TestSupport
import Testing

@Suite struct RoadProfileTests {
  struct Refusal: CustomTestStringConvertible {
    let line: String
    let error: RoadProfileError
    var testDescription: String { "\(error)" }
  }

  private static let start = """
    name test # a remark
    reference-speed 20

    access-keys access vehicle
    speed residential 20
    """

  @Test func remarksAndEmptyLinesCountAsLinesAndMeanNothing() throws {
    let profile = try RoadProfile(Self.start)
    #expect(profile.name == "test")
    #expect(profile.referenceKilometresPerHour == 20)
    #expect(profile.isLeftHand)
    #expect(profile.snapLimitMetres == 1000)
  }

  static let refusals = [
    Refusal(
      line: "sped primary 20", error: .unknownField(line: 6, field: "sped", nearest: "speed")),
    Refusal(
      line: "colour blue", error: .unknownField(line: 6, field: "colour", nearest: nil)),
    Refusal(
      line: "speed primry 20",
      error: .unknownWord(line: 6, field: "speed", word: "primry", nearest: "primary")),
    Refusal(
      line: "access private maybe",
      error: .unknownWord(line: 6, field: "access", word: "maybe", nearest: nil)),
    Refusal(
      line: "traffic lift",
      error: .unknownWord(line: 6, field: "traffic", word: "lift", nearest: "left")),
    Refusal(
      line: "speed primary fast",
      error: .notANumber(line: 6, field: "speed", word: "fast", smallest: 0.5, largest: 300)),
    Refusal(
      line: "signals -1",
      error: .notANumber(line: 6, field: "signals", word: "-1", smallest: 0, largest: 86_400)),
    Refusal(
      line: "speed primary 1e9",
      error: .notANumber(line: 6, field: "speed", word: "1e9", smallest: 0.5, largest: 300)),
    Refusal(
      line: "speed primary",
      error: .wrongNumberOfWords(
        line: 6, field: "speed", example: "speed footway 8 where-allowed")),
    Refusal(
      line: "maxspeed cap",
      error: .wrongNumberOfWords(line: 6, field: "maxspeed", example: "maxspeed cap 0.9")),
    Refusal(
      line: "speed residential 30",
      error: .repeated(line: 6, field: "speed residential", firstLine: 5)),
    Refusal(line: "name again", error: .repeated(line: 6, field: "name", firstLine: 1)),
  ]

  @Test(arguments: refusals)
  func aWrongLineIsRefusedByItsNumber(_ refusal: Refusal) {
    #expect(throws: refusal.error) { try RoadProfile("\(Self.start)\n\(refusal.line)\n") }
  }

  @Test func whatEveryProfileNeedsMustBeThere() {
    #expect(throws: RoadProfileError.missing(field: "name", example: "name motorcycle")) {
      try RoadProfile("reference-speed 20\naccess-keys access\nspeed residential 20")
    }
    #expect(throws: RoadProfileError.missing(field: "speed", example: "speed residential 20")) {
      try RoadProfile("name a\nreference-speed 20\naccess-keys access")
    }
  }

  @Test func linesMayEndAsOnWindows() throws {
    let text = "name test\r\nreference-speed 20\r\naccess-keys access\r\nspeed track 9\r\n"
    #expect(try RoadProfile(text).name == "test")
  }

  @Test(arguments: UInt64(0)..<60)
  func aProfileWithMistakesIsReadOrRefused(seed: UInt64) throws {
    let text = Array(try Repository.profile("motorcycle").text.utf8)
    var random = SplitMix64(seed: seed)
    let mistaken = String(decoding: text.mutated(using: &random), as: UTF8.self)
    do throws(RoadProfileError) {
      #expect(try RoadProfile(mistaken).text == mistaken)
    } catch {
      #expect(!error.description.isEmpty)
    }
  }

  @Test(arguments: ["motorcycle", "car", "van", "foot"])
  func theProfilesOfTheProgramAreReadable(name: String) throws {
    let profile = try Repository.profile(name)
    #expect(profile.name == name)
    #expect(profile.isLeftHand)
  }
}
