import Custody
import Domain
import ExchangeSimulation
import Foundation
import Storage

/// Measures what is promised of custody, each figure beside a floor taken in the same run, and prints
/// a table.
///
/// Usage: `custody-benchmark FOLDER [EVENTS [COURIERS]]`; the folder must be on the disk that is
/// meant, and is left empty. `EVENTS` are those of the log that is examined, a million unless said;
/// with 0 only confirmations are measured. Each of 500 couriers, unless said, has 382 cards.
@main
struct CustodyBenchmark {
  static func main() throws {
    let arguments = CommandLine.arguments.dropFirst()
    guard let folder = arguments.first else {
      say("usage: custody-benchmark FOLDER [EVENTS [COURIERS]]")
      exit(64)
    }
    let numbers = arguments.dropFirst().compactMap { Int($0) }
    let events = numbers.first ?? 1_000_000
    let couriers = numbers.dropFirst().first ?? 500
    print("| what | measured | goal | beside its floor |\n| --- | ---: | ---: | --- |")
    try confirm(in: folder)
    if events > 0 { try measureOffice(in: folder, events: events, couriers: couriers) }
  }

  private static func confirm(in folder: String) throws {
    let result = try ConfirmationRounds.measure(in: folder)
    row(
      "durable single confirmations a second", number(result.confirmations, 0), "80 % of floor",
      "\(number(100 * result.share, 0)) % of \(number(result.appends, 0)) appends of"
        + " \(result.byteCount) bytes with `fdatasync`,"
        + " \(number(result.processorMicroseconds, 0)) µs of the processor each")
  }

  private static func measureOffice(in folder: String, events: Int, couriers: Int) throws {
    let count = couriers * LargeOffice.cardsOfEach
    say("making an office with \(couriers) couriers and \(count) cards")
    var office = try LargeOffice(at: folder + "/large-office", couriers: couriers)
    say("recording an event for each card")
    let files = try office.record(LargeOffice.cardsOfEach, eventsPerFile: 191)
    try merge(files, in: office)

    let more = events / couriers - LargeOffice.cardsOfEach
    if more > 0 {
      say("recording and merging \(more * couriers) more events")
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
    let begin = TimeSpent.now
    for start in stride(from: 0, to: twice.count, by: 256) {
      let some = Array(twice[start...].prefix(256))
      for outcome in office.store.merge(files: some, now: LargeOffice.evening) {
        accepted += try outcome.get().accepted
      }
    }
    let spent = TimeSpent.since(begin)
    let count = office.cards.count
    guard accepted == count else { throw BenchmarkError.lost(count - accepted) }
    let floor = try HashAndSignatureFloor(leafByteCount: leafByteCount(of: office))
      .time(forEntries: count)
    row(
      "merging \(count) events of \(files.count / 2) devices, shuffled, a fifth twice: seconds",
      number(spent.wallSeconds, 1), "30",
      "\(ratio(spent, floor)) checking their signatures and hashes")
  }

  private static func verify(_ office: LargeOffice) throws {
    let floor = try HashAndSignatureFloor(leafByteCount: leafByteCount(of: office))
    let entries = try office.store.entryCount()
    say("examining \(entries) entries")
    let before = floor.time(forEntries: entries)
    let begin = TimeSpent.now
    let report = try office.store.verify()
    let spent = TimeSpent.since(begin)
    let after = floor.time(forEntries: entries)
    guard report.isSound else { throw BenchmarkError.unsound(report.findings.count) }
    let fastest = before.wallSeconds < after.wallSeconds ? before : after
    row(
      "`audit verify` of \(entries) entries: seconds", number(spent.wallSeconds, 1),
      "50 % of floor",
      "\(number(100 * fastest.wallSeconds / spent.wallSeconds, 0)) % of the machine's SHA-256 and"
        + " Ed25519, \(number(fastest.wallSeconds, 1)) s; of processor time"
        + " \(number(100 * fastest.processorSeconds / spent.processorSeconds, 0)) %")
  }

  private static func prove(_ office: LargeOffice) throws {
    let milliseconds = try (0..<21).map { number in
      let card = office.cards[number * 9001 % office.cards.count]
      let begin = TimeSpent.now
      let proof = try office.store.proof(of: card, now: LargeOffice.evening)
      let spent = TimeSpent.since(begin)
      guard !proof.entries.isEmpty else { throw BenchmarkError.lost(1) }
      return spent.wallSeconds * 1000
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

  /// How many times the floor something took, on the wall and of the processor.
  private static func ratio(_ spent: TimeSpent, _ floor: TimeSpent) -> String {
    "\(number(spent.wallSeconds / floor.wallSeconds, 2)) x (of processor time"
      + " \(number(spent.processorSeconds / floor.processorSeconds, 2)) x)"
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
