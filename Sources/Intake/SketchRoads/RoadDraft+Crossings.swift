/// Lines that pass over or under others, and what is left once all is drawn.
extension RoadDraft {
  /// Adds a street through `nodes` that joins nothing but them.
  mutating func addStreet(_ street: Street, through nodes: [Int]) {
    streets.append(street)
    var last: Int?
    for (start, end) in zip(nodes, nodes.dropFirst()) {
      last = addEdge(from: start, to: end, of: streets.count - 1, after: last)
    }
  }

  /// Puts every piece of a street of `kinds` that crosses another street on a bridge, or where
  /// that is a river the other way about.
  mutating func raiseBridges(of kinds: Set<RoadKind>) {
    let moving = edges.indices.filter { kinds.contains(kind(of: $0)) && !isGone($0) }
    for edge in moving {
      let segment = segment(edge)
      for other in edges(near: segment, within: 0) where other != edge && !touches(edge, other) {
        guard segment.meets(self.segment(other)) else { continue }
        setBridge(kind(of: edge) == .river ? other : edge)
      }
    }
  }

  func isGone(_ edge: Int) -> Bool { streets[edges[edge].street].isGone }

  private func touches(_ edge: Int, _ other: Int) -> Bool {
    let ends = [edges[other].start, edges[other].end]
    return ends.contains(edges[edge].start) || ends.contains(edges[edge].end)
  }

  /// Takes off the map what does not hang together with most of the roads on its land.
  mutating func removeFragments(on terrain: SketchTerrain) {
    var groups = Groups(count: nodes.count)
    for street in streets.indices where streets[street].kind.isRoad {
      for edge in edges(of: street) { groups.join(edges[edge].start, edges[edge].end) }
    }
    var metres: [Int: Double] = [:]
    for street in streets.indices where streets[street].kind.isRoad {
      for edge in edges(of: street) {
        metres[groups.find(edges[edge].start), default: 0] += segment(edge).metres
      }
    }
    var largest = [Int](repeating: -1, count: terrain.massCount)
    for node in nodes.indices {
      let group = groups.find(node)
      guard group == node, let length = metres[group], let mass = mass(of: node, on: terrain) else {
        continue
      }
      if largest[mass] < 0 || length > metres[largest[mass]] ?? 0 { largest[mass] = group }
    }
    for street in streets.indices where streets[street].kind.isRoad && !streets[street].isGone {
      guard let first = nodes(of: street).first else { continue }
      if !largest.contains(groups.find(first)) { remove(street) }
    }
  }

  private func mass(of node: Int, on terrain: SketchTerrain) -> Int? {
    guard let cell = terrain.cell(nodes[node]), terrain.mass[cell] >= 0 else { return nil }
    return Int(terrain.mass[cell])
  }
}
