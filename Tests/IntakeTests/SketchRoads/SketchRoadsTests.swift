import Domain
import Foundation
import Geometry
import Intake
import OpenStreetMap
import Testing

@Suite struct SketchRoadsTests {
  @Test func theSameSeedDrawsTheSameBytesAndAnotherSeedOthers() throws {
    let regency = try SketchRegency()
    let bytes = try SketchRegency.roads(seed: 1).bytes()
    #expect(try regency.roads(seed: 1).bytes() == bytes)
    #expect(try SketchRegency.roads(seed: 2).bytes() != bytes)
  }

  @Test func theReaderReadsTheFileBack() throws {
    let roads = try SketchRegency.roads(seed: 1)
    let path = FileManager.default.temporaryDirectory
      .appending(path: "sketch-\(UUID().uuidString).osm.gz").path
    defer { try? FileManager.default.removeItem(atPath: path) }
    try Data(roads.bytes(isCompressed: true)).write(to: URL(filePath: path))

    var found = Everything()
    _ = try OSMFile(path: path).read([.nodes, .ways, .relations], into: &found)
    #expect(found.nodes == roads.nodes.map(\.id))
    #expect(found.ways == roads.ways.map(\.nodes))
    #expect(found.names == roads.ways.compactMap { $0.tags["name"] })
    #expect(found.relations == roads.relations.map(\.id))
  }

  @Test func theFileSaysThatItIsASketch() throws {
    let roads = try SketchRegency.roads(seed: 1)
    let head = String(decoding: roads.bytes().prefix(400), as: UTF8.self)
    #expect(head.contains("generator=\"hantar sketch roads\""))
    #expect(head.contains("<note>Invented streets of Cobaan: a sketch"))
    #expect(roads.ways.allSatisfy { $0.tags["source"] == "sketch" })
  }

  @Test(arguments: SketchRegency.seeds)
  func everyWayHasTwoNodesAtLeastAndNoPieceTwice(seed: UInt64) throws {
    let roads = try SketchRegency.roads(seed: seed)
    var pieces = Set<[Int64]>()
    for way in roads.ways {
      #expect(way.nodes.count >= 2)
      for (start, end) in zip(way.nodes, way.nodes.dropFirst()) {
        #expect(start != end)
        #expect(pieces.insert([start, end].sorted()).inserted)
      }
    }
    #expect(Set(roads.ways.flatMap(\.nodes)) == Set(roads.nodes.map(\.id)))
  }

  @Test(arguments: SketchRegency.seeds)
  func streetsOfOneLevelMeetOnlyInCommonNodes(seed: UInt64) throws {
    let map = StreetPieces(try SketchRegency.roads(seed: seed))
    #expect(map.unmarkedMeetings() == [])
  }

  @Test(arguments: SketchRegency.seeds)
  func motorcyclesRideFromAnywhereToAnywhereOnOnePieceOfLand(seed: UInt64) throws {
    let regency = try SketchRegency()
    let roads = try SketchRegency.roads(seed: seed)
    let masses = try LandMasses(
      union: regency.shapes.sorted { $0.key < $1.key }.map(\.value))
    let rides = MotorcycleRides(roads)
    for mass in 0..<masses.count {
      let nodes = try rides.nodes.filter { masses.mass(of: try roads.place($0)) == mass }
      guard let first = nodes.first else { continue }
      #expect(rides.reached(from: first) == Set(nodes))
      #expect(rides.reaching(first) == Set(nodes))
    }
  }

