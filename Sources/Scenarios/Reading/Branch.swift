import Domain
import Simulation

/// A value of a scenario after reading: as written, what it means, and where it comes from.
struct Leaf: Hashable, Sendable {
  enum Value: Hashable, Sendable {
    case number(Double)
    case spread(Spread)
    case flag(Bool)
    case date(CalendarDate)
    case dates([CalendarDate])
    case weekdays([Weekday])
    case time(TimeOfDay)
    case text(String)
    case phrase(Phrase)
    case names([String])
    /// Taken away: what it extends may have it, here it is not.
    case nothing
  }

  var origin: Origin
  var written: String
  var value: Value
  /// nil for what claims nothing about the world, such as a title.
  var basis: Assumption.Basis?
}

/// A section after reading: its keys in the order of the file, checked against the schema.
struct Branch: Hashable, Sendable {
  indirect enum Item: Hashable, Sendable {
    case leaf(Leaf)
    case branch(Branch)
  }

  struct Entry: Hashable, Sendable {
    var name: String
    var item: Item
  }

  var origin: Origin
  var entries: [Entry] = []

  subscript(name: String) -> Item? {
    get { entries.first { $0.name == name }?.item }
    set {
      let index = entries.firstIndex { $0.name == name }
      switch (index, newValue) {
      case (let index?, let item?): entries[index].item = item
      case (let index?, nil): entries.remove(at: index)
      case (nil, let item?): entries.append(Entry(name: name, item: item))
      case (nil, nil): break
      }
    }
  }

  func branch(_ name: String) -> Branch? {
    guard case .branch(let branch) = self[name] else { return nil }
    return branch
  }

  func leaf(_ name: String) -> Leaf? {
    guard case .leaf(let leaf) = self[name] else { return nil }
    return leaf
  }

  /// What stands at the end of `path`.
  func item(at path: [String]) -> Item? {
    guard let first = path.first else { return .branch(self) }
    guard path.count > 1 else { return self[first] }
    return branch(first)?.item(at: Array(path.dropFirst()))
  }

  /// This section with everything in `other` put over it.
  func overlaid(by other: Branch) -> Branch {
    var result = self
    result.origin = other.origin
    for entry in other.entries {
      if case .branch(let below) = self[entry.name], case .branch(let above) = entry.item {
        result[entry.name] = .branch(below.overlaid(by: above))
      } else {
        result[entry.name] = entry.item
      }
    }
    return result
  }

  /// The same with the keys of each section in the order of the schema; names keep theirs.
  func ordered(by keys: [SchemaKey]) -> Branch {
    var result = Branch(origin: origin)
    for key in keys {
      guard var item = self[key.name] else { continue }
      if case .branch(let below) = item {
        switch key.kind {
        case .section(let keys): item = .branch(below.ordered(by: keys))
        case .named(let keys):
          var sections = below
          for entry in below.entries {
            guard case .branch(let one) = entry.item else { continue }
            sections[entry.name] = .branch(one.ordered(by: keys))
          }
          item = .branch(sections)
        default: break
        }
      }
      result.entries.append(Entry(name: key.name, item: item))
    }
    return result
  }

  /// Puts `item` at the end of `path`, making the sections on the way.
  mutating func put(_ item: Item, at path: [String]) {
    guard let first = path.first else { return }
    guard path.count > 1 else {
      if case .branch(let above) = item, let below = branch(first) {
        self[first] = .branch(below.overlaid(by: above))
      } else {
        self[first] = item
      }
      return
    }
    var below = branch(first) ?? Branch(origin: origin)
    below.put(item, at: Array(path.dropFirst()))
    self[first] = .branch(below)
  }
}
