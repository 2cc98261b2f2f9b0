import Custody
import Domain
import Foundation
import Storage

/// Does one thing after another and says after each that it is done, until it is killed.
///
/// Usage: `exchange-worker confirm POCKET PIN` records an event and prints its number;
/// `exchange-worker merge OFFICE FILE ...` brings in one file after the other and prints its place.
@main
struct ExchangeWorker {
  static func main() throws {
    let arguments = Array(CommandLine.arguments.dropFirst())
    switch (arguments.first, arguments.count) {
    case ("confirm", 3): try confirm(arguments[1], pin: arguments[2])
    case ("merge", 3...): try merge(arguments[1], Array(arguments.dropFirst(2)))
    default: exit(64)
    }
  }

  private static func confirm(_ path: String, pin: String) throws {
    let pocket = try Pocket.open(at: path, pin: pin, clock: clock)
    for rupiah in 1... {
      say(try pocket.reportFee(rupiah: rupiah, clock: clock).event.id.sequence)
    }
  }

  private static func merge(_ office: String, _ files: [String]) throws {
    let store = try Workspace.open(at: office).store
    for (place, file) in files.enumerated() {
      let bytes = Array(try Data(contentsOf: URL(filePath: file)))
      _ = try store.merge(fileBytes: bytes, now: clock.wall)
      say(place)
    }
  }

  /// 27 July 2017, late in the morning in Bandar Lampung.
  private static let clock = ClockReading(
    wall: Instant(milliseconds: 1_501_113_600_000 + 18_000_000))

  /// At once, past every buffer: whoever reads it may count on it.
  private static func say(_ number: Int) {
    FileHandle.standardOutput.write(Data("\(number)\n".utf8))
  }
}
