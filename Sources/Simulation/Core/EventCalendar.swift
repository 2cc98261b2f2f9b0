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
/// Time is cut into stretches of a little over an hour. What is due in a later stretch lies in a
/// list, which is sorted when its stretch begins: runs and queues schedule their events in order, so
/// most of it is sorted already. Only what is scheduled for the current stretch goes through a heap.
///
/// Source: R. Brown, "Calendar queues: a fast O(1) priority queue implementation for the simulation
/// event set problem", 1988; D. B. Johnson, "Priority queues with update and finding minimum
/// spanning trees", 1975, for heaps with several children per node: four suit a line of the cache.
struct EventCalendar: Sendable {
  /// A stretch is 2 to this power seconds long.
  private static let stretchBits: Int32 = 12

  private var stretch = 0
  /// What was due in the current stretch when it began, in order; before ``nextDue`` it is done.
  private var due: [Event] = []
  private var nextDue = 0
  /// What has been scheduled for the current stretch since it began, as a heap.
  private var added: [Event] = []
  /// What is due in each later stretch, in the order of scheduling; empty for those before.
  private var later: [[Event]] = []
  private var nextSequence: UInt32 = 0
  /// Events that are still to happen.
  private(set) var count = 0
  /// The time of the event handed out last.
  private(set) var now: Int32 = 0
  private(set) var handledCount = 0

  /// - Precondition: `time` is not in the past.
  mutating func schedule(
    at time: Int32, _ owner: Event.Owner, code: UInt8 = 0, subject: Int32 = 0
  ) {
    precondition(time >= now, "an event at second \(time) is in the past of second \(now)")
    let event = Event(
      time: time, sequence: nextSequence, owner: owner, code: code, subject: subject)
    nextSequence += 1
    count += 1
    let wanted = Int(time >> Self.stretchBits)
    if wanted == stretch {
      added.append(event)
      siftUp(event)
    } else {
      while later.count <= wanted { later.append([]) }
      later[wanted].append(event)
    }
  }

  /// Hands out the event that is due first.
  ///
  /// - Complexity: O(log n), n the events of one stretch.
  mutating func next() -> Event? {
    guard count > 0 else { return nil }
    while added.isEmpty, nextDue == due.count { beginNextStretch() }
    count -= 1
    handledCount += 1
    let event = takeFirst()
    now = event.time
    return event
  }

  /// Drops everything that is still to happen.
  mutating func removeAll() {
    due.removeAll()
    nextDue = 0
    added.removeAll()
    later.removeAll()
    count = 0
  }

  private mutating func beginNextStretch() {
    stretch += 1
    due.removeAll()
    nextDue = 0
    swap(&due, &later[stretch])
    due.sort { $0.key < $1.key }
  }

  /// - Precondition: Something is left of the current stretch.
  private mutating func takeFirst() -> Event {
    if nextDue < due.count, added.isEmpty || due[nextDue].key < added[0].key {
      nextDue += 1
      return due[nextDue - 1]
    }
    let first = added[0]
    let last = added.removeLast()
    if !added.isEmpty { siftDown(last) }
    return first
  }

  private mutating func siftUp(_ event: Event) {
    var index = added.count - 1
    while index > 0 {
      let parent = (index - 1) / 4
      guard event.key < added[parent].key else { break }
      added[index] = added[parent]
      index = parent
    }
    added[index] = event
  }

  private mutating func siftDown(_ event: Event) {
    var index = 0
    while true {
      let firstChild = index * 4 + 1
      guard firstChild < added.count else { break }
      var smallest = firstChild
      for child in firstChild..<min(firstChild + 4, added.count)
      where added[child].key < added[smallest].key {
        smallest = child
      }
      guard added[smallest].key < event.key else { break }
      added[index] = added[smallest]
      index = smallest
    }
    added[index] = event
  }
}
