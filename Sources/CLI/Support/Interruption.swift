import Foundation
import Synchronization

/// Notices Ctrl-C during a long job, so that the job can end with the best it has.
///
/// A second Ctrl-C ends the program at once.
enum Interruption {
  private static let happened = Atomic(false)

  static var isRequested: Bool { happened.load(ordering: .relaxed) }

  /// Runs `work` with Ctrl-C watched.
  static func watched<Result>(_ work: () throws -> Result) rethrows -> Result {
    signal(SIGINT) { _ in
      if Interruption.happened.exchange(true, ordering: .relaxed) { _exit(130) }
    }
    defer { signal(SIGINT, SIG_DFL) }
    // Whoever started the program may have left the signal blocked for it.
    var interrupts = sigset_t()
    sigemptyset(&interrupts)
    sigaddset(&interrupts, SIGINT)
    pthread_sigmask(SIG_UNBLOCK, &interrupts, nil)
    return try work()
  }
}
