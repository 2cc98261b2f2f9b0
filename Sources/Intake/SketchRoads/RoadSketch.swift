import Domain

/// Draws the roads of one regency, the greatest first.
struct RoadSketch {
  private let gazetteer: Gazetteer
  private let terrain: SketchTerrain
  private let neighbours: [NeighbourPair]
  private let names: [String]
  private let piers: [SketchRoads.Pier]
  /// What is known of each desa, by its number in the raster.
  private let desa: [SketchDesa?]
  private let places: [SketchDesa]
  private var draft: RoadDraft
  private var landings: [Int: String] = [:]
  private var random: SplitMix64

  init(
    _ gazetteer: Gazetteer, _ terrain: SketchTerrain, _ neighbours: [NeighbourPair],
    _ names: [String], _ piers: [SketchRoads.Pier], seed: UInt64
  ) {
    self.gazetteer = gazetteer
    self.terrain = terrain
    self.neighbours = neighbours
    self.names = names
    self.piers = piers
    desa = gazetteer.desa.enumerated().map { SketchDesa($1, index: $0, on: terrain) }
    places = desa.compactMap(\.self)
    draft = RoadDraft(terrain)
    random = SplitMix64(seed: seed)
  }

  var hasPlaces: Bool { !places.isEmpty }

  /// The finished map.
  mutating func map() -> RoadMapWriter {
    let arterials = ArterialPlan(
      places, neighbours: neighbourIndices(), kecamatan: gazetteer.kecamatan)
    layArterials(arterials)
    let collectors = CollectorPlan(terrain, desa: desa, draft: draft, using: &random)
    layCollectors(collectors)
    layVillageStreets()
    layPiers()
    layTollRoad(arterials)
    layRivers()
    growStreets(settled: settledCells(collectors))
    draft.removeFragments(on: terrain)
    markOneWays()
    var naming = StreetNaming(names, desa: gazetteer.desa.map(\.name), using: &random)
    naming.name(streetsOf: &draft)
    return RoadMapWriter(draft, landings: landings, using: &random)
  }

  /// Pairs of bordering desa, by position in `places`.
  private func neighbourIndices() -> [(Int, Int)] {
    let positions = Dictionary(
      uniqueKeysWithValues: places.enumerated().map { (gazetteer.desa[$1.index].code, $0) })
    return neighbours.compactMap { pair in
      guard let first = positions[pair.first], let second = positions[pair.second] else {
        return nil
      }
      return (first, second)
    }
  }

  private mutating func layArterials(_ plan: ArterialPlan) {
    let path = LandPath(terrain)
    let meander = Meander(terrain: terrain, stepMetres: 46, sway: 0.16)
    let rings = layRoundabouts(plan)
    for link in plan.links.sorted(by: { $0.kind < $1.kind }) {
      let first = plan.places[link.first]
      guard let corners = path.line(from: first.centre, to: plan.places[link.second].centre) else {
        continue
      }
      var line = meander.line(along: corners, using: &random)
      for ring in [rings[link.first], rings[link.second]] {
        if let ring { line = ring.cut(line, on: draft) }
      }
      draft.lay(
        line,
        as: RoadDraft.Street(kind: link.kind, desa: Int32(first.index), line: link.line))
    }
    for ring in rings { ring?.close(on: &draft) }
  }

  /// Roundabouts at half of the hubs where at least three main roads meet, by place.
  private mutating func layRoundabouts(_ plan: ArterialPlan) -> [Roundabout?] {
    var rings = [Roundabout?](repeating: nil, count: plan.places.count)
    for hub in plan.hubs {
      let kinds = plan.links(at: hub).map { plan.links[$0].kind }
      guard kinds.count >= 3, let kind = kinds.min(), rings[hub] == nil, random.unit() < 0.5 else {
        continue
      }
      let place = plan.places[hub]
      rings[hub] = Roundabout(
        around: place.centre,
        as: RoadDraft.Street(
          kind: kind, desa: Int32(place.index), isRoundabout: true, isOneWay: true,
          name: "Bundaran \(place.name)"),
        on: &draft)
    }
    return rings
  }

