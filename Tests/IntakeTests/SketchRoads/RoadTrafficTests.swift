import Domain
import Geometry
import Testing

@testable import Intake

@Suite struct RoadTrafficTests {
  /// Three main roads from south to north, and a toll road from west to east over them.
  @Test func aTollRoadHasRampsToTheMainRoadsAndPassesOverThem() throws {
    let field = try DrawnField(half: 0.04)
    var draft = RoadDraft(field.terrain)
    for east in [-2500.0, 0, 2500] {
      draft.lay(
        stride(from: -1000.0, through: 1000, by: 90).map { field.place(east, $0) },
        as: RoadDraft.Street(kind: .primary, desa: 0))
    }
    let line = stride(from: -4000.0, through: 4000, by: 100).map { field.place($0, 10) }
    TollRoad(along: line, name: "Jalan Tol").build(on: &draft)
    draft.raiseBridges(of: [.motorway, .motorwayLink])

    let carriageways = draft.streets.indices.filter { draft.streets[$0].kind == .motorway }
    let ramps = draft.streets.indices.filter { draft.streets[$0].kind == .motorwayLink }
    #expect(carriageways.count == 2)
    #expect(ramps.count == 8)
    #expect((carriageways + ramps).allSatisfy { draft.streets[$0].isOneWay })
    #expect(draft.unmarkedMeetings == [])
    for (street, isEastward) in zip(carriageways, [true, false]) {
      let places = draft.nodes(of: street).map { draft.nodes[$0] }
      #expect((places[0].x < places[1].x) == isEastward)
      // Traffic keeps to the left.
      #expect((places[0].y > field.place(0, 10).y) == isEastward)
    }
  }

  @Test func aTollRoadWithoutMainRoadsIsNotBuilt() throws {
    let field = try DrawnField()
    var draft = RoadDraft(field.terrain)
    let line = stride(from: -4000.0, through: 4000, by: 100).map { field.place($0, 10) }
    TollRoad(along: line, name: "Jalan Tol").build(on: &draft)
    #expect(draft.streets.isEmpty)
  }

  @Test func trafficGoesRoundARoundaboutClockwise() throws {
    let field = try DrawnField()
    var draft = RoadDraft(field.terrain)
    let ring = Roundabout(
      around: field.place(0, 0),
      as: RoadDraft.Street(kind: .primary, desa: 0, isRoundabout: true, isOneWay: true),
      on: &draft)
    let nodes = draft.nodes(of: 0)
    #expect(nodes.count == 13 && nodes.first == nodes.last)
    let turns = draft.edges(of: 0).map { draft.segment($0).displacement }
    #expect(zip(turns, turns.dropFirst()).allSatisfy { $0.cross($1) < 0 })

    let arm = ring.cut([field.place(0, 0), field.place(30, 5), field.place(90, 0)], on: draft)
    #expect(arm.count == 2)
    #expect(arm[0].metres(to: field.place(22, 0)) < 8)
  }

  /// Two blocks joined by one street, which must stay open both ways.
  @Test(arguments: UInt64(0)..<20)
  func oneWayStreetsCutNobodyOff(seed: UInt64) throws {
    var draft = try DrawnField().draft([
      ((0, 0), (100, 0)), ((100, 0), (100, 100)), ((100, 100), (0, 100)), ((0, 100), (0, 0)),
      ((100, 0), (200, 0)), ((200, 0), (300, 0)), ((300, 0), (300, 100)),
      ((300, 100), (200, 100)), ((200, 100), (200, 0)),
    ])
    var random = SplitMix64(seed: seed)
    OneWayStreets.mark(on: &draft, share: 0.8, isCandidate: { _ in true }, using: &random)
    #expect(!draft.streets[4].isOneWay)
    let groups = StrongComponents(of: draft).groups
    #expect(Set(groups).count == 1)
  }

  @Test func aWayOverLandGoesRoundTheWater() throws {
    let regency = try SketchRegency()
    let shapes = regency.gazetteer.desa.map { regency.shapes[$0.code] }
    let terrain = try #require(SketchTerrain(shapes))
    let start = MapPoint(try regency.place(0.5, 0.5))
    let island = MapPoint(try regency.place(4.5, 0.5))
    #expect(LandPath(terrain).line(from: start, to: island) == nil)

    // Without the middle of the south row, the way from west to east leads over the north row.
    var bay = shapes
    bay[3] = nil
    let around = try #require(SketchTerrain(bay))
    let end = MapPoint(try regency.place(2.5, 0.5))
    let line = try #require(LandPath(around).line(from: start, to: end))
    #expect(line.count > 2)
    #expect(zip(line, line.dropFirst()).allSatisfy { around.isInland(from: $0, to: $1) })
  }
}
