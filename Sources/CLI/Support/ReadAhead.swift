import Dispatch
import Foundation
import Synchronization

/// What a thread of its own makes, a few pieces ahead of whoever takes them, in the order made.
///
/// At most `limit` pieces wait at any time, so that memory does not grow with the work. What the
/// thread throws is thrown to the taker after the pieces made before it. The taker is one thread.
final class ReadAhead<Piece: Sendable>: Sendable {
  private enum Step: Sendable {
    case piece(Piece)
    case end((any Error)?)
  }

  private struct State {
    var waiting: [Step] = []
    var hasEnded = false
    var isStopped = false
  }

  private let state = Mutex(State())
  /// How many pieces may still be added to those that wait.
  private let room = DispatchSemaphore(value: 0)
  /// How many steps wait.
  private let filled = DispatchSemaphore(value: 0)

  /// Starts the thread.
  ///
  /// - Parameter make: Runs there from start to end and hands over one piece after another; what it
  ///   makes for itself never leaves the thread.
  init(
    limit: Int, _ make: @escaping @Sendable (_ hand: (Piece) throws -> Void) throws -> Void
  ) {
    for _ in 0..<limit { room.signal() }
    Thread.detachNewThread { [self] in
      do {
        try make(add)
        append(.end(nil))
      } catch {
        append(.end(error))
      }
    }
  }

  /// Waits for the next piece; nothing after the last.
  func next() throws -> Piece? {
    guard !state.withLock(\.hasEnded) else { return nil }
    filled.wait()
    switch takeFirst() {
    case .piece(let piece):
      room.signal()
      return piece
    case .end(let error):
      if let error { throw error }
      return nil
    }
  }

  /// Ends the thread, however much is left, and waits until it has ended.
  func stop() {
    state.withLock { $0.isStopped = true }
    room.signal()
    while (try? next()) != nil {}
  }

  private func takeFirst() -> Step {
    state.withLock { state in
      let step = state.waiting.removeFirst()
      if case .end = step { state.hasEnded = true }
      return step
    }
  }

  private func add(_ piece: Piece) throws {
    room.wait()
    guard !state.withLock(\.isStopped) else { throw CancellationError() }
    append(.piece(piece))
  }

  private func append(_ step: Step) {
    state.withLock { $0.waiting.append(step) }
    filled.signal()
  }
}