  private mutating func layCollectors(_ plan: CollectorPlan) {
    let path = LandPath(terrain)
    let meander = Meander(terrain: terrain, stepMetres: 42, sway: 0.14)
    for link in plan.links {
      guard let corners = path.line(from: link.start, to: link.end) else { continue }
      let kind: RoadKind =
        !link.isUrban ? .unclassified : random.unit() < 0.3 ? .tertiary : .residential
      draft.lay(
        meander.line(along: corners, using: &random),
        as: RoadDraft.Street(kind: kind, desa: link.desa))
    }
  }

  /// One street through the middle of each piece of land that has no other.
  private mutating func layVillageStreets() {
    var hasStreet = [Bool](repeating: false, count: terrain.massCount)
    for node in draft.nodes {
      if let cell = terrain.cell(node), terrain.mass[cell] >= 0 {
        hasStreet[Int(terrain.mass[cell])] = true
      }
    }
    for place in places where !hasStreet[Int(place.mass)] {
      let ends = terrain.longestLine(through: place.centre, halfMetres: 600)
      let line = Meander(terrain: terrain, stepMetres: 42, sway: 0.14)
        .line(along: [ends.start, place.centre, ends.end], using: &random)
      draft.lay(line, as: RoadDraft.Street(kind: .unclassified, desa: Int32(place.index)))
      hasStreet[Int(place.mass)] = true
    }
  }

  /// A road to each landing place and a pier at its end.
  private mutating func layPiers() {
    for pier in piers {
      let end = MapPoint(pier.coordinate)
      guard let shore = terrain.inlandPlace(near: end), let cell = terrain.cell(shore),
        let start = nearestNode(to: shore, mass: terrain.mass[cell]),
        let corners = LandPath(terrain).line(from: draft.nodes[start], to: shore)
      else { continue }
      let line = Meander(terrain: terrain, stepMetres: 50, sway: 0.05)
        .line(along: corners, using: &random)
      draft.lay(
        line,
        as: RoadDraft.Street(
          kind: .unclassified, desa: terrain.desa[cell], name: "Jalan \(pier.landing)"))
      guard let root = draft.anchor(shore), !draft.edgesAt[root].isEmpty else { continue }
      let away = draft.directions(at: root).first?.reversed ?? Displacement(1, 0)
      let foot = draft.nodes[root]
      let head = foot.metres(to: end) > 15 ? end : foot.moved(by: away * 25)
      let landing = draft.addNode(head)
      draft.addStreet(
        RoadDraft.Street(kind: .pier, desa: terrain.desa[cell], name: pier.landing),
        through: [root, landing])
      draft.close(landing)
      landings[landing] = pier.landing
    }
  }

  private func nearestNode(to place: MapPoint, mass: Int32) -> Int? {
    draft.nodes.indices
      .filter { node in
        !draft.edgesAt[node].isEmpty && !draft.isClosed[node]
          && terrain.cell(draft.nodes[node]).map { terrain.mass[$0] == mass } ?? false
      }
      .min { draft.nodes[$0].metres(to: place) < draft.nodes[$1].metres(to: place) }
  }

  /// A toll road where more than a million people live, past the middles of the two kecamatan that
  /// are farthest apart.
  private mutating func layTollRoad(_ plan: ArterialPlan) {
    guard gazetteer.regency.population >= 1_000_000 else { return }
    let pairs = plan.hubs.flatMap { first in
      plan.hubs.filter { $0 > first && plan.places[$0].mass == plan.places[first].mass }
        .map { (plan.places[first].centre, plan.places[$0].centre) }
    }
    guard let ends = pairs.max(by: { $0.0.metres(to: $0.1) < $1.0.metres(to: $1.1) }) else {
      return
    }
    let along = ends.0.displacement(to: ends.1).unit
    let aside = along.left
    let beyond = along * 1500
    guard
      let start = terrain.inlandPlace(near: ends.0.moved(by: aside * 900 + beyond.reversed)),
      let end = terrain.inlandPlace(near: ends.1.moved(by: aside * -500 + beyond)),
      let corners = LandPath(terrain).line(from: start, to: end)
    else { return }
    let line = Meander(terrain: terrain, stepMetres: 120, sway: 0.12)
      .line(along: corners, using: &random)
    TollRoad(along: line, name: "Jalan Tol \(gazetteer.regency.name)").build(on: &draft)
    draft.raiseBridges(of: [.motorway, .motorwayLink])
  }

