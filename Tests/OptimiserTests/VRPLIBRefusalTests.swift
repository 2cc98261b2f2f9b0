import Optimiser
import Testing

@Suite struct VRPLIBRefusalTests {
  struct Refusal: CustomTestStringConvertible {
    var replaced: String
    var by: String
    var error: VRPLIBError
    var testDescription: String { "\(error)" }
  }

  private static let amounts = VRPLIBNeed.whole(0...1_073_741_824)
  private static let refusals = [
    Refusal(replaced: "DIMENSION : 4\n", by: "", error: .missing(field: "DIMENSION")),
    Refusal(replaced: "CAPACITY : 10\n", by: "", error: .missing(field: "CAPACITY")),
    Refusal(
      replaced: "CAPACITY : 10", by: "CAPACITY : ten",
      error: .malformed(line: 6, field: "CAPACITY", text: "ten", need: amounts)),
    Refusal(
      replaced: "CAPACITY : 10", by: "CAPACITY 10",
      error: .malformed(line: 6, field: "CAPACITY", text: "10", need: .headerLine("CAPACITY"))),
    Refusal(
      replaced: "CAPACITY : 10", by: "CAPACITY : 10\nCAPACITY : 11",
      error: .repeated(line: 7, field: "CAPACITY")),
    Refusal(
      replaced: "DIMENSION : 4", by: "DIMENSION : 1000000000000",
      error: .malformed(
        line: 4, field: "DIMENSION", text: "1000000000000",
        need: .whole(1...1_073_741_824))),
    Refusal(
      replaced: "DIMENSION : 4", by: "DIMENSION : 1000000000",
      error: .wrongCount(field: "DEMAND_SECTION", actual: 4, expected: 1_000_000_000)),
    Refusal(
      replaced: "EDGE_WEIGHT_TYPE : EUC_2D\n", by: "", error: .missing(field: "EDGE_WEIGHT_TYPE")),
    Refusal(
      replaced: "EUC_2D", by: "MAN_2D",
      error: .unsupported(
        line: 5, field: "EDGE_WEIGHT_TYPE", value: "MAN_2D",
        need: .oneOf(["EUC_2D", "CEIL_2D", "GEO", "EXPLICIT"]))),
    Refusal(
      replaced: "TYPE : CVRP", by: "TYPE : TSP",
      error: .unsupported(
        line: 3, field: "TYPE", value: "TSP",
        need: .oneOf(["CVRP", "VRP", "DCVRP", "CVRPTW", "VRPTW", "MDVRP", "MDVRPTW"]))),
    Refusal(
      replaced: "COMMENT", by: "COLOUR",
      error: .unsupported(
        line: 2, field: "keyword", value: "COLOUR",
        need: .documented)),
    Refusal(
      replaced: "DEPOT_SECTION", by: "BACKHAUL_SECTION",
      error: .unsupported(
        line: 18, field: "section", value: "BACKHAUL_SECTION",
        need: .documented)),
    Refusal(
      replaced: "NODE_COORD_SECTION\n", by: "",
      error: .malformed(
        line: 7, field: "keyword", text: "1 0 0", need: .sectionName)),
    Refusal(
      replaced: "3 0 10", by: "3 0 north",
      error: .malformed(
        line: 10, field: "NODE_COORD_SECTION", text: "north", need: .plainNumber)),
    Refusal(
      replaced: "3 0 10", by: "3 0 NaN",
      error: .malformed(line: 10, field: "NODE_COORD_SECTION", text: "NaN", need: .plainNumber)),
    Refusal(
      replaced: "3 0 10", by: "3 -inf 10",
      error: .malformed(
        line: 10, field: "NODE_COORD_SECTION", text: "-inf", need: .plainNumber)),
    Refusal(
      replaced: "3 0 10", by: "3 0 1e30",
      error: .malformed(
        line: 10, field: "NODE_COORD_SECTION", text: "1e30", need: .plainNumber)),
    Refusal(
      replaced: "3 0 10", by: "3 0",
      error: .malformed(line: 10, field: "NODE_COORD_SECTION", text: "", need: .plainNumber)),
    Refusal(
      replaced: "3 0 10", by: "3 0 10 7",
      error: .malformed(
        line: 10, field: "NODE_COORD_SECTION", text: "7",
        need: .fields(3))),
    Refusal(
      replaced: "4 6 8\n", by: "",
      error: .wrongCount(field: "NODE_COORD_SECTION", actual: 3, expected: 4)),
    Refusal(
      replaced: "4 6 8", by: "3 6 8",
      error: .malformed(
        line: 11, field: "NODE_COORD_SECTION", text: "3", need: .onceEach(upTo: 4))),
    Refusal(
      replaced: "3 5", by: "3 5.5",
      error: .malformed(
        line: 15, field: "DEMAND_SECTION", text: "5.5", need: amounts)),
    Refusal(
      replaced: "3 5", by: "3 -5",
      error: .malformed(line: 15, field: "DEMAND_SECTION", text: "-5.0", need: amounts)),
    Refusal(
      replaced: "1 0\n2 4", by: "1 3\n2 4",
      error: .malformed(
        line: 13, field: "DEMAND_SECTION", text: "3", need: .nothingAtDepot(node: 1))),
    Refusal(
      replaced: "\n1\n-1", by: "\n1 1\n-1",
      error: .malformed(
        line: 18, field: "DEPOT_SECTION", text: "1", need: .onceEach(upTo: 4))),
    Refusal(
      replaced: "\n1\n-1", by: "\n9\n-1",
      error: .malformed(
        line: 18, field: "DEPOT_SECTION", text: "9", need: .onceEach(upTo: 4))),
    Refusal(
      replaced: "DEPOT_SECTION\n1\n-1\n", by: "", error: .missing(field: "DEPOT_SECTION")),
    Refusal(
      replaced: "EOF", by: "TIME_WINDOW_SECTION\n1 0 9\n2 5 4\n3 0 9\n4 0 9",
      error: .malformed(
        line: 22, field: "TIME_WINDOW_SECTION", text: "5.0 to 4.0",
        need: .openingFirst)),
    Refusal(
      replaced: "EOF", by: "SERVICE_TIME_SECTION\n1 0",
      error: .wrongCount(field: "SERVICE_TIME_SECTION", actual: 1, expected: 4)),
    Refusal(
      replaced: "EOF", by: "VEHICLES_DEPOT_SECTION\n1 2",
      error: .malformed(
        line: 21, field: "VEHICLES_DEPOT_SECTION", text: "2.0", need: .depot)),
  ]

