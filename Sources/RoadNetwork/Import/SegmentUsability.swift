import Geometry
import ShortestPaths

/// Which segments doors may be snapped to: those that can be reached and left again.
///
/// A segment belongs to the strongly connected component, or island, within which it is driven.
/// Islands of ``usefulMetres`` and more are used; so is a smaller one if no road of a larger one
/// that is used lies within the profile's snap limit of it, as it then is all the road there is.
/// Those below ``majorMetres`` are minor: a town's map has many that are cut off by mistake, and
/// a door had better be joined to the town, see ``RoadNetwork/snap(_:land:)``.
struct SegmentUsability {
  static let usefulMetres = 1000.0
  static let majorMetres = 10_000.0

  /// Per segment as in ``RoadSegments/doorDirections``.
  private(set) var doorDirections: [UInt8]
  private(set) var islands: [RoadImportReport.Island] = []
  private(set) var withoutReturn = 0
  private(set) var index: SegmentIndexBuilder

  /// What is known of one component while they are compared.
  private struct Part {
    let component: Int32
    var segments: [Int32] = []
    var decimetres: Int64 = 0
  }

  init(_ table: SegmentTable, _ result: GraphBuilder.Result, _ profile: RoadProfile) {
    let directions = Self.directions(table, result)
    var isOnLand = [Bool](repeating: false, count: table.count)
    var parts: [Int32: Int] = [:]
    var list: [Part] = []
    for segment in 0..<table.count where !Self.isLink(table, segment) {
      guard let component = directions[segment].component else {
        withoutReturn += 1
        continue
      }
      isOnLand[segment] = true
      let part = parts[component] ?? list.count
      if part == list.count {
        parts[component] = part
        list.append(Part(component: component))
      }
      list[part].segments.append(Int32(segment))
      list[part].decimetres += Int64(table.decimetres[segment])
    }
    list.sort { ($1.decimetres, $0.component) < ($0.decimetres, $1.component) }
    doorDirections = [UInt8](repeating: 0, count: table.count)
    index = SegmentIndexBuilder(
      firstPoint: table.firstPoint, latitudesE7: table.latitudesE7,
      longitudesE7: table.longitudesE7, isWanted: { isOnLand[$0] })
    choose(list, directions, table, profile)
  }

  private static func isLink(_ table: SegmentTable, _ segment: Int) -> Bool {
    let links: SegmentFlags = [.ferry, .pierLink]
    return !SegmentFlags(rawValue: table.flags[segment]).isDisjoint(with: links)
  }

  /// For each segment the component in which it is driven, and in which directions.
  private static func directions(
    _ table: SegmentTable, _ result: GraphBuilder.Result
  ) -> [(component: Int32?, bits: UInt8)] {
    let graph = result.graph
    let components = strongComponents(of: graph)
    var directions = [(component: Int32?, bits: UInt8)](repeating: (nil, 0), count: table.count)
    for node in 0..<table.graphNodeCount {
      for arc in Int(graph.firstArc[node])..<Int(graph.firstArc[node + 1]) {
        guard components[node] == components[Int(graph.head[arc])] else { continue }
        let segment = Int(result.arcSegments[arc] >> 1)
        let component = directions[segment].component ?? components[node]
        guard component == components[node] else { continue }
        directions[segment].component = component
        directions[segment].bits |= 1 << UInt8(result.arcSegments[arc] & 1)
      }
    }
    return directions
  }

  private mutating func choose(
    _ parts: [Part], _ directions: [(component: Int32?, bits: UInt8)], _ table: SegmentTable,
    _ profile: RoadProfile
  ) {
    let search = SegmentIndex(
      pieces: FlatArray(copying: index.pieces),
      pieceSegments: FlatArray(copying: index.pieceSegments),
      boxes: FlatArray(copying: index.boxes))
    let latitudes = FlatArray(copying: table.latitudesE7)
    let longitudes = FlatArray(copying: table.longitudesE7)
    for part in parts {
      let isUseful = Double(part.decimetres) >= Self.usefulMetres * 10
      let isUsed =
        isUseful
        || !part.segments.contains { segment in
          let point = Int(table.firstPoint[Int(segment)])
          return search.nearest(
            latitudeE7: latitudes[point], longitudeE7: longitudes[point],
            limitMetres: profile.snapLimitMetres, latitudes: latitudes, longitudes: longitudes,
            isWanted: { doorDirections[Int($0.segment)] != 0 }) != nil
        }
      let isMajor = Double(part.decimetres) >= Self.majorMetres * 10
      if isUsed {
        for segment in part.segments {
          doorDirections[Int(segment)] = directions[Int(segment)].bits | (isMajor ? 0 : 4)
        }
      }
      describe(part, isUsed: isUsed, table)
    }
  }

  private mutating func describe(_ part: Part, isUsed: Bool, _ table: SegmentTable) {
    guard let segment = part.segments.first else { return }
    let point = Int(table.firstPoint[Int(segment)])
    guard
      let place = try? Coordinate(
        latitudeE7: table.latitudesE7[point], longitudeE7: table.longitudesE7[point])
    else { return }
    islands.append(
      RoadImportReport.Island(
        segments: part.segments.count, kilometres: Double(part.decimetres) / 10_000, place: place,
        isUsed: isUsed))
  }
}
