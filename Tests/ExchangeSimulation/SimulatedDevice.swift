internal import Custody
internal import Domain
internal import Foundation
internal import GRDB
internal import Storage

/// One device in a courier's hands, on a machine that can fail.
final class SimulatedDevice {
  let number: Int
  let id: DeviceID
  let machine: Machine
  var clock: DeviceClock
  /// Whether the courier has lost it.
  var isLost = false
  /// Whether it was set back to an old copy of itself.
  var isRestored = false
  /// What the courier was told is written down: the hashes by sequence.
  private(set) var promises: [Int: String] = [:]
  private var pocket: Pocket?
  private var reader: DatabaseQueue?

  init(_ number: Int, of template: DayTemplate, in folder: String, now: Instant) throws {
    self.number = number
    clock = DayTemplate.clock
    machine = try Machine(
      copying: "\(template.folder)/device-\(number)", to: "\(folder)/device-\(number)")
    let pocket = try Self.open(machine.folder, clock.reading(at: now))
    self.pocket = pocket
    id = pocket.device
    promises = try storedEvents()
  }

  /// Does something with the pocket, during which something may happen to the device.
  ///
  /// - Returns: What the courier sees; nothing if the device died before it answered.
  func perform<Value>(
    _ accident: Accident?, now: Instant, using random: inout some RandomNumberGenerator,
    _ work: (Pocket) throws -> Value
  ) throws -> Result<Value, any Error>? {
    let opened = try open(now: now)
    let outcome = try machine.perform(accident, using: &random) { try work(opened) }
    if outcome.isRestarted { switchOff() }
    if outcome.isTold, case .success = outcome.result { promises = try storedEvents() }
    return outcome.isTold ? outcome.result : nil
  }

  /// Switches the device off and on.
  func restart(at now: Instant) {
    switchOff()
    clock.restart(at: now)
  }

  /// Goes on with an old copy of the pocket, as from a backup; later promises are void.
  func restore(from copy: String) throws {
    switchOff()
    try machine.replace(with: copy)
    isRestored = true
    promises = try storedEvents()
  }

  /// The promised events that are not there, by sequence.
  func brokenPromises() throws -> [Int] {
    let stored = try storedEvents()
    return promises.filter { stored[$0.key] != $0.value }.keys.sorted()
  }

  /// The hashes of all events in the file, read past all of Hantar.
  func storedEvents() throws -> [Int: String] {
    let reader = try reader ?? DatabaseQueue(path: machine.folder + "/pocket.sqlite")
    self.reader = reader
    return try reader.read { database in
      let rows = try Row.fetchAll(database, sql: "SELECT sequence, hash FROM event")
      return Dictionary(
        uniqueKeysWithValues: rows.map { row in
          (row["sequence"] as Int, IndependentAudit.hexadecimal([UInt8](row["hash"] as Data)))
        })
    }
  }

  private func switchOff() {
    pocket = nil
    reader = nil
  }

  private func open(now: Instant) throws -> Pocket {
    if let pocket { return pocket }
    let opened = try Self.open(machine.folder, clock.reading(at: now))
    pocket = opened
    return opened
  }

  private static func open(_ folder: String, _ clock: ClockReading) throws -> Pocket {
    try Pocket.open(at: folder + "/pocket.sqlite", pin: DayTemplate.pin, clock: clock)
  }
}
