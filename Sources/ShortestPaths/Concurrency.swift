import Dispatch
import Synchronization

/// Calls `work` with each index below `count` on up to `threads` threads, each with a workspace of
/// its own.
func perform<Workspace: ~Copyable>(
  _ count: Int, threads: Int, workspace: @Sendable () -> Workspace,
  _ work: @Sendable (_ index: Int, _ workspace: inout Workspace) -> Void
) {
  let next = Atomic(0)
  DispatchQueue.concurrentPerform(iterations: min(max(1, threads), count)) { _ in
    var own = workspace()
    while true {
      let index = next.add(1, ordering: .relaxed).oldValue
      guard index < count else { return }
      work(index, &own)
    }
  }
}

/// Memory that several threads write, each to cells of its own.
@safe
struct SharedCells<Element: Sendable>: @unchecked Sendable {
  private let memory: UnsafeMutableBufferPointer<Element>

  /// - Parameter memory: Holds values already, and outlives this.
  init(_ memory: UnsafeMutableBufferPointer<Element>) { unsafe self.memory = memory }

  subscript(index: Int) -> Element {
    @inline(__always) get {
      assert(unsafe memory.indices.contains(index))
      return unsafe memory[index]
    }
    @inline(__always) nonmutating set {
      assert(unsafe memory.indices.contains(index))
      unsafe memory[index] = newValue
    }
  }
}
