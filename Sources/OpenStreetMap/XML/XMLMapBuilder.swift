/// Puts the elements of a map together to nodes, ways and relations.
struct XMLMapBuilder {
  private static let deepestElement = 32

  private let kinds: OSMKinds
  private(set) var report = OSMReadReport()
  private var things: [XMLThing] = []
  private var depth = 0
  /// What is being told, if it is wanted.
  private var current: XMLDraft?

  init(kinds: OSMKinds) {
    self.kinds = kinds
  }

  /// Whether the next element is the one around all others.
  var isBeforeRoot: Bool { depth == 0 }

  mutating func takeThings() -> [XMLThing] {
    defer { things.removeAll(keepingCapacity: true) }
    return things
  }

  /// Takes the beginning of an element.
  mutating func start(_ name: XMLString, _ attributes: XMLAttributes) throws(OSMFault) {
    depth += 1
    guard depth <= Self.deepestElement else { throw .nesting }
    if depth == 2 {
      current = try XMLDraft(name.shortName, attributes, of: kinds)
    } else if depth == 3 {
      try current?.take(name.shortName, attributes)
    }
  }

  /// Takes the end of the element that began last.
  mutating func end() {
    depth -= 1
    guard depth == 1, let draft = current else { return }
    current = nil
    if draft.isDeleted {
      report.deleted += 1
    } else {
      finish(draft)
    }
  }

  private mutating func finish(_ draft: XMLDraft) {
    switch draft.kind {
    case .node:
      guard let node = draft.node else {
        report.nodesOffTheGlobe += 1
        return
      }
      report.nodes += 1
      things.append(.node(node))
    case .way:
      report.ways += 1
      things.append(.way(OSMWay(id: draft.id, nodes: draft.references, tags: draft.tags)))
    case .relation:
      report.relations += 1
      things.append(
        .relation(OSMRelation(id: draft.id, members: draft.members, tags: draft.tags)))
    }
  }
}
