import Optimiser
import Testing

@Suite struct VRPLIBTests {
  private static let header = """
    NAME : tiny
    COMMENT : "four corners"
    TYPE : CVRP
    DIMENSION : 4
    EDGE_WEIGHT_TYPE : EUC_2D
    CAPACITY : 10

    """
  private static let body = """
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

  @Test func anInstanceBecomesAProblem() throws {
    let instance = try VRPLIBInstance(parsing: Self.header + Self.body)
    #expect(instance.name == "tiny")
    #expect(instance.scale == 1)
    #expect(instance.problem.jobs.map(\.demand) == [4, 5, 6])
    #expect(instance.problem.vehicles[0].capacity == 10)
    #expect(instance.problem.travel[0].seconds(from: 0, to: 1) == 5)
    #expect(instance.problem.travel[0].seconds(from: 1, to: 2) == 7)
  }

  @Test func lineEndsTabsAndStrayBlanksDoNotMatter() throws {
    let tidy = try VRPLIBInstance(parsing: Self.header + Self.body)
    let untidy = (Self.header + Self.body)
      .split(separator: "\n", omittingEmptySubsequences: false)
      .map { $0.split(separator: " ").joined(separator: " \t ") + "\t" }
      .joined(separator: "\r\n")
    let instance = try VRPLIBInstance(parsing: untidy)
    #expect(instance.problem.jobs == tidy.problem.jobs)
    #expect(instance.problem.vehicles == tidy.problem.vehicles)
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
      2 5 20
      DEPOT_SECTION
      1
      -1
      """
    let instance = try VRPLIBInstance(parsing: text)
    #expect(instance.scale == 10)
    #expect(instance.problem.travel[0].seconds(from: 0, to: 1) == 14)
    #expect(instance.problem.jobs[0].timeWindows == [50...200])
    #expect(instance.problem.jobs[0].serviceSeconds == 90)
    #expect(instance.problem.vehicles.count == 3)
    #expect(instance.problem.vehicles[0].shift == 0...1_000)
  }

  @Test(arguments: [
    ("FULL_MATRIX", "0 1 2 1 0 3 2 3 0"), ("LOWER_ROW", "1\n2 3"),
    ("LOWER_DIAG_ROW", "0 1 0 2 3 0"),
    ("UPPER_ROW", "1 2\n3"), ("UPPER_DIAG_ROW", "0 1 2 0 3 0"),
  ])
  func explicitDistancesAreReadInEveryShape(format: String, weights: String) throws {
    let instance = try VRPLIBInstance(
      parsing: """
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
        """)
    let travel = instance.problem.travel
    #expect(
      [(0, 1), (0, 2), (1, 2), (2, 1)].map { travel[0].seconds(from: $0, to: $1) } == [1, 2, 3, 3])
  }

  @Test(arguments: [("CEIL_2D", Int32(2)), ("EUC_2D", 1)])
  func pointsWithWholeNumbersAreRoundedAsTheTypeSays(type: String, expected: Int32) throws {
    let text = (Self.header + Self.body)
      .replacing("EUC_2D", with: type).replacing("2 3 4", with: "2 1 1")
    let instance = try VRPLIBInstance(parsing: text)
    #expect(instance.problem.travel[0].seconds(from: 0, to: 1) == expected)
  }

  @Test func pointsWithDecimalsAreRoundedToWholeDistances() throws {
    let text = (Self.header + Self.body).replacing("2 3 4", with: "2 1.5 2.5e0")
    let instance = try VRPLIBInstance(parsing: text)
    #expect(instance.problem.travel[0].seconds(from: 0, to: 1) == 3)
  }

  struct Refusal: CustomTestStringConvertible {
    var replaced: String
    var by: String
    var error: VRPLIBError
    var testDescription: String { "\(error)" }
  }

  private static let refusals = [
    Refusal(replaced: "DIMENSION : 4\n", by: "", error: .missing(field: "DIMENSION")),
    Refusal(replaced: "CAPACITY : 10\n", by: "", error: .missing(field: "CAPACITY")),
    Refusal(
      replaced: "CAPACITY : 10", by: "CAPACITY : ten",
      error: .malformed(line: 6, field: "CAPACITY", text: "ten")),
    Refusal(
      replaced: "EDGE_WEIGHT_TYPE : EUC_2D\n", by: "", error: .missing(field: "EDGE_WEIGHT_TYPE")),
    Refusal(
      replaced: "EUC_2D", by: "GEO",
      error: .unsupported(line: 5, field: "EDGE_WEIGHT_TYPE", value: "GEO")),
    Refusal(
      replaced: "TYPE : CVRP", by: "TYPE : TSP",
      error: .unsupported(line: 3, field: "TYPE", value: "TSP")),
    Refusal(
      replaced: "COMMENT", by: "COLOUR",
      error: .unsupported(line: 2, field: "keyword", value: "COLOUR")),
    Refusal(
      replaced: "3 0 10", by: "3 0 north",
      error: .malformed(line: 10, field: "NODE_COORD_SECTION", text: "3 0 north")),
    Refusal(
      replaced: "4 6 8\n", by: "",
      error: .wrongCount(field: "NODE_COORD_SECTION", actual: 3, expected: 4)),
    Refusal(
      replaced: "4 6 8", by: "3 6 8",
      error: .malformed(line: 11, field: "NODE_COORD_SECTION", text: "3")),
    Refusal(
      replaced: "3 5", by: "3 5.5",
      error: .malformed(line: 15, field: "DEMAND_SECTION", text: "5.5")),
    Refusal(
      replaced: "3 5", by: "3 -5",
      error: .refused(
        .outOfRange(.job(1), field: "demand", value: -5, allowed: 0...(1 << 30)))),
    Refusal(
      replaced: "\n1\n-1", by: "\n1 2\n-1",
      error: .malformed(line: 18, field: "DEPOT_SECTION", text: "[1, 2]")),
    Refusal(
      replaced: "DEPOT_SECTION\n1\n-1\n", by: "", error: .missing(field: "DEPOT_SECTION")),
  ]

  @Test(arguments: refusals)
  func aBrokenTextIsRefusedWithLineAndField(_ refusal: Refusal) {
    let text = (Self.header + Self.body).replacing(refusal.replaced, with: refusal.by)
    #expect(throws: refusal.error) { try VRPLIBInstance(parsing: text) }
  }

  @Test func aSolutionIsWrittenAsItIsRead() throws {
    let instance = try VRPLIBInstance(parsing: Self.header + Self.body)
    let text = "Route #1: 2 1\nRoute #2: 3\nCost 42\n"
    let answer = try instance.answer(parsing: text)
    #expect(answer.cost == 42)
    #expect(answer.solution.routes.map(\.jobs) == [[1, 0], [2]])
    #expect(answer.solution.unserved == [])
    #expect(instance.text(of: answer.solution, cost: 42) == text)
    #expect(
      try instance.answer(parsing: "Route #1: 2 1 \r\n\r\nRoute #2: 3\r\nCost 42") == answer)
  }

  @Test func aSolutionWithAnUnknownCustomerIsRefused() throws {
    let instance = try VRPLIBInstance(parsing: Self.header + Self.body)
    #expect(throws: VRPLIBError.malformed(line: 2, field: "Route", text: "4")) {
      try instance.answer(parsing: "Route #1: 1\nRoute #2: 4 2\n")
    }
  }
}
