import ArgumentParser
import Custody
import Foundation
import Storage

struct AuditGrowth: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "growth",
    abstract: say(
      "Menulis bukti bahwa buku besar hanya bertambah sejak suatu titik periksa.",
      "Writes the proof that the ledger has only grown since a checkpoint."),
    discussion: say(
      """
      Contoh:
        hantar audit growth --from 5256 --out tumbuh.json
        python3 docs/verify_proof.py tumbuh.json
      Banyaknya catatan tertulis di titik periksa yang diumumkan.
      """,
      """
      Example:
        hantar audit growth --from 5256 --out growth.json
        python3 docs/verify_proof.py growth.json
      The number of entries stands in the checkpoint that was published.
      """))

  @OptionGroup var options: WorkspaceOptions

  @Option(
    help: ArgumentHelp(
      say("Catatan di titik periksa yang lama.", "Entries at the older checkpoint."),
      valueName: say("banyaknya", "count")))
  var from: Int

  @Option(
    help: ArgumentHelp(
      say(
        "Catatan di titik periksa yang baru (bawaan: sekarang).",
        "Entries at the newer checkpoint (default: now)."),
      valueName: say("banyaknya", "count")))
  var to: Int?

  @Option(
    help: ArgumentHelp(
      say("Berkas bukti (bawaan: growth.json).", "The proof's file (default: growth.json).")),
    completion: .file())
  var out = "growth.json"

  func run() throws {
    let store = try options.openStore()
    let proof = try store.consistencyProof(
      from: from, to: try to ?? store.entryCount(), now: try currentInstant())
    try Files.write(proof.fileBytes, to: out)
    print(
      say(
        "\(out): buku besar \(say(proof.older.size)) catatan adalah awal dari buku besar "
          + "\(say(proof.newer.size)) catatan",
        "\(out): the ledger of \(say(proof.older.size)) entries is the beginning of that of "
          + "\(say(proof.newer.size))"))
  }
}
