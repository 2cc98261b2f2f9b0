import Dispatch
import Synchronization

/// What `work` makes of each index in `order`, sorted by index.
///
/// Indices are begun in the order given, on up to `threads` threads; the answer does not depend on
/// how many there are.
package func concurrentMap<Value: Sendable>(
  _ order: [Int], threads: Int, _ work: @Sendable (Int) -> Value
) -> [Value] {
  let results = Mutex<[(index: Int, value: Value)]>([])
  let next = Atomic(0)
  DispatchQueue.concurrentPerform(iterations: min(max(1, threads), order.count)) { _ in
    while true {
      let turn = next.add(1, ordering: .relaxed).oldValue
      guard turn < order.count else { return }
      let value = work(order[turn])
      results.withLock { $0.append((order[turn], value)) }
    }
  }
  return results.withLock { $0.sorted { $0.index < $1.index }.map(\.value) }
}
