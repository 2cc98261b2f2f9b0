import ArgumentParser
import Custody
import Domain
import Foundation
import Reports
import Storage

struct AuditCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "audit",
    abstract: say(
      "Membuktikan bahwa buku besar tidak diubah diam-diam.",
      "Shows that nobody changed the ledger unseen."),
    subcommands: [
      AuditVerify.self, AuditProve.self, AuditCheckpoint.self, AuditGrowth.self, AuditExport.self,
      AuditAccess.self,
    ])
}

struct AuditVerify: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: say(
      "Menghitung ulang seluruh buku besar dan membandingkannya dengan keadaan tersimpan.",
      "Replays the whole ledger and compares it with the stored state."),
    discussion: say(
      """
      Contoh:
        hantar audit verify
        hantar audit verify --against titik-terbit.txt
      --against: berkas berisi titik periksa yang pernah diumumkan atau disimpan orang lain, satu
      per baris. Kode keluar 1 bila ada temuan.
      """,
      """
      Examples:
        hantar audit verify
        hantar audit verify --against published.txt
      --against: a file of checkpoints that were published or that others kept, one to a line.
      Exit code 1 if anything is found.
      """))

  @OptionGroup var options: WorkspaceOptions
  @OptionGroup var listing: ListingOptions

  @Option(
    help: ArgumentHelp(
      say("Titik periksa milik orang lain.", "Checkpoints that others kept."),
      valueName: say("berkas", "file")), completion: .file())
  var against: String?

  func run() throws {
    let store = try options.openStore()
    let progress = ProgressLine()
    let published = try against.map(checkpoints) ?? []
    let report = try store.verify(against: published) { done, total in
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
          "\(say(report.entries)) catatan, \(say(report.cards)) kartu dan "
            + "\(say(report.journalEntries)) baris jurnal diperiksa; akar pohon \(report.root)",
          "\(say(report.entries)) entries, \(counted(report.cards, "card")) and "
            + "\(counted(report.journalEntries, "line")) of the journal verified; "
            + "root of the tree \(report.root)"))
    }
    guard report.isSound else {
      for finding in report.findings {
        Terminal.printError("- " + finding.phrase.text(in: language))
      }
      throw Failure(
        .refused,
        id: "\(report.findings.count) temuan: catatan diubah di luar program; amankan salinan "
          + "folder ini dan bandingkan dengan cadangan",
        en: "\(counted(report.findings.count, "finding")): the records were changed behind the "
          + "program's back; secure a copy of this folder and compare it with a backup")
    }
    if !listing.json { print(say("Tidak ada temuan.", "Nothing was found.")) }
  }

  private func checkpoints(in path: String) throws -> [Checkpoint] {
    let text = String(decoding: try Files.read(path), as: UTF8.self)
    let lines = text.split(whereSeparator: \.isNewline).enumerated()
    return try lines.filter { !$0.element.allSatisfy(\.isWhitespace) }.map { index, line in
      do throws(EventFormatError) {
        return try Checkpoint(line: line)
      } catch {
        throw Failure(
          .badInput, id: "\(path): baris \(index + 1): \(error.phrase.indonesian)",
          en: "\(path): line \(index + 1): \(error.phrase.english)")
      }
    }
  }
}

extension VerificationReport {
  fileprivate var json: JSONText {
    [
      "sound": .boolean(isSound), "entries": .integer(entries), "cards": .integer(cards),
      "journal": .integer(journalEntries), "root": .describing(root),
      "findings": .array(
        findings.map {
          ["code": .string($0.code), "text": .string($0.phrase.text(in: language))]
        }),
    ]
  }
}

struct AuditProve: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "prove",
    abstract: say(
      "Menulis bukti bahwa setiap kejadian satu kartu ada dalam buku besar.",
      "Writes the proof that every event of a card is in the ledger."),
    discussion: say(
      """
      Contoh:
        hantar audit prove KTP-1871-17-00000001-7 --out bukti.json
        hantar audit prove "HANTAR1 4f… 5182 9c…"       (teks kode QR di atas kertas)
        python3 docs/verify_proof.py bukti.json
      """,
      """
      Examples:
        hantar audit prove KTP-1871-17-00000001-7 --out proof.json
        hantar audit prove "HANTAR1 4f… 5182 9c…"       (the text of a QR code on paper)
        python3 docs/verify_proof.py proof.json
      """))

  @OptionGroup var options: WorkspaceOptions

  @Argument(
    help: ArgumentHelp(
      say("Kartu, atau teks kode QR di atas kertas.", "A card, or the text of a QR code on paper."),
      valueName: "KTP-…"))
  var subject: String

  @Option(
    help: ArgumentHelp(
      say("Berkas bukti (bawaan: NOMOR.proof.json).", "The proof's file (default: ID.proof.json).")),
    completion: .file())
  var out: String?

  func run() throws {
    let store = try options.openStore()
    let card = try card(in: store)
    let proof = try store.proof(of: card, now: try currentInstant())
    let path = out ?? "\(card).proof.json"
    try Files.write(proof.fileBytes, to: path)
    print(
      say(
        "\(path): \(say(proof.entries.count)) kejadian \(card) dibuktikan terhadap titik periksa "
          + "\(say(proof.checkpoint.size)) catatan",
        "\(path): \(counted(proof.entries.count, "event")) of \(card) proven against the "
          + "checkpoint of \(say(proof.checkpoint.size)) entries"))
  }

  private func card(in store: Store) throws -> CardID {
    if let card = CardID(subject) { return card }
    guard let reference = ProofReference(subject) else {
      throw Failure(
        .badInput,
        id: "\(subject) bukan nomor kartu dan bukan teks kode QR Hantar; salin lagi",
        en: "\(subject) is neither a card's number nor the text of a Hantar QR code; copy it again")
    }
    let entry = try store.entries(from: reference.place, limit: 1).first
    guard let entry, entry.reference(in: store) == reference else {
      throw Failure(
        .refused,
        id: "buku besar ini tidak memuat catatan itu di tempat \(reference.place); kertasnya dari "
          + "kantor lain, atau catatannya diubah: jalankan `hantar audit verify`",
        en: "this ledger does not have that entry at place \(reference.place); the paper is from "
          + "another office, or the entry was changed: run `hantar audit verify`")
    }
    guard let card = entry.event.cards.first else {
      throw Failure(
        .noInput, id: "catatan \(reference.place) tidak memuat kartu",
        en: "entry \(reference.place) lists no card")
    }
    return card
  }
}

