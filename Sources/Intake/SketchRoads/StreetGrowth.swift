/// Grows streets sideways from those that are there, until the settled ground is covered.
///
/// A street goes on along the grain until it meets another, comes too near to one beside it, or the
/// ground ends; its own side streets wait in line.
///
/// Source: B. Jobard, W. Lefer, "Creating Evenly-Spaced Streamlines of Arbitrary Density", 1997;
/// Y. I. H. Parish, P. Müller, "Procedural Modeling of Cities", 2001.
struct StreetGrowth {
  /// How streets of one kind grow.
  struct Habit {
    var kind: RoadKind
    /// The usual length of one straight piece, in metres.
    var stepMetres: Double
    /// Shorter streets are not built, longer ones end there, in metres.
    var lengthMetres: ClosedRange<Double>
    /// A street beside it nearer than this stops it, in metres.
    var apartMetres: Double
    /// How far ahead it reaches out to a street instead of ending before it, in metres.
    var reachMetres: Double
    /// How much each piece turns at random; 0.1 is about six degrees.
    var waver: Double
  }

  /// Where a street may begin.
  private struct Sprout {
    var node: Int
    var heading: Displacement
  }

  private let terrain: SketchTerrain
  private let grain: StreetGrain?
  /// Whether streets may be built on a cell.
  private let isSettled: [Bool]

  /// - Parameter grain: What streets run along; they run where they will without.
  init(_ terrain: SketchTerrain, _ grain: StreetGrain?, isSettled: [Bool]) {
    self.terrain = terrain
    self.grain = grain
    self.isSettled = isSettled
  }

  /// Covers the ground with blocks, beginning at the streets that are there.
  ///
  /// - Parameter depth: The distance between parallel streets at a cell, in metres.
  func growBlocks(
    on draft: inout RoadDraft, depth: (Int) -> Double, using random: inout SplitMix64
  ) {
    var waiting: [Sprout] = []
    for street in draft.streets.indices where draft.streets[street].kind.isJoinable {
      waiting += sprouts(beside: street, on: draft, depth: depth, long: false, using: &random)
    }
    var next = 0
    while next < waiting.count {
      let sprout = waiting[next]
      next += 1
      guard let cell = terrain.cell(draft.nodes[sprout.node]) else { continue }
      let depth = depth(cell)
      let habit = Habit(
        kind: .residential, stepMetres: min(36, depth * 0.5), lengthMetres: 34...700,
        apartMetres: depth * 0.55, reachMetres: depth * 0.6, waver: 0.05)
      guard let grown = grow(sprout, habit, on: &draft, using: &random) else { continue }
      waiting += sprouts(
        beside: grown.street, on: draft, depth: { _ in depth }, long: true, using: &random)
      if let onward = grown.onward, random.unit() < 0.75 { waiting.append(onward) }
    }
  }

  /// Lets short alleys grow from streets of `kinds`, each node with the chance that its cell gives.
  func growAlleys(
    on draft: inout RoadDraft, from kinds: Set<RoadKind>, habit: Habit, chance: (Int) -> Double,
    using random: inout SplitMix64
  ) {
    for street in draft.streets.indices where kinds.contains(draft.streets[street].kind) {
      for node in draft.nodes(of: street) where draft.edgesAt[node].count == 2 {
        guard let cell = terrain.cell(draft.nodes[node]), random.unit() < chance(cell),
          let along = draft.directions(at: node).first
        else { continue }
        let side = random.unit() < 0.5 ? along.left : along.left.reversed
        var own = habit
        let longest = habit.lengthMetres.upperBound
        own.lengthMetres =
          habit.lengthMetres.lowerBound...(longest * (0.35 + 0.65 * random.unit()))
        _ = grow(Sprout(node: node, heading: side), own, on: &draft, using: &random)
      }
    }
  }

  /// Side streets at about every block of a street, to both sides.
  private func sprouts(
    beside street: Int, on draft: RoadDraft, depth: (Int) -> Double, long: Bool,
    using random: inout SplitMix64
  ) -> [Sprout] {
    var found: [Sprout] = []
    var walked = random.unit() * 60
    var last: MapPoint?
    for node in draft.nodes(of: street) {
      let place = draft.nodes[node]
      walked += last?.metres(to: place) ?? 0
      last = place
      guard let cell = terrain.cell(place), isSettled[cell], !draft.isClosed[node],
        draft.edgesAt[node].count == 2, let along = draft.directions(at: node).first
      else { continue }
      guard walked >= depth(cell) * (long ? 1.9 : 1) * (0.85 + 0.3 * random.unit()) else {
        continue
      }
      walked = 0
      found.append(Sprout(node: node, heading: along.left))
      found.append(Sprout(node: node, heading: along.left.reversed))
    }
    return found
  }

