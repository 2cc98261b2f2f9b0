import Foundation
import Testing

/// `scripts/demo.sh`, the first that a newcomer runs, with fewer cards than `make demo` plays.
@Suite struct DemoTests {
  @Test func theDemoPlaysToItsEndAndProvesACard() throws {
    let program = try Program()
    defer { program.remove() }
    let played = try program.run(
      script: "scripts/demo.sh", "demo", Program.executable.path(percentEncoded: false), "600",
      "300", "12")

    try #require(played.status == 0, "\(played)")
    #expect(played.errors == "")
    #expect(played.output.contains("== Thursday 20 July 2017: 600 cards lie printed"))
    var expected = [
      " delivered, 1 failed in the bag",  // at the door, on a telephone
      "6 bundles: ",  // in the evening
      "7 bundles: ",  // the next morning, one of them for the second time
      " known before, 0 refused",
      "Nothing was found.",  // by the verification of the whole ledger
    ]
    if FileManager.default.isExecutableFile(atPath: "/usr/bin/python3") {
      expected.append("PROVED\nCard: KTP-1871-17-")  // by the verifier that a court would use
    }
    for said in expected { #expect(played.output.contains(said), "\(said): \(played)") }
  }
}
