internal import Custody
internal import Domain
internal import Foundation
internal import Storage

/// Flips one bit of one byte of a file at a time and sees whether anyone notices.
public enum FlippedBytes {
  /// What became of the flips.
  public struct Outcome: Sendable {
    public internal(set) var found = 0
    /// Nothing was found, and every question has the same answer as before.
    public internal(set) var harmless = 0
    /// Nothing was found, and an answer changed.
    public internal(set) var unnoticed: [Int] = []
  }

  /// Flips bytes of an office's database, which nobody has open.
  ///
  /// - Parameter share: Which of the bytes: those whose place leaves `remainder` when divided by
  ///   `divisor`.
  public static func ofStore(
    at office: String, every divisor: Int = 1, from remainder: Int = 0
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
    }
    return outcome
  }

  /// What the office answers when nothing is wrong with it; an error if something is.
  private static func judge(_ office: String) throws -> String {
    let store = try Workspace.open(at: office).store
    guard try store.verify().isSound else { throw SimulationError.badSample }
    return try answers(of: store)
  }

  /// Answers to what people ask an office, in one text.
  private static func answers(of store: Store) throws -> String {
    let entries = try store.entries()
    let cards = Set(entries.flatMap(\.event.cards)).sorted()
    let stories = try cards.map { "\(try store.custody(of: $0)) \(try store.events(of: $0))" }
    return """
      \(entries) \(stories) \(try store.reviews()) \(try store.devices())
      \(try store.checkpointLines()) \(try store.couriers().map(\.name)) \(try store.planIDs())
      \(try store.handovers(forRunsOn: SampleOffice.today).map(\.number))
      """
  }

  private static func put(_ byte: UInt8, at place: Int, of path: String) throws {
    let handle = open(path, O_WRONLY)
    guard handle >= 0 else { throw POSIXError(.EIO) }
    defer { close(handle) }
    guard withUnsafeBytes(of: byte, { pwrite(handle, $0.baseAddress, 1, off_t(place)) }) == 1
    else { throw POSIXError(.EIO) }
  }
}
