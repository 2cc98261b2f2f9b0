import ArgumentParser
import Custody
import Domain
import Reports
import Storage

struct AuditCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "audit",
    abstract: say(
      "Membuktikan bahwa buku besar tidak diubah diam-diam.",
      "Shows that nobody changed the ledger unseen."),
    subcommands: [AuditVerify.self])
}

struct AuditVerify: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: say(
      "Menghitung ulang seluruh buku besar dan membandingkannya dengan keadaan tersimpan.",
      "Replays the whole ledger and compares it with the stored state."),
    discussion: say(
      "Contoh:\n  hantar audit verify\nKode keluar 1 bila ada temuan.",
      "Example:\n  hantar audit verify\nExit code 1 if anything is found."))

  @OptionGroup var options: WorkspaceOptions
  @OptionGroup var listing: ListingOptions

  func run() throws {
    let store = try options.openStore()
    let progress = ProgressLine()
    let report = try store.verify { done, total in
      progress.show(
        say(
          "memeriksa: \(say(done))/\(say(total)) catatan",
          "verifying: \(say(done))/\(say(total)) entries"))
    }
    progress.finish()
    if listing.json {
      print(report.json.text(indented: true))
    } else {
      print(
        say(
          "\(say(report.entries)) catatan dan \(say(report.cards)) kartu diperiksa; "
            + "ujung rantai \(report.head.hash)",
          "\(say(report.entries)) entries and \(say(report.cards)) cards verified; "
            + "head of the chain \(report.head.hash)"))
    }
    guard report.isSound else {
      for finding in report.findings {
        Terminal.printError("- " + finding.phrase.text(in: language))
      }
      throw Failure(
        .refused,
        id: "\(report.findings.count) temuan: catatan diubah di luar program; amankan salinan "
          + "folder ini dan bandingkan dengan cadangan",
        en: "\(report.findings.count) findings: the records were changed behind the program's "
          + "back; secure a copy of this folder and compare it with a backup")
    }
    if !listing.json { print(say("Tidak ada temuan.", "Nothing was found.")) }
  }
}

extension VerificationReport {
  fileprivate var json: JSONText {
    [
      "sound": .boolean(isSound), "entries": .integer(entries), "cards": .integer(cards),
      "head": .describing(head.hash),
      "findings": .array(
        findings.map {
          ["code": .string($0.code), "text": .string($0.phrase.text(in: language))]
        }),
    ]
  }
}
