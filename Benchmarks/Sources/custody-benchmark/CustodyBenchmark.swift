import Custody
import Domain
import ExchangeSimulation
import Foundation
import Storage

/// Measures what is promised of custody, each figure beside a floor taken in the same run, and prints
/// a table.
///
/// Usage: `custody-benchmark FOLDER [EVENTS]`; the folder must be on the disk that is meant, and is
/// left empty. `EVENTS` are those of the log that is examined, a million unless said.
@main
struct CustodyBenchmark {
  static func main() throws {
    let arguments = CommandLine.arguments.dropFirst()
    guard let folder = arguments.first else {
      FileHandle.standardError.write(Data("usage: custody-benchmark FOLDER [EVENTS]\n".utf8))
      exit(64)
    }
    let events = arguments.dropFirst().first.flatMap { Int($0) } ?? 1_000_000
    print("| what | measured | goal | beside its floor |\n| --- | ---: | ---: | --- |")
    try confirm(in: folder)
    try measureOffice(in: folder, events: events)
  }

  private static func confirm(in folder: String) throws {
    let result = try ConfirmationRounds.measure(in: folder)
    row(
      "durable single confirmations a second", number(result.confirmations, 0), "80 % of floor",
      "\(number(100 * result.share, 0)) % of \(number(result.appends, 0)) appends of"
        + " \(result.byteCount) bytes with `fdatasync`")
  }

  private static func measureOffice(in folder: String, events: Int) throws {
    say("making an office with 500 couriers and 191,000 cards")
    var office = try LargeOffice(at: folder + "/large-office")
    say("recording 191,000 events on 500 devices")
    let files = try office.record(LargeOffice.cardsOfEach, eventsPerFile: 191)
    try merge(files, in: office)

    let more = events / LargeOffice.courierCount - LargeOffice.cardsOfEach
    if more > 0 {
      say("recording and merging \(more * LargeOffice.courierCount) more events")
      for step in stride(from: 0, to: more, by: 256) {
        let next = try office.record(min(256, more - step), eventsPerFile: 256)
        _ = try office.store.merge(fileBytes: Array(next.joined()), now: LargeOffice.evening)
      }
    }
    try verify(office)
    try prove(office)
  }

  /// Two files of each device, every file once and a fifth of them twice, in random order.
  private static func merge(_ files: [[UInt8]], in office: LargeOffice) throws {
    let twice = (files + files.shuffled().prefix(files.count / 5)).shuffled()
    say("merging \(twice.count) files in random order")
    var accepted = 0
    let begin = ContinuousClock.now
    for file in twice {
      let outcome = try office.store.merge(fileBytes: file, now: LargeOffice.evening)
      accepted += outcome.accepted
    }
    let seconds = (ContinuousClock.now - begin).inSeconds
    let count = LargeOffice.courierCount * LargeOffice.cardsOfEach
    guard accepted == count else { throw BenchmarkError.lost(count - accepted) }
    let floor = try HashAndSignatureFloor(leafByteCount: leafByteCount(of: office))
      .seconds(forEntries: count)
    row(
      "merging 191,000 events of 500 devices, shuffled, a fifth twice: seconds",
      number(seconds, 1), "30",
      "\(number(seconds / floor, 2)) x checking their signatures and hashes")
  }

  private static func verify(_ office: LargeOffice) throws {
    let floor = try HashAndSignatureFloor(leafByteCount: leafByteCount(of: office))
    let entries = try office.store.entryCount()
    say("examining \(entries) entries")
    var floors = [floor.seconds(forEntries: entries)]
    let begin = ContinuousClock.now
    let report = try office.store.verify()
    let seconds = (ContinuousClock.now - begin).inSeconds
    floors.append(floor.seconds(forEntries: entries))
    guard report.isSound else { throw BenchmarkError.unsound(report.findings.count) }
    let fastest = floors.min() ?? .nan
    row(
      "`audit verify` of \(entries) entries: seconds", number(seconds, 1), "50 % of floor",
      "\(number(100 * fastest / seconds, 0)) % of the machine's SHA-256 and Ed25519,"
        + " \(number(fastest, 1)) s")
  }

  private static func prove(_ office: LargeOffice) throws {
    let milliseconds = try (0..<21).map { number in
      let card = office.cards[number * 9001 % office.cards.count]
      let begin = ContinuousClock.now
      let proof = try office.store.proof(of: card, now: LargeOffice.evening)
      let spent = (ContinuousClock.now - begin).inSeconds * 1000
      guard !proof.entries.isEmpty else { throw BenchmarkError.lost(1) }
      return spent
    }
    row(
      "proof of one card in that log: milliseconds", number(milliseconds.median, 1), "50",
      "\(number(milliseconds.max() ?? .nan, 1)) the slowest of \(milliseconds.count)")
  }

  /// The mean of the newest entries.
  private static func leafByteCount(of office: LargeOffice) throws -> Int {
    let count = try office.store.entryCount()
    let entries = try office.store.entries(from: max(1, count - 999), limit: 1000)
    return entries.reduce(0) { $0 + $1.leaf.bytes.count } / max(1, entries.count)
  }

  private static func row(_ what: String, _ measured: String, _ goal: String, _ floor: String) {
    print("| \(what) | \(measured) | \(goal) | \(floor) |")
    fflush(nil)
  }

  private static func number(_ value: Double, _ digits: Int) -> String {
    String(format: "%.\(digits)f", value)
  }

  private static func say(_ text: String) {
    FileHandle.standardError.write(Data("custody-benchmark: \(text)\n".utf8))
  }
}

/// Why a measurement is worth nothing.
enum BenchmarkError: Error {
  case lost(Int)
  case unsound(Int)
}
