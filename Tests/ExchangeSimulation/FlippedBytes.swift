internal import Custody
internal import Domain
internal import Foundation
internal import GRDB
internal import Storage

/// Flips one bit of one byte of a file at a time and sees whether anyone notices.
public enum FlippedBytes {
  /// What became of the flips.
  public struct Outcome: Sendable, CustomStringConvertible {
    public internal(set) var found = 0
    /// Nothing was found, and every question has the same answer as before.
    public internal(set) var harmless = 0
    /// Nothing was found, and an answer changed.
    public internal(set) var unnoticed: [Int] = []

    public init() {}

    /// Adds what became of other bytes.
    public mutating func add(_ other: Self) {
      found += other.found
      harmless += other.harmless
      unnoticed = (unnoticed + other.unnoticed).sorted()
    }

    public var description: String {
      "\(found) flips found, \(harmless) harmless, unnoticed: \(unnoticed)"
    }
  }

  /// Writes an office's database anew in the smallest pages SQLite has, so that fewer of its bytes
  /// are of no use to anyone. Nobody has it open.
  public static func pack(storeAt office: String) throws {
    let database = try DatabaseQueue(path: office + "/hantar.sqlite")
    try database.writeWithoutTransaction { database in
      try database.execute(sql: "PRAGMA journal_mode = DELETE; PRAGMA page_size = 512; VACUUM")
    }
    try database.close()
  }

  /// Flips bytes of an office's database, which nobody has open.
  ///
  /// - Parameter divisor: With `remainder`, which of the bytes: those whose place leaves it when
  ///   divided.
  /// - Parameter progress: Told after each flip what became of all so far, and the share of the file
  ///   that is behind.
  public static func ofStore(
    at office: String, every divisor: Int = 1, from remainder: Int = 0,
    progress: (_ soFar: Outcome, _ share: Double) -> Void = { _, _ in }
  ) throws -> Outcome {
    // Whoever closes a database last writes everything into the one file.
    let truth = try judge(office)
    let path = office + "/hantar.sqlite"
    let whole = try Data(contentsOf: URL(filePath: path))
    var outcome = Outcome()
    for place in stride(from: remainder, to: whole.count, by: divisor) {
      try put(whole[place] ^ 1 << UInt8(place % 8), at: place, of: path)
      switch try? judge(office) {
      case nil: outcome.found += 1
      case truth: outcome.harmless += 1
      default: outcome.unnoticed.append(place)
      }
      try put(whole[place], at: place, of: path)
      for ending in ["-wal", "-shm"] { unlink(path + ending) }
      progress(outcome, Double(place + 1) / Double(whole.count))
    }
    guard try Data(contentsOf: URL(filePath: path)) == whole else {
      throw SimulationError.examinationWrote
    }
    return outcome
  }

  /// What the office answers when nothing is wrong with it; an error if something is.
  private static func judge(_ office: String) throws -> Answers {
    let store = try Workspace.open(at: office).store
    guard try store.verify().isSound else { throw SimulationError.badSample }
    return try Answers(of: store)
  }

  /// Answers to what people ask an office.
  private struct Answers: Equatable {
    let entries: [LedgerEntry]
    /// Nothing of an old card that somebody took in exchange.
    let custody: [CardCustody?]
    let stories: [[LedgerEntry]?]
    let reviews: [Review]
    let devices: [Device]
    let checkpoints: [String]
    let regions: [Region]
    let couriers: [Courier]
    let plans: [Plan]
    let handovers: [Handover]

    init(of store: Store) throws {
      entries = try store.entries()
      let cards = Set(entries.flatMap(\.event.cards)).sorted()
      custody = try cards.map { card in try Self.known { try store.custody(of: card) } }
      stories = try cards.map { card in try Self.known { try store.events(of: card) } }
      reviews = try store.reviews()
      devices = try store.devices()
      checkpoints = try store.checkpointLines()
      let gazetteer = try store.gazetteer()
      regions = [gazetteer.regency] + gazetteer.kecamatan + gazetteer.desa
      couriers = try store.couriers()
      plans = try store.planIDs().map { try store.plan($0) }
      handovers = try store.handovers(forRunsOn: SampleOffice.today)
    }

    private static func known<Value>(_ answer: () throws -> Value) throws -> Value? {
      do { return try answer() } catch StoreRefusal.unknownCard { return nil }
    }
  }

  private static func put(_ byte: UInt8, at place: Int, of path: String) throws {
    let handle = open(path, O_WRONLY)
    guard handle >= 0 else { throw POSIXError(.EIO) }
    defer { close(handle) }
    guard withUnsafeBytes(of: byte, { pwrite(handle, $0.baseAddress, 1, off_t(place)) }) == 1
    else { throw POSIXError(.EIO) }
  }
}
