import Dispatch
import Synchronization

/// Values made one after the other in the background, at most a few before they are taken.
///
/// Whoever makes one must take all of its values.
final class MadeAhead<Value: Sendable>: Sendable {
  private let free: DispatchSemaphore
  private let ready = DispatchSemaphore(value: 0)
  private let values = Mutex<[Value]>([])

  /// - Parameter ahead: How many may wait to be taken; at least 1.
  init<Element: Sendable>(
    of elements: [Element], ahead: Int, make: @escaping @Sendable (Element) -> Value
  ) {
    free = DispatchSemaphore(value: ahead)
    DispatchQueue.global().async { [self] in
      for element in elements {
        free.wait()
        let value = make(element)
        values.withLock { $0.append(value) }
        ready.signal()
      }
    }
  }

  /// The value of the next element, once it is made.
  func next() -> Value {
    ready.wait()
    free.signal()
    return values.withLock { $0.removeFirst() }
  }
}
