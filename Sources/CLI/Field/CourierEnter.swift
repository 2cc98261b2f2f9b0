import ArgumentParser
import Custody
import Domain
import Intake
import Storage

struct CourierEnter: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "enter",
    abstract: say(
      "Memasukkan lembar antar kertas yang sudah diisi (CSV); dicatat sebagai kertas.",
      "Types in a filled-in paper run sheet (CSV); marked as paper."),
    discussion: say(
      "Contoh:\n  hantar courier enter lembar.csv\nKolom: docs/FORMATS.md.",
      "Example:\n  hantar courier enter sheet.csv\nColumns: docs/FORMATS.md."))

  @OptionGroup var options: PocketOptions

  @OptionGroup var input: RowsFile

  func run() throws {
    let bytes = try Files.read(input.file)
    let pocket = try options.open()
    let readings: [Reading<OutcomeRow>]
    do throws(DelimitedError) {
      readings = try OutcomeImport.readings(of: bytes)
    } catch {
      throw Failure.inFile(input.file, error)
    }
    var rows: [OutcomeRow] = []
    var rejections: [Rejection] = []
    for reading in readings {
      switch reading {
      case .accepted(let row, _): rows.append(row)
      case .rejected(let rejection): rejections.append(rejection)
      }
    }
    let known = try recorded(in: pocket)
    let fresh = rows.filter { !known.contains(Recorded($0, in: pocket)) }
    let refusals = try record(fresh, in: pocket)
    print(
      say(
        "\(input.file): \(say(fresh.count - refusals.count)) kartu dicatat, "
          + "\(say(rows.count - fresh.count)) sudah tercatat",
        "\(input.file): \(say(fresh.count - refusals.count)) cards recorded, "
          + "\(say(rows.count - fresh.count)) recorded before"))
    for (row, refusal) in refusals {
      Terminal.printError(
        "\(input.file): " + say("baris", "line") + " \(row.row): "
          + refusal.phrase.text(in: language))
    }
    try ImportSummary(file: input.file, rejections: rejections, warnings: [])
      .conclude(reportPath: input.report)
    guard refusals.isEmpty else {
      throw Failure(
        .refused, id: "\(refusals.count) baris ditolak aturan serah terima dan tidak dicatat",
        en: "\(refusals.count) rows were refused by the rules of custody and are not recorded")
    }
  }

  /// What the pocket knows already, so that typing in a sheet twice counts nothing twice.
  private func recorded(in pocket: Pocket) throws -> Set<Recorded> {
    Set(
      try pocket.events().filter { $0.kind == .delivered || $0.kind == .failed }.flatMap { event in
        event.cards.map { Recorded(card: $0, time: event.time, kind: event.kind) }
      })
  }

  /// Records the rows in the order in which things happened; returns those refused.
  private func record(
    _ rows: [OutcomeRow], in pocket: Pocket
  ) throws -> [(OutcomeRow, CustodyRefusal)] {
    let now = try currentInstant()
    var refusals: [(OutcomeRow, CustodyRefusal)] = []
    for row in rows.sorted(by: { ($0.time, $0.row) < ($1.time, $1.row) }) {
      let time = row.instant(in: pocket)
      do {
        switch row.outcome {
        case .delivered(let recipient, let proofs):
          try pocket.deliver(
            [row.card], to: recipient, proofs: proofs.map { Proof(kind: $0) }, at: time, now: now,
            provenance: .paper)
        case .failed(let reason):
          try pocket.fail([row.card], reason: reason, at: time, now: now, provenance: .paper)
        }
      } catch let refusal as CustodyRefusal {
        refusals.append((row, refusal))
      }
    }
    return refusals
  }
}

/// One card's outcome at one moment.
private struct Recorded: Hashable {
  let card: CardID
  let time: Instant
  let kind: Event.Kind

  init(card: CardID, time: Instant, kind: Event.Kind) {
    self.card = card
    self.time = time
    self.kind = kind
  }

  init(_ row: OutcomeRow, in pocket: Pocket) {
    let kind: Event.Kind = if case .failed = row.outcome { .failed } else { .delivered }
    self.init(card: row.card, time: row.instant(in: pocket), kind: kind)
  }
}

extension OutcomeRow {
  /// The row's time on the day of the run.
  fileprivate func instant(in pocket: Pocket) -> Instant {
    Instant(pocket.runBundle.date, at: time, in: pocket.runBundle.zone)
  }
}