  /// Grows one street; nothing if it would be too short or has no room.
  private func grow(
    _ sprout: Sprout, _ habit: Habit, on draft: inout RoadDraft, using random: inout SplitMix64
  ) -> (street: Int, onward: Sprout?)? {
    guard let (places, meeting) = course(of: sprout, habit, on: draft, using: &random) else {
      return nil
    }
    let cell = terrain.cell(places[0])
    draft.streets.append(
      RoadDraft.Street(kind: habit.kind, desa: cell.map { terrain.desa[$0] } ?? -1))
    let street = draft.streets.count - 1
    var node = sprout.node
    var edge: Int?
    for place in places.dropFirst() {
      let next = draft.addNode(place)
      guard draft.isFree(from: node, to: next) else { break }
      edge = draft.addEdge(from: node, to: next, of: street, after: edge)
      node = next
    }
    guard let end = end(meeting, on: &draft), end != node,
      draft.edge(between: node, and: end) == nil,
      draft.isFree(from: node, to: end), hasRoom(at: end, for: draft.nodes[node], on: draft)
    else {
      if edge == nil { draft.streets[street].isGone = true }
      return edge == nil ? nil : (street, nil)
    }
    let heading = draft.nodes[node].displacement(to: draft.nodes[end]).unit
    edge = draft.addEdge(from: node, to: end, of: street, after: edge)
    let isNarrow = draft.edgesAt[end].allSatisfy { draft.kind(of: $0) >= .tertiary }
    let onward =
      isNarrow && draft.edgesAt[end].count == 3 ? Sprout(node: end, heading: heading) : nil
    return (street, onward)
  }

  /// The junction a street ends at, cut into the street it met.
  private func end(_ meeting: RoadDraft.Meeting?, on draft: inout RoadDraft) -> Int? {
    switch meeting {
    case .node(let node): node
    case .edge(let edge, let place): draft.split(edge, at: place)
    case .barrier, nil: nil
    }
  }

  /// The places of a street from its sprout on, and what it meets at its end.
  private func course(
    of sprout: Sprout, _ habit: Habit, on draft: RoadDraft, using random: inout SplitMix64
  ) -> (places: [MapPoint], meeting: RoadDraft.Meeting?)? {
    var places = [draft.nodes[sprout.node]]
    var heading = sprout.heading
    var length = 0.0
    guard hasRoom(at: sprout.node, for: places[0].moved(by: heading * 30), on: draft) else {
      return nil
    }
    while length < habit.lengthMetres.upperBound, let here = places.last {
      heading = turned(heading, at: here, habit, using: &random)
      let target = here.moved(by: heading * habit.stepMetres)
      let node = places.count == 1 ? sprout.node : nil
      if let meeting = probe(from: here, node, heading, habit, on: draft) {
        guard case .barrier = meeting else {
          let total = length + metres(from: here, to: meeting, on: draft)
          return total >= habit.lengthMetres.lowerBound ? (places, meeting) : nil
        }
        break
      }
      guard let cell = terrain.cell(target), terrain.isInland[cell], isSettled[cell],
        !isCrowded(target, heading, habit, on: draft),
        !places.dropLast().contains(where: { $0.metres(to: target) < habit.stepMetres * 0.9 })
      else { break }
      places.append(target)
      length += habit.stepMetres
    }
    return length >= habit.lengthMetres.lowerBound ? (places, nil) : nil
  }

  private func turned(
    _ heading: Displacement, at place: MapPoint, _ habit: Habit, using random: inout SplitMix64
  ) -> Displacement {
    let wanted = grain?.direction(at: place, towards: heading) ?? heading
    let blended = wanted.dot(heading) > 0.8 ? (heading + wanted).unit : heading
    return (blended + blended.left * ((random.unit() * 2 - 1) * habit.waver)).unit
  }

  /// What the next step, or a little more than it, would meet.
  private func probe(
    from place: MapPoint, _ node: Int?, _ heading: Displacement, _ habit: Habit, on draft: RoadDraft
  ) -> RoadDraft.Meeting? {
    let target = place.moved(by: heading * (habit.stepMetres + habit.reachMetres))
    return draft.meeting(from: place, node, to: target)
  }

  private func metres(
    from place: MapPoint, to meeting: RoadDraft.Meeting, on draft: RoadDraft
  ) -> Double {
    switch meeting {
    case .node(let node): place.metres(to: draft.nodes[node])
    case .edge(_, let end): place.metres(to: end)
    case .barrier: 0
    }
  }

  /// Whether a street beside `place` runs the same way too near.
  private func isCrowded(
    _ place: MapPoint, _ heading: Displacement, _ habit: Habit, on draft: RoadDraft
  ) -> Bool {
    draft.edges(near: Segment(start: place, end: place), within: habit.apartMetres).contains {
      let segment = draft.segment($0)
      return segment.nearest(to: place).metres < habit.apartMetres
        && abs(segment.displacement.unit.dot(heading)) > 0.7
    }
  }

  /// Whether another street can come in at `node` from `place`: at most four meet, none at less
  /// than some 40 degrees to the next.
  private func hasRoom(at node: Int, for place: MapPoint, on draft: RoadDraft) -> Bool {
    let heading = draft.nodes[node].displacement(to: place).unit
    return draft.edgesAt[node].count < 4 && !draft.isClosed[node]
      && draft.directions(at: node).allSatisfy { $0.dot(heading) < 0.77 }
  }
}
