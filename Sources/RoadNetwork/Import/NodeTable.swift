import OpenStreetMap

/// The nodes of the kept ways, by rising identifier.
struct NodeTable {
  private(set) var ids: [Int64] = []
  /// ``missing`` where the map does not have the node.
  private(set) var latitudesE7: [Int32] = []
  private(set) var longitudesE7: [Int32] = []
  private(set) var delayMilliseconds: [Int32] = []
  private(set) var marks: [Marks] = []
  /// Nodes of the whole map with traffic lights.
  var trafficSignals = 0

  static let missing = Int32.min

  struct Marks: OptionSet {
    let rawValue: UInt8
    static let closed = Marks(rawValue: 1)
    static let delaysForwardOnly = Marks(rawValue: 2)
    static let delaysBackwardOnly = Marks(rawValue: 4)
    static let ferryTerminal = Marks(rawValue: 8)
  }

  var count: Int { latitudesE7.count }

  /// Numbers the nodes that `references` name.
  ///
  /// - Parameter numbers: Becomes one number of a node per reference.
  init(references: [Int64], numbers: inout [Int32]) {
    let order = risingOrder(of: references.map { UInt64(bitPattern: $0) ^ (1 << 63) })
    numbers = [Int32](repeating: 0, count: references.count)
    for place in order {
      let id = references[Int(place)]
      if ids.last != id { ids.append(id) }
      numbers[Int(place)] = Int32(ids.count - 1)
    }
    latitudesE7 = [Int32](repeating: Self.missing, count: ids.count)
    longitudesE7 = [Int32](repeating: 0, count: ids.count)
    delayMilliseconds = [Int32](repeating: 0, count: ids.count)
    marks = [Marks](repeating: [], count: ids.count)
  }

  func isMissing(_ node: Int32) -> Bool { latitudesE7[Int(node)] == Self.missing }

  func isClosed(_ node: Int32) -> Bool { marks[Int(node)].contains(.closed) }

  /// The time lost at `node` by those who move along or against the direction of a way.
  func delay(at node: Int32, isForward: Bool) -> Int32 {
    let delay = delayMilliseconds[Int(node)]
    guard delay > 0 else { return 0 }
    let otherDirection: Marks = isForward ? .delaysBackwardOnly : .delaysForwardOnly
    return marks[Int(node)].contains(otherDirection) ? 0 : delay
  }

  func metres(from start: Int32, to end: Int32) -> Double {
    straightMetres(
      latitudesE7[Int(start)], longitudesE7[Int(start)], latitudesE7[Int(end)],
      longitudesE7[Int(end)])
  }

  /// The number of the node with `id`, looked for from `cursor` on, which moves there.
  ///
  /// Maps list their nodes by rising identifier, so that the next one is nearly always near.
  func number(of id: Int64, from cursor: inout Int) -> Int? {
    if cursor < ids.count, ids[cursor] > id, cursor == 0 || ids[cursor - 1] < id { return nil }
    var low = 0
    var high = ids.count
    if cursor < ids.count, ids[cursor] <= id {
      low = cursor
      var step = 1
      while low + step < ids.count, ids[low + step] <= id {
        low += step
        step *= 2
      }
      high = min(ids.count, low + step)
    }
    while low < high {
      let middle = (low + high) / 2
      if ids[middle] < id { low = middle + 1 } else { high = middle }
    }
    cursor = min(low, ids.count)
    return low < ids.count && ids[low] == id ? low : nil
  }

  /// The number of the node with `id`.
  func number(of id: Int64) -> Int? {
    var cursor = ids.count
    return number(of: id, from: &cursor)
  }

  mutating func place(_ number: Int, latitudeE7: Int32, longitudeE7: Int32) {
    latitudesE7[number] = latitudeE7
    longitudesE7[number] = longitudeE7
  }

  mutating func mark(_ number: Int, _ mark: Marks) { marks[number].insert(mark) }

  mutating func apply(_ use: NodeUse, to number: Int) {
    delayMilliseconds[number] = use.delayMilliseconds
    if use.isClosed { marks[number].insert(.closed) }
    switch use.direction {
    case .both: break
    case .forward: marks[number].insert(.delaysForwardOnly)
    case .backward: marks[number].insert(.delaysBackwardOnly)
    }
  }

  /// Adds a node on the line between two others that is not in the map, and returns its number.
  mutating func append(between start: Int32, and end: Int32, fraction: Double) -> Int32 {
    func between(_ values: [Int32]) -> Int32 {
      let (first, last) = (Double(values[Int(start)]), Double(values[Int(end)]))
      return Int32((first + fraction * (last - first)).rounded())
    }
    latitudesE7.append(between(latitudesE7))
    longitudesE7.append(between(longitudesE7))
    delayMilliseconds.append(0)
    marks.append([])
    return Int32(latitudesE7.count - 1)
  }
}

/// Second reading of the map: where the nodes are, and what stops or delays at them.
struct NodeCollector: OSMSink {
  var nodes: NodeTable
  private let rules: NodeRules
  private var cursor = 0

  init(_ nodes: NodeTable, _ profile: RoadProfile) {
    self.nodes = nodes
    rules = NodeRules(profile)
  }

  mutating func take(_ node: OSMNode) {
    if node.tags.has("highway", "traffic_signals") { nodes.trafficSignals += 1 }
    guard let number = nodes.number(of: node.id, from: &cursor) else { return }
    nodes.place(number, latitudeE7: node.latitudeE7, longitudeE7: node.longitudeE7)
    guard !node.tags.isEmpty else { return }
    if node.tags.has("amenity", "ferry_terminal") { nodes.mark(number, .ferryTerminal) }
    if let use = rules.use(of: node.tags) { nodes.apply(use, to: number) }
  }

  mutating func take(_ way: OSMWay) {}
  mutating func take(_ relation: OSMRelation) {}
}