  /// A river for every 120 km² or so; main roads cross it on bridges, streets end at it.
  private mutating func layRivers() {
    let count = min(12, max(1, Int(gazetteer.regency.areaSquareKilometres / 120)))
    for _ in 0..<count {
      let spring = places.pick(using: &random).centre.moved(
        by: Displacement(random.unit() - 0.5, random.unit() - 0.5) * 1500)
      guard let line = WaterCourse(terrain).line(from: spring, using: &random),
        !meetsRiver(line)
      else { continue }
      let nodes = line.map { draft.addNode($0) }
      draft.addStreet(RoadDraft.Street(kind: .river, desa: -1), through: nodes)
      for node in nodes { draft.close(node) }
    }
    draft.raiseBridges(of: [.river])
  }

  private func meetsRiver(_ line: [MapPoint]) -> Bool {
    zip(line, line.dropFirst()).contains { start, end in
      draft.edges(near: Segment(start: start, end: end), within: 300).contains {
        draft.kind(of: $0) == .river
      }
    }
  }

  /// Where streets may be built: everywhere in town, around hamlets and along roads elsewhere.
  private func settledCells(_ plan: CollectorPlan) -> [Bool] {
    var isSettled = terrain.desa.indices.map { cell in
      terrain.isInland[cell] && desa[Int(terrain.desa[cell])]?.isUrban ?? false
    }
    func settle(around place: MapPoint, within metres: Double) {
      guard let cell = terrain.cell(place) else { return }
      let reach = Int(metres / SketchTerrain.cellMetres)
      for north in -reach...reach {
        for east in -reach...reach where north * north + east * east <= reach * reach {
          let near = cell + north * terrain.columns + east
          if terrain.isInland.indices.contains(near), terrain.isInland[near] {
            isSettled[near] = true
          }
        }
      }
    }
    for village in places { settle(around: village.centre, within: village.villageRadius) }
    for (place, isOnArterial) in plan.middles {
      guard let cell = terrain.cell(place), terrain.desa[cell] >= 0,
        let desa = desa[Int(terrain.desa[cell])]
      else { continue }
      settle(around: place, within: desa.hamletRadius * (isOnArterial ? 0.7 : 1))
    }
    return isSettled
  }

  private mutating func growStreets(settled isSettled: [Bool]) {
    let desa = desa
    let terrain = terrain
    func known(_ cell: Int) -> SketchDesa? {
      terrain.desa[cell] < 0 ? nil : desa[Int(terrain.desa[cell])]
    }
    let town = StreetGrowth(
      terrain, StreetGrain(terrain, along: draft), isSettled: isSettled)
    town.growBlocks(on: &draft, depth: { known($0)?.blockDepth ?? 130 }, using: &random)
    for (kind, share) in [(RoadKind.alley, 0.75), (.footway, 0.25)] {
      town.growAlleys(
        on: &draft, from: [.residential],
        habit: StreetGrowth.Habit(
          kind: kind, stepMetres: 20, lengthMetres: 25...110, apartMetres: 17, reachMetres: 12,
          waver: 0.1),
        chance: { min(0.5, (known($0)?.peoplePerSquareKilometre ?? 0) / 26_000) * share },
        using: &random)
    }
    let fields = StreetGrowth(
      terrain, nil,
      isSettled: isSettled.indices.map {
        terrain.isInland[$0] && !isSettled[$0] && known($0) != nil
      })
    fields.growAlleys(
      on: &draft, from: [.unclassified, .residential],
      habit: StreetGrowth.Habit(
        kind: .track, stepMetres: 60, lengthMetres: 180...1500, apartMetres: 200, reachMetres: 80,
        waver: 0.3),
      chance: { _ in 0.05 }, using: &random)
  }

  private mutating func markOneWays() {
    let desa = desa
    OneWayStreets.mark(
      on: &draft, share: 0.07,
      isCandidate: { street in
        street.desa >= 0 && street.kind >= .tertiary && street.kind <= .residential
          && !street.isGone
          && desa[Int(street.desa)]?.peoplePerSquareKilometre ?? 0 > 9000
      },
      using: &random)
  }
}

extension SketchRoads.Pier {
  /// The name with the word for a pier in front, once.
  fileprivate var landing: String { name.hasPrefix("Dermaga ") ? name : "Dermaga \(name)" }
}
