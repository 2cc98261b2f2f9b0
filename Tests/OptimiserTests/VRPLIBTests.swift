import Optimiser
import Testing

@Suite struct VRPLIBTests {
  static let header = """
    NAME : tiny
    COMMENT : "four corners"
    TYPE : CVRP
    DIMENSION : 4
    EDGE_WEIGHT_TYPE : EUC_2D
    CAPACITY : 10

    """
  static let body = """
    NODE_COORD_SECTION
    1 0 0
    2 3 4
    3 0 10
    4 6 8
    DEMAND_SECTION
    1 0
    2 4
    3 5
    4 6
    DEPOT_SECTION
    1
    -1
    EOF

    """

  private func seconds(_ text: String, _ ways: [(Int, Int)]) throws -> [Int32] {
    let travel = try VRPLIBInstance(parsing: text).problem.travel[0]
    return ways.map { travel.seconds(from: $0, to: $1) }
  }

  @Test func anInstanceBecomesAProblem() throws {
    let instance = try VRPLIBInstance(parsing: Self.header + Self.body)
    #expect(instance.name == "tiny")
    #expect(instance.scale == 1)
    #expect(instance.nodes == [2, 3, 4])
    #expect(instance.problem.jobs.map(\.demand) == [4, 5, 6])
    #expect(instance.problem.vehicles[0].capacity == 10)
    #expect(try seconds(Self.header + Self.body, [(0, 1), (1, 2)]) == [5, 7])
  }

  @Test(arguments: ["\n", "\r\n", "\r"])
  func lineEndsTabsAndStrayBlanksDoNotMatter(lineEnd: String) throws {
    let tidy = try VRPLIBInstance(parsing: Self.header + Self.body)
    let untidy = (Self.header + Self.body)
      .split(separator: "\n", omittingEmptySubsequences: false)
      .map { " " + $0.split(separator: " ").joined(separator: " \t ") + "\t" }
      .joined(separator: lineEnd + lineEnd)
    let instance = try VRPLIBInstance(parsing: "\u{FEFF}" + untidy)
    #expect(instance.name == tidy.name)
    #expect(instance.problem.jobs == tidy.problem.jobs)
    #expect(instance.problem.vehicles == tidy.problem.vehicles)
  }

  @Test func aColonMayStickToItsKeyword() throws {
    let text = (Self.header + Self.body).replacing(" : ", with: ": ")
      .replacing("DEMAND_SECTION", with: "DEMAND_SECTION:")
    #expect(try VRPLIBInstance(parsing: text).problem.jobs.count == 3)
  }

  @Test func sectionsMayComeInAnyOrderAndWhatIsForDisplayDoesNotCount() throws {
    let text = """
      DEPOT_SECTION 1 -1
      DISPLAY_DATA_SECTION
      1 0.5 0.75 0.25
      DEMAND_SECTION
      3 5
      1 0
      2 4
      NODE_COORD_SECTION
      2 3 4
      3 0 10
      1 0 0
      CAPACITY: 10
      EDGE_WEIGHT_TYPE: EUC_2D
      DIMENSION: 3
      TYPE: CVRP
      """
    #expect(try VRPLIBInstance(parsing: text).problem.jobs.map(\.demand) == [4, 5])
    #expect(try seconds(text, [(0, 2)]) == [10])
  }

  @Test func timeWindowsAreReadWithOneDecimal() throws {
    let text = """
      NAME : timed
      TYPE : CVRPTW
      DIMENSION : 2
      VEHICLES : 3
      CAPACITY : 10
      SERVICE_TIME : 9
      EDGE_WEIGHT_TYPE : EUC_2D
      NODE_COORD_SECTION
      1 0 0
      2 1 1
      DEMAND_SECTION
      1 0
      2 1
      TIME_WINDOW_SECTION
      1 0 100
      2 5 20.5
      DEPOT_SECTION
      1
      -1
      """
    let instance = try VRPLIBInstance(parsing: text)
    #expect(instance.scale == 10)
    #expect(try seconds(text, [(0, 1)]) == [14])
    #expect(instance.problem.jobs[0].timeWindows == [50...205])
    #expect(instance.problem.jobs[0].serviceSeconds == 90)
    #expect(instance.problem.vehicles[0].shift == 0...1_000)
  }

