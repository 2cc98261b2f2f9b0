import ArgumentParser
import Custody
import Domain
import Reports
import Storage

struct SubjectCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "subject",
    abstract: say(
      "Hak penduduk atas datanya (UU 27/2022): salinan dan penghapusan.",
      "A resident's rights over their data (UU 27/2022): a copy, erasure."),
    subcommands: [SubjectExportCommand.self, SubjectErase.self])
}

/// Whose data a command is about.
struct SubjectOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      say(
        "NIK lengkap, atau - untuk mengetiknya tanpa terlihat di daftar proses.",
        "The whole NIK, or - to type it unseen by lists of processes.")))
  var nik = "-"

  func subject() throws -> NIK {
    var text = nik
    if text == "-" {
      if Terminal.errorIsTerminal { Terminal.printError("NIK:") }
      text = readLine() ?? ""
    }
    do throws(NIKError) {
      return try NIK(text)
    } catch {
      throw Failure(.badInput, error.phrase)
    }
  }
}

struct SubjectExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: say(
      "Menulis semua yang disimpan tentang seorang penduduk, untuk penduduk itu.",
      "Writes everything kept about a resident, for that resident."),
    discussion: say(
      "Contoh:\n  hantar subject export --out salinan --note \"surat 12/2017\"\nDua berkas ditulis: "
        + "salinan.html untuk dibaca, salinan.json untuk sistem lain; hanya terbaca pemiliknya.",
      "Example:\n  hantar subject export --out copy --note \"letter 12/2017\"\nTwo files are "
        + "written: copy.html to read, copy.json for other systems; only their owner can read them."
    ))

  @OptionGroup var options: WorkspaceOptions
  @OptionGroup var subject: SubjectOptions

  @Option(
    help: ArgumentHelp(say("Nama berkas tanpa akhiran.", "Name of the files, without ending.")))
  var out: String

  @Option(help: ArgumentHelp(say("Nomor suratnya.", "Number of the letter.")))
  var note: String?

  func run() throws {
    let store = try options.openStore()
    let gazetteer = try store.gazetteer()
    let record = try store.subjectExport(
      try subject.subject(), .now(for: .subjectRequest, note: note))
    let export = SubjectExport(record, gazetteer, of: store, now: try currentInstant())
    try Files.write(export.html(in: language).utf8, to: out + ".html", isPersonal: true)
    try Files.write(export.json().utf8, to: out + ".json", isPersonal: true)
    print(
      say(
        "Salinan data ditulis ke \(out).html dan \(out).json (\(say(export.cards.count)) kartu, "
          + "\(say(export.accesses.count)) pembacaan)",
        "The copy is in \(out).html and \(out).json (\(counted(export.cards.count, "card")), "
          + "read \(counted(export.accesses.count, "time")))"))
  }
}

extension SubjectExport {
  fileprivate init(
    _ record: SubjectRecord, _ gazetteer: Gazetteer, of store: Store, now: Instant
  ) {
    self.init(
      office: store.officeName(gazetteer), resident: record.resident,
      village: gazetteer.fullName(of: record.resident.address.desa),
      cards: record.cards.map { story in
        CardRecord(
          card: story.record.card, custody: story.record.custody,
          story: CardStory.lines(of: story.record.card.id, in: story.entries.map(\.event)),
          details: story.details.map { detail in
            Detail(
              time: detail.time, receiverName: detail.content.receiverName,
              note: detail.content.note, position: detail.content.position)
          })
      },
      accesses: record.accesses.map {
        AccessRecord(time: $0.time, by: $0.by, purpose: $0.purpose.phrase.text(in: language))
      }, madeAt: now, zone: store.zone)
  }
}

struct SubjectErase: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "erase",
    abstract: say(
      "Menghapus data pribadi seorang penduduk untuk selamanya; bukti tetap berlaku.",
      "Erases a resident's personal data for good; the proofs stay valid."),
    discussion: say(
      """
      Contoh:
        hantar subject erase --basis request --by "Rina Wati" --yes
      Hanya kartu yang sudah diterima atau dimusnahkan. Kertas yang sudah dicetak dan cadangan
      tidak terjangkau: hapus sendiri, atau ulangi perintah ini setelah memulihkan cadangan.
      """,
      """
      Example:
        hantar subject erase --basis request --by "Rina Wati" --yes
      Only cards that were delivered or destroyed. Papers already printed and backups are out of
      reach: destroy them, and repeat this command after restoring a backup.
      """))

  @OptionGroup var options: WorkspaceOptions
  @OptionGroup var subject: SubjectOptions
  @OptionGroup var officer: OfficerOptions

  @Option(
    help: ArgumentHelp(
      say("Dasarnya: ", "The ground: ")
        + ErasureBasis.allCases.map(\.rawValue).joined(separator: ", ")))
  var basis: ErasureBasis

  @Flag(help: ArgumentHelp(say("Ya, tidak bisa dibatalkan.", "Yes, it cannot be undone.")))
  var yes = false

  func run() throws {
    guard yes else {
      throw Failure(
        .refused, id: "penghapusan tidak bisa dibatalkan; ulangi dengan --yes bila sudah pasti",
        en: "an erasure cannot be undone; repeat with --yes if you are sure")
    }
    let erasure = try options.openStore().subjectErase(
      try subject.subject(), by: try officer.name(), basis: basis, now: try currentInstant())
    print(
      say(
        "\(say(erasure.erased.count)) kartu dan \(say(erasure.details)) rincian kejadian dihapus "
          + "datanya",
        "Data of \(counted(erasure.erased.count, "card")) and "
          + "\(counted(erasure.details, "detail")) of events erased"))
    for custody in erasure.kept {
      print(
        say(
          "\(custody.card) disimpan: \(custody.status.phrase.indonesian)",
          "\(custody.card) kept: \(custody.status.phrase.english)"))
    }
    guard erasure.kept.isEmpty else {
      throw Failure(
        .refused,
        id: "kartu yang masih berjalan tidak dihapus; serahkan atau musnahkan dahulu, lalu ulangi",
        en: "cards still on their way are not erased; deliver or destroy them first, then repeat")
    }
  }
}
