/// Something that happens at a moment, to one thing, and the process that handles it.
struct Event: Hashable, Sendable {
  enum Owner: UInt8, Sendable {
    case supply, delivery, evening
  }

  /// Seconds since midnight of the first day.
  var time: Int32
  /// Order of scheduling; breaks ties of time.
  var sequence: UInt32
  var owner: Owner
  /// What happens, by a number of the owner's own.
  var code: UInt8
  /// To which card, printer, shipment ... by index.
  var subject: Int32

  var key: UInt64 { UInt64(UInt32(bitPattern: time)) << 32 | UInt64(sequence) }
}

/// The events that are still to happen, handed out in order of time and, within a second, in the
/// order in which they were scheduled.
///
/// Source: D. B. Johnson, "Priority queues with update and finding minimum spanning trees", 1975,
/// for heaps with several children per node; four suit a line of the cache.
struct EventCalendar: Sendable {
  private var heap: [Event] = []
  private var nextSequence: UInt32 = 0
  /// The time of the event handed out last.
  private(set) var now: Int32 = 0
  private(set) var handledCount = 0

  var isEmpty: Bool { heap.isEmpty }

  /// - Precondition: `time` is not in the past.
  mutating func schedule(
    at time: Int32, _ owner: Event.Owner, code: UInt8 = 0, subject: Int32 = 0
  ) {
    precondition(time >= now, "an event at second \(time) is in the past of second \(now)")
    let event = Event(
      time: time, sequence: nextSequence, owner: owner, code: code, subject: subject)
    nextSequence += 1
    heap.append(event)
    siftUp(event)
  }

  /// Hands out the event that is due first. O(log n).
  mutating func next() -> Event? {
    guard let first = heap.first else { return nil }
    let last = heap.removeLast()
    if !heap.isEmpty { siftDown(last) }
    now = first.time
    handledCount += 1
    return first
  }

  /// Drops everything that is still to happen.
  mutating func removeAll() { heap.removeAll() }

  private mutating func siftUp(_ event: Event) {
    var index = heap.count - 1
    while index > 0 {
      let parent = (index - 1) / 4
      guard event.key < heap[parent].key else { break }
      heap[index] = heap[parent]
      index = parent
    }
    heap[index] = event
  }

  private mutating func siftDown(_ event: Event) {
    var index = 0
    while true {
      let firstChild = index * 4 + 1
      guard firstChild < heap.count else { break }
      var smallest = firstChild
      for child in firstChild..<min(firstChild + 4, heap.count)
      where heap[child].key < heap[smallest].key {
        smallest = child
      }
      guard heap[smallest].key < event.key else { break }
      heap[index] = heap[smallest]
      index = smallest
    }
    heap[index] = event
  }
}