  @Test func noStreetLeavesTheLand() throws {
    let regency = try SketchRegency()
    let roads = try SketchRegency.roads(seed: 1)
    for way in roads.ways where way.tags["highway"] != nil {
      for (start, end) in zip(way.nodes, way.nodes.dropFirst()) {
        let (start, end) = (try roads.place(start), try roads.place(end))
        let middle = try Coordinate(
          latitude: (start.latitude + end.latitude) / 2,
          longitude: (start.longitude + end.longitude) / 2)
        for place in [start, middle, end] { #expect(regency.desa(of: place) != nil) }
      }
    }
  }

  @Test func everyDesaWithPeopleHasNamedStreetsAndAnEmptyIslandHasNone() throws {
    let regency = try SketchRegency()
    let roads = try SketchRegency.roads(seed: 1)
    var streets: [RegionCode: Int] = [:]
    for street in roads.streets {
      if let desa = regency.desa(of: street.line[street.line.count / 2]) {
        streets[desa, default: 0] += 1
      }
    }
    for desa in regency.gazetteer.desa {
      #expect((streets[desa.code] ?? 0 > 1) == (desa.population > 0), "\(desa.name)")
    }
  }

  @Test func townsHaveMoreStreetsThanFields() throws {
    let regency = try SketchRegency()
    var metres: [String: Double] = [:]
    for street in try SketchRegency.roads(seed: 1).streets {
      let desa = regency.desa(of: street.line[0]).map(regency.gazetteer.name) ?? ""
      metres[desa, default: 0] += zip(street.line, street.line.dropFirst())
        .reduce(0) { $0 + $1.0.distance(to: $1.1).value }
    }
    #expect(metres["Kota Lama", default: 0] > 1.2 * metres["Tengah", default: 0])
    #expect(metres["Tengah", default: 0] > 1.5 * metres["Hutan", default: 0])
  }

  @Test func streetsBearIndonesianNames() throws {
    let roads = try SketchRegency.roads(seed: 1)
    let kinds = ["primary", "secondary", "tertiary", "unclassified", "residential"]
    for way in roads.ways where kinds.contains(way.tags["highway"] ?? "") {
      let name = try #require(way.tags["name"])
      #expect(name.hasPrefix("Jalan ") || name.hasPrefix("Bundaran "))
    }
    #expect(roads.ways.contains { $0.tags["name"]?.hasSuffix(" II") ?? false })
  }

  @Test func aPierIsJoinedToTheStreetsOfItsIslandAndOneOnAnEmptyIslandIsNot() throws {
    let regency = try SketchRegency()
    let landing = try regency.place(3.95, 0.5)
    let lonely = try regency.place(5.95, 0.5)
    let roads = try regency.roads(
      seed: 1,
      piers: [
        SketchRoads.Pier(name: "Ramai", coordinate: landing),
        SketchRoads.Pier(name: "Sepi", coordinate: lonely),
      ])
    let piers = roads.ways.filter { $0.tags["man_made"] == "pier" }
    #expect(piers.map { $0.tags["name"] } == ["Dermaga Ramai"])
    let pier = try #require(piers.first)
    let head = try #require(pier.nodes.last)
    #expect(try roads.place(head) == landing)
    #expect(roads.nodes[Int(head) - 1].tags["amenity"] == "ferry_terminal")
    #expect(roads.ways.contains { $0.id != pier.id && $0.nodes.contains(pier.nodes[0]) })
  }

  @Test func inventedResidentsLiveAlongTheStreets() throws {
    let regency = try SketchRegency()
    let roads = try SketchRegency.roads(seed: 1)
    let places = MapPlaces(
      locate: { regency.desa(of: $0) },
      distance: { place, code in
        let parts = regency.shapes.filter { code.contains($0.key) }
        return parts.map { $0.value.distance(to: place) }.min()
      })
    let cards = SampleCards.invent(
      SampleOrder(count: 300, printedUntil: try #require(CalendarDate("2026-08-14")), seed: 1),
      gazetteer: regency.gazetteer, names: regency.names, places: places, streets: roads.streets)
    let known = Set(roads.streets.map { $0.name.split(separator: " ").dropFirst() })
    let map = StreetPieces(roads)
    for card in cards {
      let street = card.row.resident.address.street
      #expect(known.contains(street.split(separator: " ").dropFirst()))
      #expect(map.metres(to: card.door) < 12)
    }
  }

  @Test func aMapWithoutOutlinesIsRefused() throws {
    let regency = try SketchRegency()
    #expect(throws: SketchRoadsError.noShapes) {
      try SketchRoads(
        gazetteer: regency.gazetteer, shapes: [:], neighbours: [], names: regency.names, seed: 1)
    }
  }

  @Test func landWithoutPeopleIsRefused() throws {
    let regency = try SketchRegency()
    let empty = try #require(RegionCode("18.71.03.2004"))
    let shapes = regency.shapes.filter { $0.key == empty }
    #expect(throws: SketchRoadsError.noPeopleOnLand) {
      try SketchRoads(
        gazetteer: regency.gazetteer, shapes: shapes, neighbours: [], names: regency.names, seed: 1)
    }
  }
}

/// Everything of a file, in file order.
private struct Everything: OSMSink {
  var nodes: [Int64] = []
  var ways: [[Int64]] = []
  var names: [String] = []
  var relations: [Int64] = []

  mutating func take(_ node: OSMNode) { nodes.append(node.id) }

  mutating func take(_ way: OSMWay) {
    ways.append(way.nodes)
    if let name = way.tags["name"] { names.append(name) }
  }

  mutating func take(_ relation: OSMRelation) { relations.append(relation.id) }
}
