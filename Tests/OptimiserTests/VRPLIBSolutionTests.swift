import Optimiser
import Testing

@Suite struct VRPLIBSolutionTests {
  private static let text = VRPLIBTests.header + VRPLIBTests.body

  @Test func aSolutionIsWrittenAsItIsRead() throws {
    let instance = try VRPLIBInstance(parsing: Self.text)
    let text = "Route #1: 2 1\nRoute #2: 3\nCost 42\n"
    let answer = try instance.answer(parsing: text)
    #expect(answer.cost == 42)
    #expect(answer.solution.routes.map(\.jobs) == [[1, 0], [2]])
    #expect(answer.solution.unserved == [])
    #expect(instance.text(of: answer.solution, cost: 42) == text)
  }

  @Test(arguments: [
    "Route #1: 2 1 \r\n\r\nRoute #2: 3\r\nCost 42", "route 1 : 2 1\nROUTE #2:3\ncost: 42.0\n",
    "\u{FEFF}Found by hand\nRoute #1:\t2\t1\nRoute #2:\nRoute #3: 3\nCost : 42\nTime 12.5\n",
  ])
  func solutionsAreReadAsProgramsWriteThem(text: String) throws {
    let instance = try VRPLIBInstance(parsing: Self.text)
    let answer = try instance.answer(parsing: text)
    #expect(answer == (try instance.answer(parsing: "Route #1: 2 1\nRoute #2: 3\nCost 42\n")))
  }

  @Test(arguments: [
    (
      "Route #1: 1\nRoute #2: 4 2\n",
      VRPLIBError.malformed(
        line: 2, field: "Route", text: "4", need: .whole(1...3))
    ),
    (
      "Route #1: 0 1\n",
      .malformed(
        line: 1, field: "Route", text: "0", need: .whole(1...3))
    ),
    (
      "Route #1: 1 two\n",
      .malformed(
        line: 1, field: "Route", text: "two", need: .whole(1...3))
    ),
    (
      "\nRoute 1 2 3\n",
      .malformed(
        line: 2, field: "Route", text: "", need: .routeLine)
    ),
    ("Cost much\n", .malformed(line: 1, field: "Cost", text: "much", need: .plainNumber)),
  ])
  func aBrokenSolutionIsRefusedWithItsLine(text: String, error: VRPLIBError) throws {
    let instance = try VRPLIBInstance(parsing: Self.text)
    #expect(throws: error) { try instance.answer(parsing: text) }
  }

  @Test func moreRoutesThanAGoodPlanNeedsCanBeChecked() throws {
    let nodes = (1...40).map { "\($0) \($0) 0\n" }.joined()
    let demands = (1...40).map { "\($0) \($0 == 1 ? 0 : 1)\n" }.joined()
    let text =
      "DIMENSION : 40\nCAPACITY : 39\nEDGE_WEIGHT_TYPE : EUC_2D\nNODE_COORD_SECTION\n" + nodes
      + "DEMAND_SECTION\n" + demands + "DEPOT_SECTION\n1\n"
    let instance = try VRPLIBInstance(parsing: text)
    let routes = (1...39).map { "Route #\($0): \($0)\n" }.joined()
    let answer = try instance.answer(parsing: routes + "Cost \(39 * 40)\n")
    #expect(Checker.violations(of: answer.solution, in: instance.problem) != [])
    let larger = try instance.allowing(routes: answer.solution.routes.count).problem
    let claimed = try Objective(unservedByTier: [0], cost: #require(answer.cost))
    #expect(Checker.violations(of: answer.solution, in: larger, claiming: claimed) == [])
  }

  /// Where depots differ the k-th line is the k-th vehicle's, so empty routes are written.
  @Test func routesOfSeveralDepotsKeepTheirVehicles() throws {
    let instance = try VRPLIBInstance(parsing: VRPLIBTests.twoDepots)
    let solution = Solution(
      routes: [Route(vehicle: 1, jobs: [0]), Route(vehicle: 2, jobs: [1])], unserved: [])
    let text = "Route #1:\nRoute #2: 2\nRoute #3: 3\nCost 30\n"
    #expect(instance.text(of: solution, cost: 30) == text)
    #expect(try instance.answer(parsing: text).solution == solution)
  }

  @Test func costsWithTimeWindowsHaveOneDecimal() throws {
    let windows = (1...4).map { "\($0) 0 100\n" }.joined()
    let instance = try VRPLIBInstance(
      parsing: Self.text.replacing("EOF", with: "TIME_WINDOW_SECTION\n" + windows))
    let answer = try instance.answer(parsing: "Route #1: 1\nCost 1637.7\n")
    #expect(answer.cost == 16_377)
    #expect(instance.text(of: answer.solution, cost: 16_377).hasSuffix("Cost 1637.7\n"))
  }
}