  @Test(arguments: refusals)
  func aBrokenTextIsRefusedWithLineAndField(_ refusal: Refusal) {
    let text = (VRPLIBTests.header + VRPLIBTests.body).replacing(refusal.replaced, with: refusal.by)
    #expect(throws: refusal.error) { try VRPLIBInstance(parsing: text) }
  }

  @Test(arguments: [
    (
      "FULL_MATRIX", "0 1 2 1 0 3 2 3",
      VRPLIBError.wrongCount(
        field: "EDGE_WEIGHT_SECTION", actual: 8, expected: 9)
    ),
    (
      "LOWER_ROW", "1\n-2 3",
      .malformed(
        line: 8, field: "EDGE_WEIGHT_SECTION", text: "-2",
        need: .way)
    ),
    (
      "SPARSE", "1 2 3",
      .unsupported(
        line: 5, field: "EDGE_WEIGHT_FORMAT", value: "SPARSE",
        need: .oneOf([
          "FULL_MATRIX", "LOWER_ROW", "LOWER_DIAG_ROW", "UPPER_ROW", "UPPER_DIAG_ROW", "LOWER_COL",
          "LOWER_DIAG_COL", "UPPER_COL", "UPPER_DIAG_COL",
        ]))
    ),
  ])
  func brokenExplicitDistancesAreRefused(
    format: String, weights: String, error: VRPLIBError
  ) {
    #expect(throws: error) {
      try VRPLIBInstance(parsing: VRPLIBTests.explicit(format, weights))
    }
  }

  @Test(arguments: ["", "\n\n \t\r\n", "EOF\n", "\u{FEFF}"])
  func anEmptyTextIsRefused(text: String) {
    #expect(throws: VRPLIBError.missing(field: "DIMENSION")) { try VRPLIBInstance(parsing: text) }
  }

  @Test func moreVehiclesThanCustomersAreNotKept() throws {
    let text = (VRPLIBTests.header + VRPLIBTests.body)
      .replacing("CAPACITY", with: "VEHICLES : 1000000000\nCAPACITY")
    #expect(try VRPLIBInstance(parsing: text).problem.vehicles.count == 3)
  }
}
