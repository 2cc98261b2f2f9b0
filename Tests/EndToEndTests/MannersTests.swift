import Foundation
import Testing

/// How the program behaves towards people and scripts, whatever they ask of it.
@Suite struct MannersTests {
  struct Refusal: CustomTestStringConvertible {
    let arguments: [String]
    let status: Int32
    let says: String
    var testDescription: String { "hantar \(arguments.joined(separator: " ")) exits \(status)" }
  }

  @Test(arguments: [
    Refusal(arguments: ["deliver-everything"], status: 64, says: "deliver-everything"),
    Refusal(arguments: ["card", "show", "-C", "nowhere", "KTP-1"], status: 64, says: "KTP-1"),
    Refusal(arguments: ["coverage", "-C", "nowhere"], status: 66, says: "nowhere"),
    Refusal(arguments: ["init", "office", "--region", "99.99"], status: 66, says: "99.99"),
    Refusal(
      arguments: ["init", "/proc/office", "--region", "18.71"], status: 74, says: "/proc"),
    Refusal(arguments: ["plan", "--date", "2017-02-30"], status: 64, says: "2017-02-30"),
    Refusal(arguments: ["import", "cards", "-C", "x", "none.csv"], status: 66, says: "none.csv"),
    Refusal(arguments: ["courier", "next", "--pocket", "none"], status: 66, says: "none"),
    Refusal(arguments: ["sync", "-C", "nowhere", "none.bundle"], status: 66, says: "nowhere"),
  ])
  func aWrongCommandEndsWithItsOwnExitCodeAndNamesTheCulprit(_ refusal: Refusal) throws {
    let program = try Program()
    defer { program.remove() }
    let outcome = try program.run(refusal.arguments)
    #expect(outcome.status == refusal.status, "\(outcome)")
    #expect(outcome.errors.contains(refusal.says), "\(outcome)")
    #expect(outcome.output.isEmpty)
  }

  @Test(arguments: [
    [], ["init"], ["import"], ["import", "cards"], ["import", "couriers"],
    ["import", "boundaries"], ["sample"], ["sample", "cards"], ["sample", "couriers"],
    ["sample", "outcomes"], ["plan"], ["check"], ["solve"], ["run"], ["run", "list"],
    ["run", "show"], ["run", "print"], ["run", "labels"], ["run", "pack"], ["run", "export"],
    ["handover"], ["handover", "create"], ["handover", "list"], ["handover", "sign"],
    ["handover", "print"], ["device"], ["device", "enrol"], ["device", "list"],
    ["device", "revoke"], ["sync"], ["review"], ["review", "list"], ["review", "show"],
    ["review", "settle"], ["count"], ["counter"], ["counter", "deliver"],
    ["counter", "withdraw"], ["counter", "receive"], ["counter", "destroy"], ["post"],
    ["post", "hand-over"], ["post", "events"], ["keys"], ["keys", "rotate"], ["keys", "show"],
    ["courier"], ["courier", "open"], ["courier", "next"], ["courier", "deliver"],
    ["courier", "fail"], ["courier", "return"], ["courier", "status"], ["courier", "enter"],
    ["courier", "bundle"], ["card"], ["card", "show"], ["card", "search"], ["card", "history"],
    ["card", "pin"], ["coverage"], ["report"], ["report", "day"], ["report", "map"],
    ["report", "closing"], ["report", "ageing"], ["report", "returned"], ["report", "public"],
    ["audit"], ["audit", "verify"], ["audit", "prove"], ["audit", "checkpoint"],
    ["audit", "growth"], ["simulate"], ["simulate", "run"], ["simulate", "list"],
    ["simulate", "show"], ["simulate", "check"], ["simulate", "estimate"],
    ["simulate", "calibrate"], ["simulate", "backtest"],
    ["audit", "export"], ["audit", "access"], ["subject"], ["subject", "export"],
    ["subject", "erase"], ["backup"],
  ])
  func everyCommandExplainsItselfInBothLanguages(_ command: [String]) throws {
    let program = try Program()
    defer { program.remove() }
    let english = try program.run(command + ["--help", "--lang", "en"])
    let indonesian = try program.run(command + ["--help", "--lang", "id"])
    #expect(english.status == 0, "\(english)")
    #expect(indonesian.status == 0, "\(indonesian)")
    #expect(english.output != indonesian.output)
    let isGroup = english.output.contains("SUBCOMMANDS")
    #expect(isGroup || english.output.contains("Example"), "\(english.output)")
    #expect(isGroup || indonesian.output.contains("Contoh"), "\(indonesian.output)")
  }

  @Test(arguments: ["bash", "zsh", "fish"])
  func theShellCanCompleteCommands(shell: String) throws {
    let program = try Program()
    defer { program.remove() }
    let script = try program.succeed("--generate-completion-script", shell)
    #expect(script.contains("handover"))
  }
}
