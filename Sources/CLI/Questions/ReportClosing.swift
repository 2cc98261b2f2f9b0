import ArgumentParser
import Custody
import Domain
import Reports
import Storage

/// How a report to people is written: to the terminal, and as a page or a table if asked.
struct ReportOutput: ParsableArguments {
  @Option(
    help: ArgumentHelp(say("Tulis juga halaman siap cetak.", "Also write a page to print.")),
    completion: .file())
  var html: String?

  @Option(
    help: ArgumentHelp(say("Tulis juga tabel CSV.", "Also write a CSV table.")),
    completion: .file())
  var csv: String?

  func write(text: String, html page: String, csv table: String) throws {
    if let html { try Files.write(page, to: html) }
    if let csv { try Files.write(table, to: csv) }
    print(text, terminator: "")
  }
}

struct ReportClosing: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "closing",
    abstract: say(
      "Tutup buku harian: kartu pada tiap pemegang, dihitung dan selisihnya.",
      "The daily closing: cards with every holder, counted and by how much it differs."),
    discussion: say(
      "Contoh:\n  hantar report closing --date 2017-07-27 --html tutup.html",
      "Example:\n  hantar report closing --date 2017-07-27 --html closing.html"))

  @OptionGroup var options: WorkspaceOptions
  @OptionGroup var output: ReportOutput

  @Option(
    help: ArgumentHelp(
      say("Hari (bawaan: hari ini).", "Day (default: today)."), valueName: "YYYY-MM-DD"))
  var date: CalendarDate?

  func run() throws {
    let store = try options.openStore()
    let gazetteer = try store.gazetteer()
    let day = try date ?? currentInstant().date(in: store.zone)
    let report = ClosingReport(
      date: day, office: store.officeName(gazetteer),
      holders: try store.closing(on: day).map { try $0.line(gazetteer) }, proof: nil)
    try output.write(
      text: report.text(in: language, width: Terminal.width, colour: Terminal.usesColour),
      html: report.html(in: language), csv: report.csv(in: language))
  }
}

extension Storage.HolderClosing {
  /// A count is told as long as nothing has moved since.
  fileprivate func line(_ gazetteer: Gazetteer) throws -> Reports.HolderClosing {
    let isCurrent = counted == closing - missed.count
    return try Reports.HolderClosing(
      holder: holder, name: holder.phrase(gazetteer).text(in: language), opening: opening,
      received: received, given: given, closing: closing, counted: isCurrent ? counted : nil,
      missing: isCurrent ? missed : [])
  }
}

struct ReportAgeing: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "ageing",
    abstract: say(
      "Kartu yang paling lama belum sampai, dan di mana.",
      "The cards that have waited longest, and where."),
    discussion: say(
      "Contoh:\n  hantar report ageing --limit 50", "Example:\n  hantar report ageing --limit 50"))

  @OptionGroup var options: WorkspaceOptions
  @OptionGroup var output: ReportOutput

  @Option(help: ArgumentHelp(say("Paling banyak sekian kartu.", "At most so many cards.")))
  var limit = 100

  func run() throws {
    let store = try options.openStore()
    let gazetteer = try store.gazetteer()
    let now = try currentInstant()
    let oldest = try store.ageing(now: now, limit: max(1, limit)).oldest.filter { !$0.card.isOld }
    let cards = try store.cards(oldest.map(\.card), .now(for: .service))
    let report = AgeingList(
      today: now.date(in: store.zone), office: store.officeName(gazetteer),
      cards: zip(oldest, cards).map { custody, card in
        AgedCard(
          card: card.id, status: custody.status,
          holder: custody.holder.phrase(gazetteer).text(in: language),
          village: gazetteer.fullName(of: card.resident.address.desa), printedOn: card.printedOn,
          since: custody.since.date(in: store.zone), attempts: custody.attempts,
          lastFailure: custody.lastFailure)
      })
    try output.write(
      text: report.text(in: language, width: Terminal.width, colour: Terminal.usesColour),
      html: report.html(in: language), csv: report.csv(in: language))
  }
}

