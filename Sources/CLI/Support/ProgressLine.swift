import Foundation
import Synchronization

/// One line on standard error that rewrites itself while a long job runs.
///
/// Silent unless standard error is a terminal, and during a job's first second.
final class ProgressLine: Sendable {
  private struct State {
    var lastDrawn: ContinuousClock.Instant?
    var isDrawn = false
  }

  private let started = ContinuousClock.now
  private let state = Mutex(State())

  /// Shows `text` if the last line is old enough for the eye to follow.
  func show(_ text: @autoclosure () -> String) {
    guard Terminal.errorIsTerminal else { return }
    let now = ContinuousClock.now
    guard now - started > .seconds(1) else { return }
    let isDue = state.withLock { state in
      if let last = state.lastDrawn, now - last < .milliseconds(100) { return false }
      state.lastDrawn = now
      state.isDrawn = true
      return true
    }
    if isDue { write("\r\u{1B}[K" + text()) }
  }

  /// Shows `text` at once, before a job of a second or two that cannot tell how far it is.
  func announce(_ text: String) {
    guard Terminal.errorIsTerminal else { return }
    state.withLock { $0.isDrawn = true }
    write("\r\u{1B}[K" + text)
  }

  /// Wipes the line so that what follows starts clean.
  func finish() {
    let wasDrawn = state.withLock { $0.isDrawn }
    if wasDrawn { write("\r\u{1B}[K") }
  }

  private func write(_ text: String) { Terminal.write(text) }
}
