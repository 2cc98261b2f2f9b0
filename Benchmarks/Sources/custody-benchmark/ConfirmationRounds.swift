import Custody
import Domain
import ExchangeSimulation
import Foundation
import Storage

/// Single confirmations at the door, each durable before it is acknowledged, beside the bare disk.
struct ConfirmationRounds {
  struct Result {
    /// Per second, the median of the rounds.
    let confirmations: Double
    let appends: Double
    /// The median of each round's share of the faster of its two raw loops.
    let share: Double
    /// What one confirmation writes to the log.
    let byteCount: Int
    /// What one confirmation takes of the processor, the median of the rounds, in microseconds.
    let processorMicroseconds: Double
  }

  private static let rounds = 9
  private static let confirmationsPerRound = 100

  static func measure(in folder: String) throws -> Result {
    let (pocket, cards, path) = try makePocket(in: folder)
    var next = 0
    func confirm(_ count: Int) throws -> TimeSpent {
      let begin = TimeSpent.now
      for _ in 0..<count {
        try pocket.deliver(
          [cards[next]], to: .own, proofs: [Proof(kind: .signature)],
          detail: DetailDraft(position: try SampleOffice.door(next), accuracyMetres: 12),
          clock: ClockReading(
            wall: SampleOffice.morning, boot: "boot", uptime: 3_600_000 + Int64(next) * 1000))
        next += 1
      }
      return TimeSpent.since(begin)
    }
    let byteCount = try bytesPerConfirmation(path: path, confirm)
    let disk = try RawDisk(in: folder, byteCount: byteCount)
    var shares: [Double] = []
    var confirmations: [Double] = []
    var appends: [Double] = []
    var microseconds: [Double] = []
    let count = confirmationsPerRound
    for _ in 0..<rounds {
      let before = try disk.seconds(forAppends: count)
      let spent = try confirm(count)
      let after = try disk.seconds(forAppends: count)
      shares.append(min(before, after) / spent.wallSeconds)
      confirmations.append(Double(count) / spent.wallSeconds)
      microseconds.append(spent.processorSeconds * 1e6 / Double(count))
      appends.append(Double(count) / min(before, after))
    }
    return Result(
      confirmations: confirmations.median, appends: appends.median, share: shares.median,
      byteCount: byteCount, processorMicroseconds: microseconds.median)
  }

  /// What the write-ahead log grows by, before it is started anew.
  private static func bytesPerConfirmation(
    path: String, _ confirm: (Int) throws -> TimeSpent
  ) throws -> Int {
    func size() throws -> Int {
      let attributes = try FileManager.default.attributesOfItem(atPath: path + "-wal")
      return (attributes[.size] as? Int) ?? 0
    }
    _ = try confirm(10)
    let before = try size()
    _ = try confirm(20)
    return max(4096, (try size() - before) / 20)
  }

  private static func makePocket(
    in folder: String
  ) throws -> (pocket: Pocket, cards: [CardID], path: String) {
    let store = try SampleOffice.workspace(at: folder + "/small-office").store
    try store.saveCouriers(
      [SampleOffice.courier("SP-01", capacityCards: 2000)], now: SampleOffice.morning)
    let count = confirmationsPerRound * rounds + 30
    let cards = try SampleOffice.importCards(0..<count, into: store)
    guard let courier = CourierID("SP-01") else { throw SimulationError.badSample }
    let clock = ClockReading(wall: SampleOffice.morning, boot: "boot", uptime: 3_600_000)
    let path = folder + "/pocket.sqlite"
    let pocket = try Pocket.create(at: path, courier: courier, pin: "730418", clock: clock)
    _ = try store.enrol(
      DeviceRequest(fileBytes: pocket.requestFile), by: "Rina", now: SampleOffice.morning)
    let runs = try SampleOffice.handOut(
      [("SP-01", cards)], from: store, now: SampleOffice.morning)
    try SampleOffice.giveRuns(runs, to: [pocket], from: store, clock: clock)
    return (pocket, cards, path)
  }
}

extension [Double] {
  /// The middle one; of an even number the upper of the two.
  var median: Double { isEmpty ? .nan : sorted()[count / 2] }
}