struct ReportReturned: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "returned",
    abstract: say(
      "Kartu yang kembali dan yang dimusnahkan dalam suatu masa.",
      "Cards that came back and cards destroyed in a period."),
    discussion: say(
      "Contoh:\n  hantar report returned --from 2017-07-01 --through 2017-07-31",
      "Example:\n  hantar report returned --from 2017-07-01 --through 2017-07-31"))

  @OptionGroup var options: WorkspaceOptions
  @OptionGroup var output: ReportOutput

  @Option(help: ArgumentHelp(say("Hari pertama.", "First day."), valueName: "YYYY-MM-DD"))
  var from: CalendarDate?

  @Option(
    help: ArgumentHelp(
      say("Hari terakhir (bawaan: hari ini).", "Last day (default: today)."),
      valueName: "YYYY-MM-DD"))
  var through: CalendarDate?

  func run() throws {
    let store = try options.openStore()
    let today = try currentInstant().date(in: store.zone)
    let last = through ?? today
    let first = from ?? last
    guard first <= last else {
      throw Failure(
        .badInput, id: "\(first) sesudah \(last); tukar --from dan --through",
        en: "\(first) is after \(last); swap --from and --through")
    }
    let gazetteer = try store.gazetteer()
    let record = try store.returnedAndDestroyed(from: first, through: last)
    let report = ReturnedAndDestroyedList(
      office: store.officeName(gazetteer), period: first...last,
      returned: record.returned.map { card in
        ReturnedAndDestroyedList.Returned(
          card: card.card, date: card.at.date(in: store.zone),
          from: card.from.phrase(gazetteer).text(in: language), reason: card.lastFailure,
          status: card.status, document: nil)
      },
      destroyed: record.destructions.flatMap { destruction in
        destruction.cards.map {
          ReturnedAndDestroyedList.Destroyed(
            card: $0, date: destruction.at.date(in: store.zone), document: destruction.number)
        }
      })
    try output.write(
      text: report.text(in: language, width: Terminal.width, colour: Terminal.usesColour),
      html: report.html(in: language), csv: report.csv(in: language))
    if !record.waiting.isEmpty {
      print(
        say(
          "\(say(record.waiting.count)) kartu menunggu dimusnahkan atau diperiksa: "
            + "`hantar counter destroy --waiting`",
          "\(counted(record.waiting.count, "card")) waiting to be destroyed or looked at: "
            + "`hantar counter destroy --waiting`"))
    }
  }
}

struct ReportPublic: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "public",
    abstract: say(
      "Laporan untuk umum tanpa data pribadi; angka di bawah 5 disembunyikan.",
      "A report for the public without personal data; counts below 5 are hidden."),
    discussion: say(
      "Contoh:\n  hantar report public --out laporan-umum",
      "Example:\n  hantar report public --out public-report"))

  @OptionGroup var options: WorkspaceOptions

  @Option(
    help: ArgumentHelp(say("Nama berkas tanpa akhiran.", "Name of the files, without ending.")))
  var out: String

  func run() throws {
    let store = try options.openStore()
    let gazetteer = try store.gazetteer()
    let now = try currentInstant()
    let report = PublicReport(
      office: store.officeName(gazetteer), date: now.date(in: store.zone),
      villages: try store.publicFigures(now: now).map { figures in
        PublicReport.Village(
          name: gazetteer.fullName(of: figures.region.code), delivered: figures.delivered,
          waiting: Dictionary(grouping: figures.waitingDays, by: AgeClass.init(days:))
            .mapValues(\.count), failures: figures.failures)
      }, checkpoint: try store.checkpoint(now: now).line)
    try Files.write(report.html(in: language), to: out + ".html")
    try Files.write(report.csv(in: language), to: out + ".csv")
    print(
      say(
        "Laporan ditulis ke \(out).html dan \(out).csv",
        "Report written to \(out).html and \(out).csv"))
  }
}