  @Test func aLongestRouteCountsServiceToo() throws {
    let text = Self.header + "DISTANCE : 39.7\nSERVICE_TIME : 9\n" + Self.body
    let problem = try VRPLIBInstance(parsing: text).problem
    // To node 3 and back takes 10 + 9 + 10, to nodes 2 and 3 takes 5 + 9 + 7 + 9 + 10.
    let short = Solution(routes: [Route(vehicle: 0, jobs: [1])], unserved: [0, 2])
    #expect(Checker.violations(of: short, in: problem) == [])
    let long = Solution(routes: [Route(vehicle: 0, jobs: [0, 1])], unserved: [2])
    #expect(
      Checker.violations(of: long, in: problem)
        == [.maximumDuration(vehicle: 0, durationSeconds: 40, allowed: 39)])
  }

  @Test(arguments: [
    ("FULL_MATRIX", "0 1 2 1 0 3 2 3 0"), ("LOWER_ROW", "1\n2 3"),
    ("LOWER_DIAG_ROW", "0 1 0 2 3 0"),
    ("UPPER_ROW", "1 2\n3"), ("UPPER_DIAG_ROW", "0 1 2 0 3 0"),
    ("LOWER_COL", "1 2\n3"), ("LOWER_DIAG_COL", "0 1 2 0 3 0"),
    ("UPPER_COL", "1\n2 3"), ("UPPER_DIAG_COL", "0 1 0 2 3 0"),
  ])
  func explicitDistancesAreReadInEveryShape(format: String, weights: String) throws {
    let text = Self.explicit(format, weights)
    #expect(try seconds(text, [(0, 1), (0, 2), (1, 2), (2, 1)]) == [1, 2, 3, 3])
  }

  @Test func explicitDistancesMayDifferThereAndBackOrLeadNowhere() throws {
    let text = Self.explicit("FULL_MATRIX", "9999 1 2 4 9999 3 5 2147483647 9999")
    #expect(
      try seconds(text, [(0, 1), (1, 0), (0, 2), (2, 0), (1, 2), (2, 1)])
        == [1, 4, 2, 5, 3, TravelTimes.unreachable])
  }

  static func explicit(_ format: String, _ weights: String) -> String {
    """
    TYPE : CVRP
    DIMENSION : 3
    CAPACITY : 5
    EDGE_WEIGHT_TYPE : EXPLICIT
    EDGE_WEIGHT_FORMAT : \(format)
    EDGE_WEIGHT_SECTION
    \(weights)
    DEMAND_SECTION
    1 0
    2 1
    3 1
    DEPOT_SECTION
    1
    -1
    """
  }

  @Test(arguments: [("CEIL_2D", Int32(2)), ("EUC_2D", 1)])
  func pointsWithWholeNumbersAreRoundedAsTheTypeSays(type: String, expected: Int32) throws {
    let text = (Self.header + Self.body)
      .replacing("EUC_2D", with: type).replacing("2 3 4", with: "2 1 1")
    #expect(try seconds(text, [(0, 1)]) == [expected])
  }

  /// Up to three decimals are kept as whole numbers, more of them in a table.
  @Test(arguments: [
    ("2 1.5 2.5e0", Int32(3)), ("2 1.5 2", 3), ("2 0.001 2.499", 2), ("2 0.00001 2.5", 3),
    ("2 -2000000.5 0", 2_000_001), ("2 100000000.25 0", 100_000_000),
  ])
  func pointsWithDecimalsAreRoundedToWholeDistances(node: String, expected: Int32) throws {
    let text = (Self.header + Self.body).replacing("2 3 4", with: node)
    #expect(try seconds(text, [(0, 1)]) == [expected])
  }

  /// The first row of TSPLIB's burma14, whose places are in degrees and minutes.
  @Test func geographicalDistancesAreThoseOfTSPLIB() throws {
    let places = [
      (16.47, 96.10), (16.47, 94.44), (20.09, 92.54), (22.39, 93.37), (25.23, 97.24),
      (22.00, 96.05), (20.47, 97.02), (17.20, 96.29), (16.30, 97.38), (14.05, 98.12),
      (16.53, 97.38), (21.52, 95.59), (19.41, 97.13), (20.09, 94.55),
    ]
    let coordinates = places.enumerated().map { "\($0 + 1) \($1.0) \($1.1)\n" }.joined()
    let demands = places.indices.map { "\($0 + 1) \(min($0, 1))\n" }.joined()
    let text =
      "TYPE : CVRP\nDIMENSION : 14\nCAPACITY : 9\nEDGE_WEIGHT_TYPE : GEO\nNODE_COORD_SECTION\n"
      + coordinates + "DEMAND_SECTION\n" + demands + "DEPOT_SECTION\n1\n-1\nEOF\n"
    #expect(
      try seconds(text, places.indices.map { (0, $0) })
        == [0, 153, 510, 706, 966, 581, 455, 70, 160, 372, 157, 567, 342, 398])
  }

  @Test func aDepotMayBeAnyNode() throws {
    let text = (Self.header + Self.body)
      .replacing("\n1\n-1", with: "\n3\n-1").replacing("1 0\n2 4\n3 5", with: "1 5\n2 4\n3 0")
    let instance = try VRPLIBInstance(parsing: text)
    #expect(instance.nodes == [1, 2, 4])
    #expect(instance.problem.vehicles[0].startLocation == 2)
    #expect((0..<3).map(instance.customerNumber) == [1, 2, 3])
  }

  static let twoDepots = (header + body)
    .replacing("CAPACITY", with: "VEHICLES : 2\nCAPACITY")
    .replacing("\n1\n-1", with: "\n1\n2\n-1").replacing("2 4\n3 5", with: "2 0\n3 5")

  @Test func everyDepotHasItsOwnVehicles() throws {
    let instance = try VRPLIBInstance(parsing: Self.twoDepots)
    #expect(instance.nodes == [3, 4])
    #expect(instance.problem.vehicles.map(\.startLocation) == [0, 0, 1, 1])
    #expect(instance.problem.vehicles.map(\.endLocation) == [0, 0, 1, 1])
  }

  @Test func vehiclesMayBeGivenTheirDepotsOneByOne() throws {
    let text = Self.twoDepots.replacing(
      "VEHICLES : 2", with: "VEHICLES : 3\nVEHICLES_DEPOT_SECTION\n1 2\n2 1\n3 2")
    let instance = try VRPLIBInstance(parsing: text)
    #expect(instance.problem.vehicles.map(\.startLocation) == [1, 0, 1])
  }

  @Test func aStopThatNoBagCanHoldIsPartOfTheProblem() throws {
    let text = (Self.header + Self.body).replacing("3 5", with: "3 11")
    let problem = try VRPLIBInstance(parsing: text).problem
    let solution = Solver(problem).solve(SearchParameters(iterations: 100, seed: 1))
    #expect(solution.unserved == [1])
    let reasons = problem.reasons(for: 1, in: solution)
    #expect(reasons.allSatisfy { $0.reasonWhenEmpty == .capacity(missing: 1) })
  }
}
