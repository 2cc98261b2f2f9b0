import Geometry
import OpenStreetMap
import RoadNetwork
import TestSupport
import Testing

@Suite struct InstructionTests {
  struct Case: CustomTestStringConvertible {
    let testDescription: String
    let map: DrawnMap
    let route: String
    /// One instruction each: what, the street it leads to, and the metres to the next.
    let expected: [String]
  }

  private static func street(_ name: String, _ highway: String = "residential") -> OSMTags {
    ["highway": highway, "name": name]
  }

  static let cases = [
    Case(
      testDescription: "a bend without choice and a side street straight on need no word",
      map: DrawnMap(
        """
        A---B
            |
            C---D-F
                |
                E
        """, ways: ["ABC": street("Jl. Melati"), "CDF": street("Jl. Melati")]),
      route: "AF", expected: ["depart Jl. Melati 1200", "arrive Jl. Melati 0"]),
    Case(
      testDescription: "turns left and right at junctions",
      map: DrawnMap(
        """
        A---B-E
            |
            C---D
            |
            F
        """, ways: ["BCF": street("Jl. Mawar"), "CD": street("Jl. Dahlia")]),
      route: "AD",
      expected: [
        "depart  400", "right Jl. Mawar 200", "left Jl. Dahlia 400", "arrive Jl. Dahlia 0",
      ]),
    Case(
      testDescription: "a new name straight on is told",
      map: DrawnMap(
        "A-B-C", ways: ["AB": street("Jl. Mawar"), "BC": street("Jl. Melati")]),
      route: "AC",
      expected: ["depart Jl. Mawar 200", "straightOn Jl. Melati 200", "arrive Jl. Melati 0"]),
    Case(
      testDescription: "a name that ends straight on is not told",
      map: DrawnMap("A-B-C", ways: ["AB": street("Jl. Mawar")]),
      route: "AC", expected: ["depart Jl. Mawar 400", "arrive  0"]),
    Case(
      testDescription: "leaving a street that turns off is told",
      map: DrawnMap(
        """
        A-B-C
          |
          D
        """, ways: ["ABD": street("Jl. Mawar")]),
      route: "AC", expected: ["depart Jl. Mawar 200", "straightOn  200", "arrive  0"]),
    Case(
      testDescription: "a fork is told by the side of the other road",
      map: DrawnMap(
        """
              C
        A-----B
                      D

                      E
        """, ways: ["BD": street("Jl. Mawar"), "BE": street("Jl. Melati")]),
      route: "AE",
      expected: ["depart  600", "slightRight Jl. Melati 854", "arrive Jl. Melati 0"]),
    Case(
      testDescription: "an almost straight fork is told by the side of the other road",
      map: DrawnMap(
        """

        A---------B-------------------D
                                      C
        """, ways: ["BC": street("Jl. Mawar"), "BD": street("Jl. Melati")]),
      route: "AD",
      expected: ["depart  1000", "slightLeft Jl. Melati 2000", "arrive Jl. Melati 0"]),
    Case(
      testDescription: "an alley beside the street makes no fork",
      map: DrawnMap(
        """

        A---------B-------------------D
                                      C
        """, ways: ["BC": ["highway": "service"]]),
      route: "AD", expected: ["depart  3000", "arrive  0"]),
    Case(
      testDescription: "sharp turns",
      map: DrawnMap(
        """
        A---------B---C


            D
        """, ways: ["BD": street("Jl. Mawar")]),
      route: "AD",
      expected: ["depart  1000", "sharpRight Jl. Mawar 671", "arrive Jl. Mawar 0"]),
  ]

  @Test(arguments: cases)
  func saysWhatIsToBeDone(_ item: Case) throws {
    #expect(try words(item.map, item.route) == item.expected)
  }

  /// On the left as in Indonesia: round by the left, clockwise.
  private static let roundabout = DrawnMap(
    """
      N
      |
      B
    W-A C-E
      D
      |
      S
    """,
    ways: [
      "ABCDA": ["highway": "residential", "junction": "roundabout"],
      "CE": street("Jl. Timur"), "BN": street("Jl. Utara"), "DS": street("Jl. Selatan"),
    ])

  @Test(arguments: [
    ("WN", 1, "Jl. Utara"), ("WE", 2, "Jl. Timur"), ("WS", 3, "Jl. Selatan"),
    ("SE", 3, "Jl. Timur"), ("NE", 1, "Jl. Timur"),
  ])
  func theExitsOfARoundaboutAreCounted(route: String, exit: Int, street: String) throws {
    let words = try words(Self.roundabout, route, withMetres: false)
    #expect(words.dropFirst() == ["roundabout \(exit) \(street)", "arrive \(street)"])
  }

