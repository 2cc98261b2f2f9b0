import Dispatch
import Synchronization

/// What `work` makes of each element, in the order of the elements, on up to `threads` threads.
///
/// The answer does not depend on how many threads there are.
func parallelMap<Element: Sendable, Value: Sendable>(
  _ elements: [Element], threads: Int, _ work: @Sendable (Element) -> Value
) -> [Value] {
  // Small enough that no thread waits long for the last, large enough that handing out costs nothing.
  let chunk = 32
  let chunkCount = (elements.count + chunk - 1) / chunk
  let results = Mutex<[Int: [Value]]>([:])
  let next = Atomic(0)
  DispatchQueue.concurrentPerform(iterations: min(max(1, threads), chunkCount)) { _ in
    while true {
      let turn = next.add(1, ordering: .relaxed).oldValue
      guard turn < chunkCount else { return }
      let values = elements[turn * chunk..<min(elements.count, (turn + 1) * chunk)].map(work)
      results.withLock { $0[turn] = values }
    }
  }
  return results.withLock { found in (0..<chunkCount).flatMap { found[$0] ?? [] } }
}
