import Domain
import Scenarios
import TestSupport
import Testing

/// No file, however broken, does more harm than an error.
@Suite struct HostileFileTests {
  private func problems(_ bytes: [UInt8]) -> [ScenarioProblem] {
    let library = ScenarioLibrary(files: ["bad.yaml", "base.yaml"]) { name in
      name == "bad.yaml" ? bytes : try RealFiles.bytes("scenarios/" + name)
    }
    do throws(ScenarioError) {
      _ = try library.scenario("bad", gazetteer: RealFiles.gazetteer)
      return []
    } catch {
      return error.problems
    }
  }

  @Test(arguments: RealFiles.names + ["base"])
  func mutatedFilesGiveAScenarioOrAnError(name: String) throws {
    let original = try #require(try RealFiles.bytes("scenarios/\(name).yaml"))
    var random = SplitMix64(seed: 6)
    for _ in 0..<40 {
      for problem in problems(original.mutated(using: &random)) {
        #expect(!problem.phrase.english.isEmpty)
        #expect(!problem.phrase.indonesian.isEmpty)
      }
    }
  }

  @Test func textThatIsNotUTF8IsRefusedWithItsLine() {
    let bytes = Array("extends: base\ntitle: ".utf8) + [0xC3, 0x28] + Array("\n".utf8)
    let problem = problems(bytes).first
    #expect(problem?.line == 2)
    #expect(problem?.what.english == "not UTF-8; save it as UTF-8")
  }

  @Test func billionsOfLaughsAreRefusedUnread() {
    var text = "a0: &a0 [x, x, x, x, x, x, x, x, x]\n"
    for level in 1..<30 {
      let items = Array(repeating: "*a\(level - 1)", count: 9).joined(separator: ", ")
      text += "a\(level): &a\(level) [\(items)]\n"
    }
    #expect(problems(Array(text.utf8)).first?.line == 1)
  }

  @Test(arguments: ["[", "{a: ", "- ", "? "])
  func deepNestingIsRefused(opening: String) {
    for depth in [30, 900, 20_000] {
      let text = "title: \n  " + String(repeating: opening, count: depth) + "x"
      #expect(!problems(Array(text.utf8)).isEmpty)
    }
  }

  @Test func aFileOfMegabytesIsRefused() {
    let text = "title: " + String(repeating: "x", count: 300_000)
    #expect(problems(Array(text.utf8)).first?.what.english.contains("too large") == true)
  }

  @Test(arguments: [
    "", "# nothing", "just a word", "- a\n- b", "---\na: 1\n---\nb: 2", "%YAML 9.9",
  ])
  func aFileWithoutKeysIsRefused(text: String) {
    #expect(!problems(Array(text.utf8)).isEmpty)
  }

  @Test func everyByteAloneIsSafe() {
    for byte in UInt8.min...UInt8.max {
      #expect(!problems([byte]).isEmpty)
      #expect(!problems(Array("title: ".utf8) + [byte]).isEmpty)
    }
  }
}
