import ArgumentParser
import Custody
import Domain
import Storage

/// Which of the runs in a pocket a command is about.
struct RunOption: ParsableArguments {
  @Option(
    name: [.customShort("r"), .customLong("run")],
    help: ArgumentHelp(
      say(
        "Rute (bawaan: yang pertama dengan kartu yang belum dicatat).",
        "The run (default: the first with cards not yet recorded)."),
      valueName: "R-20170727-1-001"))
  var id: RunID?

  /// The run meant: as named, else the first with cards not yet recorded, else the first with cards
  /// in the bag, else the last.
  func run(in pocket: Pocket, clock: ClockReading) throws -> PocketRun {
    let runs = try pocket.runs(clock: clock)
    if let id {
      guard let named = runs.first(where: { $0.id == id }) else {
        throw PocketRefusal.unknownRun(id)
      }
      return named
    }
    let unfinished = try runs.first { try pocket.status(of: $0.id).untouched > 0 }
    guard let run = unfinished ?? runs.first(where: { $0.cardsInBag > 0 }) ?? runs.last else {
      throw PocketRefusal.noRunYet
    }
    return run
  }
}
