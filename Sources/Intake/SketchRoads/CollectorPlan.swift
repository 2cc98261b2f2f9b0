/// The roads that gather the streets of a neighbourhood: they join hamlets to one another and to the
/// main roads.
struct CollectorPlan {
  struct Link {
    let start: MapPoint
    let end: MapPoint
    /// The desa of the start, by position in the raster.
    let desa: Int32
    let isUrban: Bool
  }

  private struct Site {
    let place: MapPoint
    let desa: Int32
    let mass: Int32
    let spacing: Double
    let isOnArterial: Bool
  }

  private let terrain: SketchTerrain
  /// Whether a piece of land has the centre of a desa.
  private let isInhabited: [Bool]
  private var sites: [Site] = []
  private var buckets: PointBuckets
  private(set) var links: [Link] = []

  /// The middles of hamlets, and the junctions on main roads.
  var middles: [(place: MapPoint, isOnArterial: Bool)] {
    sites.map { ($0.place, $0.isOnArterial) }
  }

  /// - Parameters:
  ///   - desa: What is known of each desa of the raster, by its number there.
  ///   - draft: The main roads.
  init(
    _ terrain: SketchTerrain, desa: [SketchDesa?], draft: RoadDraft,
    using random: inout SplitMix64
  ) {
    self.terrain = terrain
    var isInhabited = [Bool](repeating: false, count: terrain.massCount)
    for mass in desa.compactMap({ $0?.mass }) { isInhabited[Int(mass)] = true }
    self.isInhabited = isInhabited
    buckets = PointBuckets(cellMetres: 300)
    addJunctions(of: draft, desa)
    addHamlets(desa, awayFrom: draft, using: &random)
    join()
  }

  /// Junctions along the main roads, a hamlet's spacing apart.
  private mutating func addJunctions(of draft: RoadDraft, _ desa: [SketchDesa?]) {
    for street in draft.streets.indices where !draft.streets[street].isRoundabout {
      for node in draft.nodes(of: street) where !draft.isClosed[node] {
        add(draft.nodes[node], desa, apart: 0.85, isOnArterial: true)
      }
    }
  }

  /// Hamlets anywhere else, each at least its spacing from every other and near no main road.
  ///
  /// Source: R. L. Cook, "Stochastic Sampling in Computer Graphics", 1986 (dart throwing).
  private mutating func addHamlets(
    _ desa: [SketchDesa?], awayFrom draft: RoadDraft, using random: inout SplitMix64
  ) {
    var roads = PointBuckets(cellMetres: 300)
    for (index, place) in draft.nodes.enumerated() { roads.add(index, place) }
    for place in desa.compactMap(\.self).map(\.centre) where !roads.hasAny(near: place, within: 60)
    {
      add(place, desa, apart: 0, isOnArterial: false)
    }
    // Every third cell each way, shaken by up to half of that, is fine enough for hamlets.
    let cells = terrain.isInland.indices.filter {
      terrain.isInland[$0] && $0 % terrain.columns % 3 == 1 && $0 / terrain.columns % 3 == 1
    }
    for cell in cells.shuffled(using: &random) {
      guard let desa = desa[Int(terrain.desa[cell])] else { continue }
      let place = terrain.centre(cell).moved(
        by: Displacement(random.unit() - 0.5, random.unit() - 0.5) * 3 * SketchTerrain.cellMetres)
      guard terrain.isInland(place) else { continue }
      if roads.hasAny(near: place, within: 0.4 * desa.hamletSpacing) { continue }
      add(place, apart: 1, isOnArterial: false, desa)
    }
  }

  private mutating func add(
    _ place: MapPoint, _ desa: [SketchDesa?], apart share: Double, isOnArterial: Bool
  ) {
    guard let cell = terrain.cell(place), terrain.desa[cell] >= 0,
      let desa = desa[Int(terrain.desa[cell])]
    else { return }
    add(place, apart: share, isOnArterial: isOnArterial, desa)
  }

  private mutating func add(
    _ place: MapPoint, apart share: Double, isOnArterial: Bool, _ desa: SketchDesa
  ) {
    guard let cell = terrain.cell(place), isInhabited[Int(terrain.mass[cell])],
      !buckets.hasAny(near: place, within: share * desa.hamletSpacing)
    else { return }
    buckets.add(sites.count, place)
    sites.append(
      Site(
        place: place, desa: terrain.desa[cell], mass: terrain.mass[cell],
        spacing: desa.hamletSpacing, isOnArterial: isOnArterial))
  }

  /// Joins sites that have no other between them: in the country fewer than in town.
  ///
  /// Source: K. R. Gabriel, R. R. Sokal, "A New Statistical Approach to Geographic Variation
  /// Analysis", 1969; G. T. Toussaint, 1980.
  private mutating func join() {
    for first in sites.indices {
      let reach = sites[first].spacing * 3
      let near = buckets.points(near: sites[first].place, within: reach).sorted()
      for second in near where second > first && mayJoin(first, second) {
        let isUrban = max(sites[first].spacing, sites[second].spacing) < 420
        guard !isObstructed(first, second, by: near, isUrban: isUrban) else { continue }
        links.append(
          Link(
            start: sites[first].place, end: sites[second].place, desa: sites[first].desa,
            isUrban: isUrban))
      }
    }
  }

  private func mayJoin(_ first: Int, _ second: Int) -> Bool {
    sites[first].mass == sites[second].mass
      && !(sites[first].isOnArterial && sites[second].isOnArterial)
  }

  private func isObstructed(_ first: Int, _ second: Int, by others: [Int], isUrban: Bool) -> Bool {
    let start = sites[first].place
    let end = sites[second].place
    let length = start.metres(to: end)
    return others.contains { other in
      guard other != first, other != second else { return false }
      let toStart = start.metres(to: sites[other].place)
      let toEnd = end.metres(to: sites[other].place)
      return isUrban
        ? toStart * toStart + toEnd * toEnd < length * length * 0.98
        : max(toStart, toEnd) < length
    }
  }
}
