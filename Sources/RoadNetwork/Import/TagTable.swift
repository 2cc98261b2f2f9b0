import OpenStreetMap

/// The values of the tags that an import looks at, found with one look at each tag of a thing.
///
/// Made once and filled again for every way, so that no memory is asked for in between.
struct TagTable {
  private let slots: [String: Int]
  private var values: [String?]

  /// - Parameter keys: every key that is asked for later.
  init(keys: [String]) {
    var slots: [String: Int] = [:]
    for key in keys where slots[key] == nil { slots[key] = slots.count }
    self.slots = slots
    values = [String?](repeating: nil, count: slots.count)
  }

  /// Where `key` is kept.
  ///
  /// - Precondition: `key` was among the keys the table was made with.
  func slot(_ key: String) -> Int {
    guard let slot = slots[key] else { preconditionFailure("the table does not keep \(key)") }
    return slot
  }

  subscript(slot: Int) -> String? { values[slot] }

  /// Forgets the last thing and takes over the tags of the next; the first of equal keys counts.
  mutating func fill(_ tags: OSMTags) {
    for slot in values.indices { values[slot] = nil }
    for (key, value) in tags {
      if let slot = slots[key], values[slot] == nil { values[slot] = value }
    }
  }
}