  @Test func aWayMayBeginOrEndOnARoundabout() throws {
    #expect(
      try words(Self.roundabout, "WC", withMetres: false) == ["depart ", "roundabout ", "arrive "])
    #expect(
      try words(Self.roundabout, "BE", withMetres: false)
        == ["depart ", "straightOn Jl. Timur", "arrive Jl. Timur"])
  }

  @Test(arguments: [("A-B~~~~C-D", 500), ("A-B P~~Q C-D", 700)])
  func ferriesAreBoardedAndLeft(drawing: String, metres: Int) throws {
    let ferry: OSMTags = ["route": "ferry", "name": "Bakauheni - Merak"]
    let map = DrawnMap(
      drawing,
      ways: [
        drawing.contains("P") ? "PQ" : "BC": ferry, "CD": Self.street("Jl. Pelabuhan"),
      ])
    #expect(
      try words(map, "AD", profile: DrawnRoads.plain + "\nferry-speed 10\nferry-link 300\n") == [
        "depart  200", "boardFerry Bakauheni - Merak \(metres)", "leaveFerry Jl. Pelabuhan 200",
        "arrive Jl. Pelabuhan 0",
      ])
  }

  @Test func turningRoundInADeadEndIsTold() throws {
    let map = DrawnMap(
      """
        G
        |
      A-B---C
        |
        E
      """
    ).restricted("no_right_turn", from: "AB", via: "B", to: "BE")
    #expect(
      try words(map, "AE") == [
        "depart  200", "left  200", "uTurn  400", "arrive  0",
      ])
  }

  @Test(arguments: [(0.0005, "left"), (-0.0005, "right"), (0, "ahead")])
  func theSideOfTheDoorIsTold(north: Double, side: String) throws {
    let roads = try DrawnRoads(DrawnMap("A---------B"))
    let end = try #require(roads.map.place("B"))
    let door = try Coordinate(
      latitude: end.latitude + north, longitude: end.longitude - 0.001)
    let snap = try #require(roads.network.snap(door))
    let path = try #require(roads.network.path(from: roads.snap("A"), to: snap))
    let arrival = try #require(roads.network.instructions(along: path).last)
    let expected: [String: Manoeuvre.Side] = ["left": .left, "right": .right]
    #expect(arrival.manoeuvre == .arrive(expected[side]))
    #expect(abs(arrival.bearing.degrees - 90) < 0.1)
    #expect(arrival.metres == path.arrival.walk)
  }

  @Test func aWayToTheSameDoorOnlyArrives() throws {
    let roads = try DrawnRoads(DrawnMap("A-B"))
    let path = try #require(roads.network.path(from: roads.snap("A"), to: roads.snap("A")))
    let instructions = roads.network.instructions(along: path)
    #expect(instructions.map(\.manoeuvre) == [.arrive(nil)])
    #expect(instructions.map(\.milliseconds) == [0])
  }

  /// Whatever the town, nothing of a way is lost and nothing told twice.
  @Test(arguments: UInt64(0)..<12)
  func timesAndMetresAddUpToThePath(seed: UInt64) throws {
    let map = RandomMap(seed: seed, columns: 7, rows: 6)
    let roads = try RoadImport(RoadProfile(DrawnRoads.plain)).run(map).network
    var random = map.random
    for _ in 0..<20 {
      let snaps = try (0..<2).compactMap { _ in
        roads.snap(
          try Coordinate(
            latitudeE7: .random(in: -48_000...3_000, using: &random),
            longitudeE7: .random(in: -3_000...57_000, using: &random)))
      }
      guard snaps.count == 2, let path = roads.path(from: snaps[0], to: snaps[1]) else { continue }
      let instructions = roads.instructions(along: path)
      #expect(instructions.reduce(0) { $0 + $1.milliseconds } == path.milliseconds)
      let metres = path.metres.value + snaps[0].walk.value + snaps[1].walk.value
      #expect(abs(instructions.reduce(0) { $0 + $1.metres.value } - metres) < 0.01)
      #expect(instructions.first?.manoeuvre == .depart)
      #expect(instructions.dropFirst().allSatisfy { $0.manoeuvre != .depart })
    }
  }

  private func words(
    _ map: DrawnMap, _ route: String, withMetres: Bool = true,
    profile: String = DrawnRoads.plain
  ) throws -> [String] {
    let roads = try DrawnRoads(map, profile: profile)
    let letters = Array(route)
    let path = try #require(
      roads.network.path(from: roads.snap(letters[0]), to: roads.snap(letters[1])))
    return roads.network.instructions(along: path).map { instruction in
      let words = "\(Self.word(instruction.manoeuvre)) \(instruction.street)"
      return withMetres ? "\(words) \(Int(instruction.metres.value.rounded()))" : words
    }
  }

  private static func word(_ manoeuvre: Manoeuvre) -> String {
    switch manoeuvre {
    case .roundabout(let exit): "roundabout" + (exit.map { " \($0)" } ?? "")
    case .arrive: "arrive"
    default: "\(manoeuvre)"
    }
  }
}
