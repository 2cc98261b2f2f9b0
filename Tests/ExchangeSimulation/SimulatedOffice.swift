internal import Custody
internal import Domain
internal import Foundation
internal import Storage

/// The office, on a machine that can fail.
final class SimulatedOffice {
  let machine: Machine
  /// Every word on its log that it gave out.
  private(set) var published: [Checkpoint] = []
  private var workspace: Workspace?

  init(of template: DayTemplate, in folder: String) throws {
    machine = try Machine(
      copying: template.folder + "/office", to: folder + "/office",
      otherFiles: ["ledger.anchor"])
  }

  /// Does something with the store, during which something may happen to the machine.
  ///
  /// - Returns: What the clerk sees; nothing if the machine died before it answered.
  func perform<Value>(
    _ accident: Accident?, using random: inout some RandomNumberGenerator,
    _ work: (Store) throws -> Value
  ) throws -> Result<Value, any Error>? {
    let store = try store()
    let outcome = try machine.perform(accident, using: &random) { try work(store) }
    if outcome.isRestarted { workspace = nil }
    return outcome.isTold ? outcome.result : nil
  }

  /// Gives out the office's word on its log, as far as it goes now.
  func publish(now: Instant) throws { published.append(try store().checkpoint(now: now)) }

  func store() throws -> Store {
    if let workspace { return workspace.store }
    let opened = try Workspace.open(at: machine.folder)
    workspace = opened
    return opened.store
  }
}
