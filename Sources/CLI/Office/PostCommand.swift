import ArgumentParser
import Custody
import Domain
import Intake
import Reports
import Storage

struct PostCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "post",
    abstract: say(
      "Lewat pos: menyerahkan kiriman bernomor, membaca laporannya.",
      "By post: hand over numbered items, read its reports."),
    subcommands: [PostHandOver.self, PostEvents.self])
}

/// The post that carries cards.
struct PostOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      say("Nama posnya (bawaan: Pos Indonesia).", "Name of the post (default: Pos Indonesia).")))
  var post = "Pos Indonesia"
}

struct PostHandOver: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "hand-over",
    abstract: say(
      "Menyerahkan kartu kepada pos dengan nomor kirimannya (S10).",
      "Hands cards to the post under its item numbers (S10)."),
    discussion: say(
      "Contoh:\n  hantar post hand-over kiriman.csv --giver \"Rina Wati\" --taker \"Dedi (Pos)\"\n"
        + "Kolom: kartu, kiriman.",
      "Example:\n  hantar post hand-over items.csv --giver \"Rina Wati\" --taker \"Dedi (post)\"\n"
        + "Columns: card, item."))

  @OptionGroup var options: WorkspaceOptions
  @OptionGroup var post: PostOptions

  @Argument(help: ArgumentHelp(say("Tabel CSV.", "CSV table.")), completion: .file())
  var file: String

  @Option(help: ArgumentHelp(say("Nama yang menyerahkan.", "Name of the giver.")))
  var giver: SignedName

  @Option(help: ArgumentHelp(say("Nama yang menerima.", "Name of the taker.")))
  var taker: SignedName

  func run() throws {
    let rows = try file.rowsWithoutFault(PostItemImport.readings(of: try Files.read(file)))
    let signed = try options.openStore().handToPost(
      rows.map { ($0.card, $0.item) }, organisation: post.post, giver: giver.text,
      taker: taker.text, now: try currentInstant())
    print(
      say(
        "\(signed.handover.number): \(say(signed.count.present.count)) kartu diserahkan kepada "
          + post.post,
        "\(signed.handover.number): \(counted(signed.count.present.count, "card")) handed to "
          + post.post))
  }
}

struct PostEvents: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "events",
    abstract: say(
      "Membaca laporan pos (kode EMSEVT); dua kali pun tidak apa-apa.",
      "Reads the post's report (EMSEVT codes); twice does no harm."),
    discussion: say(
      "Contoh:\n  hantar post events laporan.csv --by \"Rina Wati\"\n"
        + "Kolom: kiriman, kode, waktu, alasan, tindakan, penerima.",
      "Example:\n  hantar post events report.csv --by \"Rina Wati\"\n"
        + "Columns: item, code, time, reason, action, recipient."))

  @OptionGroup var options: WorkspaceOptions
  @OptionGroup var post: PostOptions
  @OptionGroup var officer: OfficerOptions

  @Argument(help: ArgumentHelp(say("Tabel CSV.", "CSV table.")), completion: .file())
  var file: String

  func run() throws {
    let store = try options.openStore()
    let rows = try file.rowsWithoutFault(
      PostEventImport.readings(of: try Files.read(file), zone: store.zone))
    let outcome = try store.recordPost(
      rows.map(\.event), organisation: post.post, by: try officer.name(),
      now: try currentInstant())
    print(
      say(
        "\(file): \(say(outcome.recorded)) dicatat, \(say(outcome.noted)) disimpan, "
          + "\(say(outcome.alreadyKnown)) sudah dikenal, \(say(outcome.refused.count)) ditolak, "
          + "\(say(outcome.unknown.count)) tidak dikenal",
        "\(file): \(say(outcome.recorded)) recorded, \(say(outcome.noted)) noted, "
          + "\(say(outcome.alreadyKnown)) known before, \(say(outcome.refused.count)) refused, "
          + "\(say(outcome.unknown.count)) unknown"))
    try conclude(outcome)
  }

  private func conclude(_ outcome: PostOutcome) throws {
    for refused in outcome.refused {
      Terminal.printError(
        "\(refused.event.item) \(refused.event.code.rawValue): "
          + refused.refusal.phrase.text(in: language))
    }
    for event in outcome.unknown {
      Terminal.printError(
        "\(event.item): "
          + say(
            "kiriman ini tidak pernah diserahkan kepada pos", "this item was never handed to a post"
          ))
    }
    let count = outcome.refused.count + outcome.unknown.count
    guard count == 0 else {
      throw Failure(
        .refused, id: "\(count) laporan tidak masuk; periksa nomor kiriman dan kartunya",
        en: "\(counted(count, "report")) not taken in; check the items and their cards")
    }
  }
}

extension PostEventRow {
  fileprivate var event: PostEvent {
    let outcome: PostEvent.Outcome =
      switch outcome {
      case .none: .none
      case .failed(let reason, let action): .failed(reason, action)
      case .delivered(let recipient): .delivered(to: recipient)
      }
    return PostEvent(item: item, code: code, time: time, outcome: outcome)
  }
}

extension String {
  /// The rows of the file of this name, if all of them are good.
  ///
  /// - Throws: ``Failure`` with the exit code of bad input, once every bad row has been named.
  fileprivate func rowsWithoutFault<Row>(_ readings: [Reading<Row>]) throws -> [Row] {
    var rows: [Row] = []
    var rejections: [Rejection] = []
    for reading in readings {
      switch reading {
      case .accepted(let row, let warnings):
        rows.append(row)
        for warning in warnings {
          Terminal.printError("\(self): " + warning.phrase.text(in: language))
        }
      case .rejected(let rejection): rejections.append(rejection)
      }
    }
    for rejection in rejections {
      Terminal.printError("\(self): " + rejection.phrase.text(in: language))
    }
    guard rejections.isEmpty else {
      throw Failure(
        .badInput,
        id: "\(self): \(rejections.count) baris salah, tidak ada yang masuk; perbaiki lalu ulangi",
        en: "\(self): \(counted(rejections.count, "row")) at fault, nothing was taken in; correct "
          + "the file and try again")
    }
    return rows
  }
}