struct AuditCheckpoint: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "checkpoint",
    abstract: say(
      "Titik periksa buku besar: satu baris untuk diumumkan.",
      "A checkpoint of the ledger: one line to publish."),
    discussion: say(
      "Contoh:\n  hantar audit checkpoint >> titik-terbit.txt\nUmumkan di papan, koran atau grup: "
        + "siapa pun yang menyimpannya dapat menunjukkan bila buku besar dipotong atau diganti.",
      "Example:\n  hantar audit checkpoint >> published.txt\nPublish it on a board, in a paper or "
        + "in a group: whoever keeps it can show if the ledger is cut or replaced."))

  @OptionGroup var options: WorkspaceOptions

  @Flag(help: ArgumentHelp(say("Semua yang pernah dibuat.", "All that were ever made.")))
  var all = false

  func run() throws {
    let store = try options.openStore()
    let lines =
      all ? try store.checkpointLines() : [try store.checkpoint(now: try currentInstant()).line]
    for line in lines { print(line) }
  }
}

struct AuditExport: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: say(
      "Menulis kejadian sebagai EPCIS 2.0 untuk sistem lain.",
      "Writes the events as EPCIS 2.0 for other systems."),
    discussion: say(
      "Contoh:\n  hantar audit export --from 2017-07-27 --out kejadian.json",
      "Example:\n  hantar audit export --from 2017-07-27 --out events.json"))

  @OptionGroup var options: WorkspaceOptions

  @Option(help: ArgumentHelp(say("Hari pertama.", "First day."), valueName: "YYYY-MM-DD"))
  var from: CalendarDate?

  @Option(help: ArgumentHelp(say("Hari terakhir.", "Last day."), valueName: "YYYY-MM-DD"))
  var through: CalendarDate?

  @Option(help: ArgumentHelp(say("Berkas keluaran.", "Output file.")), completion: .file())
  var out: String

  func run() throws {
    let store = try options.openStore()
    let leaves = try leaves(in: store)
    let document = EPCISDocument(
      leaves, regency: store.regency, zone: store.zone, createdAt: try currentInstant())
    try Files.write(document.text(), to: out)
    print(
      say(
        "\(say(document.events.count)) kejadian EPCIS ditulis ke \(out)",
        "\(counted(document.events.count, "EPCIS event")) written to \(out)"))
  }

  private func leaves(in store: Store) throws -> [LedgerLeaf] {
    var leaves: [LedgerLeaf] = []
    var place = 1
    while true {
      let entries = try store.entries(from: place, limit: 10_000)
      guard let last = entries.last else { return leaves }
      leaves += entries.filter { entry in
        let date = entry.event.time.date(in: store.zone)
        return entry.isAccepted && from.map { $0 <= date } ?? true
          && through.map { date <= $0 } ?? true
      }.map(\.leaf)
      place = last.place + 1
    }
  }
}

struct AuditAccess: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "access",
    abstract: say(
      "Siapa membaca data pribadi, kapan dan untuk apa.",
      "Who read personal data, when and what for."),
    discussion: say(
      "Contoh:\n  hantar audit access --card KTP-1871-17-00000001-7",
      "Example:\n  hantar audit access --card KTP-1871-17-00000001-7"))

  @OptionGroup var options: WorkspaceOptions
  @OptionGroup var listing: ListingOptions

  @Option(help: ArgumentHelp(say("Hanya kartu ini.", "Only this card."), valueName: "KTP-…"))
  var card: CardID?

  @Option(help: ArgumentHelp(say("Paling banyak sekian baris.", "At most so many rows.")))
  var limit = 100

  func run() throws {
    let store = try options.openStore()
    let records = try store.accessLog(of: card, limit: max(1, limit))
    Listing(
      table: TextTable(
        columns: [
          .identifier(say("Waktu", "Time")), TextTable.Column(say("Oleh", "By")),
          TextTable.Column(say("Keperluan", "Purpose")), .number(say("Kartu", "Cards")),
          TextTable.Column(say("Catatan", "Note")),
        ],
        rows: records.map { record in
          [
            record.time.text(in: store.zone), record.by, record.purpose.phrase.text(in: language),
            say(record.cardCount), record.note ?? "",
          ]
        }),
      items: records.map { record in
        [
          "time": .string(record.time.text(in: store.zone)), "by": .string(record.by),
          "purpose": .string(record.purpose.rawValue), "cards": .integer(record.cardCount),
          "note": .optional(record.note) { .string($0) },
        ]
      },
      emptyNote: say("Belum ada yang membaca.", "Nobody has read anything.")
    ).print(listing)
  }
}
