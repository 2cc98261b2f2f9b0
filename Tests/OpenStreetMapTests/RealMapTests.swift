import Foundation
import OpenStreetMap
import Testing

/// The maps that lie beside the repository, counted by another program.
///
/// The columns of their index mean what the properties of ``OSMCounts`` say: one-way, roundabout,
/// named and `maxspeed` ways are counted among the ways for cars that are no squares.
@Suite struct RealMapTests {
  private static let folder = URL(filePath: #filePath)
    .deletingLastPathComponent().appending(path: "../../../shared/data/maps/osm")
    .standardizedFileURL
  private static let index: [[String]] = {
    let path = folder.appending(path: "INDEX.csv")
    let text = (try? String(contentsOf: path, encoding: .utf8)) ?? ""
    return text.split(whereSeparator: \.isNewline).map { row in
      row.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
  }()

  /// All of them in a release build, in a debug build the small ones.
  private static let names: [String] = {
    let all = index.dropFirst().compactMap(\.first)
    #if DEBUG
      let small = ["fi_helsinki", "gh_monaco", "id_jakarta", "id_timor"]
      return all.filter { name in small.contains { name.hasPrefix($0) } }
    #else
      return all
    #endif
  }()

  @Test(.enabled(if: !names.isEmpty, "the maps of ../shared are not here"), arguments: names)
  func theCountsOfARealMapAgreeWithItsIndex(name: String) throws {
    let titles = try #require(Self.index.first)
    let row = try #require(Self.index.first { $0.first == name })
    func column(_ title: String) throws -> Int {
      let column = try #require(titles.firstIndex(of: title))
      return try #require(Int(row[column]))
    }

    var counts = OSMCounts()
    let file = try OSMFile(path: Self.folder.appending(path: name).path)
    let report = try file.read([.nodes, .ways, .relations], into: &counts)
    #expect(report.deleted + report.nodesOffTheGlobe + report.mendedTexts == 0)
    #expect(try counts.nodes == column("nodes"))
    #expect(try counts.ways == column("ways"))
    #expect(try counts.relations == column("relations"))
    #expect(try counts.highwayWays == column("highway_ways"))
    #expect(try counts.roads == column("car_ways"))
    #expect(try counts.oneWayRoads == column("oneway_ways"))
    #expect(try counts.roundabouts == column("roundabout_ways"))
    #expect(try counts.namedRoads == column("named_ways"))
    #expect(try counts.maximumSpeedRoads == column("maxspeed_ways"))
    #expect(try counts.trafficSignals == column("traffic_signals"))
    #expect(try counts.turnRestrictions == column("turn_restrictions"))
    #expect(try counts.forbiddenTurns == column("restr_no"))
    #expect(try counts.onlyTurns == column("restr_only"))
    #expect(try counts.restrictionsViaWay == column("restr_via_way"))
    #expect(try counts.ferryWays == column("ferry_ways"))
    #expect(try counts.ferryRelations == column("ferry_relations"))
  }
}
