public import Domain
public import Geometry
public import OpenStreetMap

/// An invented street network of a regency, for trials and training where no real extract may be used.
///
/// Start here for the sketch roads. Main roads join the centres of desa (``ArterialPlan``), collecting
/// roads the hamlets between (``CollectorPlan``), and blocks of streets fill the settled ground
/// (``StreetGrowth``), alleys and tracks last. A plane graph under construction (``RoadDraft``) sees to
/// it that streets meet in junctions. The same input gives the same bytes.
///
/// Every piece of land with the centre of a desa has one connected network. Streets keep off the shore
/// by about the width of a raster cell (``SketchTerrain``), and none bridges the sea. The file says in its note, its generator and on each way that it is a sketch.
public struct SketchRoads: Sendable {
  /// Where boats land, to be joined to the streets.
  public struct Pier: Hashable, Sendable {
    public let name: String
    public let coordinate: Coordinate

    public init(name: String, coordinate: Coordinate) {
      self.name = name
      self.coordinate = coordinate
    }
  }

  public let nodes: [OSMNode]
  public let ways: [OSMWay]
  /// Turn restrictions.
  public let relations: [OSMRelation]
  private let regency: String
  private let bounds: OSMBounds

  /// Invents streets.
  ///
  /// - Parameters:
  ///   - shapes: The land of each desa; a desa without a shape gets no streets.
  ///   - neighbours: Pairs of desa that share a border; others, such as of kecamatan, are passed over.
  ///   - piers: Landing places; one with no street on its piece of land is passed over.
  /// - Throws: ``SketchRoadsError`` if there is no land to draw on.
  /// - Complexity: About linear in the length of all streets.
  public init(
    gazetteer: Gazetteer, shapes: [RegionCode: Shape], neighbours: [NeighbourPair],
    names: NameTables, piers: [Pier] = [], seed: UInt64
  ) throws(SketchRoadsError) {
    guard let terrain = SketchTerrain(gazetteer.desa.map { shapes[$0.code] }) else {
      throw .noShapes
    }
    var sketch = RoadSketch(gazetteer, terrain, neighbours, names.streets, piers, seed: seed)
    guard sketch.hasPlaces else { throw .noPeopleOnLand }
    let map = sketch.map()
    nodes = map.nodes
    ways = map.ways
    relations = map.relations
    bounds = terrain.bounds
    regency = gazetteer.regency.name
  }

  /// The named streets that houses stand along.
  public var streets: [SampleStreet] {
    let kinds: Set<String> = ["tertiary", "unclassified", "residential", "path", "footway"]
    return ways.compactMap { way in
      guard let kind = way.tags["highway"], kinds.contains(kind), way.tags["man_made"] == nil,
        let name = way.tags["name"]
      else { return nil }
      let line = way.nodes.compactMap { node in
        try? Coordinate(
          latitudeE7: nodes[Int(node) - 1].latitudeE7,
          longitudeE7: nodes[Int(node) - 1].longitudeE7)
      }
      return SampleStreet(name: name, line: line)
    }
  }

  /// The streets as a file of OpenStreetMap XML, given to `sink` a stretch at a time.
  public func write<Failure: Error>(
    isCompressed: Bool, to sink: ([UInt8]) throws(Failure) -> Void
  ) throws(Failure) {
    var writer = OSMWriter(
      generator: "hantar sketch roads", bounds: bounds,
      note: "Invented streets of \(regency): a sketch for trials and training, not a survey. "
        + "They contain no data of OpenStreetMap.",
      isCompressed: isCompressed)
    for (index, node) in nodes.enumerated() {
      writer.write(node)
      if index % 4096 == 0 { try sink(writer.takeBytes()) }
    }
    for (index, way) in ways.enumerated() {
      writer.write(way)
      if index % 1024 == 0 { try sink(writer.takeBytes()) }
    }
    for relation in relations { writer.write(relation) }
    try sink(writer.finish())
  }
}

/// Why no streets can be drawn.
public enum SketchRoadsError: Error, Equatable, CustomStringConvertible {
  case noShapes
  case noPeopleOnLand

  public var description: String {
    switch self {
    case .noShapes: "no desa has an outline; draw the sketch map or import boundaries first"
    case .noPeopleOnLand:
      "no desa has both people and ground to build on; check populations and boundaries"
    }
  }
}
