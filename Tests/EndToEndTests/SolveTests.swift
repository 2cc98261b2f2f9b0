import Foundation
import Testing

/// `solve` and `check` on files of other programs, as those programs use them.
@Suite struct SolveTests {
  private static let square = """
    NAME : square
    TYPE : CVRP
    DIMENSION : 5
    EDGE_WEIGHT_TYPE : EUC_2D
    CAPACITY : 2
    NODE_COORD_SECTION
    1 0 0
    2 0 10
    3 1 10
    4 10 0
    5 10 1
    DEMAND_SECTION
    1 0
    2 1
    3 1
    4 1
    5 1
    DEPOT_SECTION
    1
    -1
    EOF

    """

  private static let jobs = """
    {"vehicles": [{"id": 4, "start_index": 0, "end_index": 0, "capacity": [2],
       "breaks": [{"id": 1, "service": 60, "time_windows": [[0, 5000]]}]}],
     "jobs": [{"id": 71, "location_index": 1, "delivery": [1]},
       {"id": 72, "location_index": 2, "delivery": [1]},
       {"id": 73, "location_index": 2, "delivery": [3]}],
     "matrices": {"car": {"durations": [[0, 100, 200], [100, 0, 100], [200, 100, 0]]}}}
    """

  @Test func aBenchmarkIsSolvedAndItsSolutionIsSound() throws {
    let program = try Program()
    defer { program.remove() }
    try program.write(Self.square, to: "square.vrp")
    let summary = try program.succeed(
      "solve", "square.vrp", "--iterations", "400", "--out", "square.sol", "--trace", "trace.csv")
    #expect(summary.hasPrefix("cost 42, 2 routes, 4 stops, 0 left out; 400 steps"))
    let solution = try program.read("square.sol")
    #expect(solution.hasSuffix("Cost 42\n"))
    #expect(try program.succeed("check", "square.vrp", "square.sol").contains("is sound"))
    let trace = try program.read("trace.csv").split(separator: "\n")
    #expect(trace.first == "cpu_seconds,wall_seconds,steps,left_out,cost")
    #expect(trace.last?.hasSuffix(",0,42") ?? false)
    #expect(
      try program.succeed("solve", "square.vrp", "--iterations", "400", "--seed", "1") == solution)
    #expect(
      try program.succeed(
        "solve", "square.vrp", "--iterations", "0", "--warm", "square.sol") == solution)
  }

  @Test func aTargetEndsTheSearch() throws {
    let program = try Program()
    defer { program.remove() }
    try program.write(Self.square, to: "square.vrp")
    let outcome = try program.run("solve", "square.vrp", "--time", "1m", "--target", "42")
    #expect(outcome.status == 0)
    #expect(outcome.errors.contains("cost 42"))
  }

  @Test func interruptedItWritesTheBestSoFar() throws {
    let program = try Program()
    defer { program.remove() }
    try program.write(Self.square, to: "square.vrp")
    let outcome = try program.interrupt(
      when: { $0.contains("cost 42") },
      ["solve", "square.vrp", "--time", "1m", "--progress", "--out", "square.sol"])
    #expect(outcome.status == 130, "\(outcome)")
    #expect(try program.read("square.sol").hasSuffix("Cost 42\n"))
  }

  @Test func aWrongSolutionIsToldRuleByRule() throws {
    let program = try Program()
    defer { program.remove() }
    try program.write(Self.square, to: "square.vrp")
    try program.write("Route #1: 1 2 3\nCost 41\n", to: "wrong.sol")
    let outcome = try program.run("check", "square.vrp", "wrong.sol")
    #expect(outcome.status == 1)
    #expect(
      outcome.output == """
        - customer 4 (node 5) is in no route
        - route 1 carries 3 (dimension 1), it has room for 2
        - the cost is claimed to be 41, it is 34

        """)
    #expect(outcome.errors == "hantar: wrong.sol: 3 rules are broken\n")
  }

  @Test func aStopTooLargeIsLeftOutWithAReason() throws {
    let program = try Program()
    defer { program.remove() }
    try program.write(Self.square.replacing("5 1\nDEPOT", with: "5 9\nDEPOT"), to: "square.vrp")
    let outcome = try program.run("solve", "square.vrp", "--iterations", "100")
    #expect(outcome.status == 0)
    #expect(
      outcome.errors.contains("left out: customer 4 (node 5): room is missing for 7 (4 vehicles)"))
    let json = try program.succeed("solve", "square.vrp", "--iterations", "100", "--json")
    #expect(json.contains("\"cause\": \"load\""))
  }

  @Test func jobsOfAnotherProgramAreSolvedAndItsClientsUnderstandTheAnswer() throws {
    let program = try Program()
    defer { program.remove() }
    try program.write(Self.jobs, to: "jobs.json")
    let plan = try program.succeed("solve", "jobs.json", "--iterations", "200")
    #expect(
      plan == """
        {"code":0,"summary":{"cost":400,"routes":1,"unassigned":1,"delivery":[2],"pickup":[0],\
        "setup":0,"service":60,"duration":400,"waiting_time":0,"priority":0,"violations":[],\
        "computing_times":{"loading":0,"solving":0,"routing":0}},\
        "unassigned":[{"id":73,"type":"job","location_index":2,"reasons":[{"cause":"load",\
        "sentence":"room is missing for 1","vehicles":[4]}]}],\
        "routes":[{"vehicle":4,"cost":400,"delivery":[2],"pickup":[0],"setup":0,"service":60,\
        "duration":400,"waiting_time":0,"priority":0,"steps":[\
        {"type":"start","location_index":0,"setup":0,"service":0,"waiting_time":0,"load":[2],\
        "arrival":0,"duration":0,"violations":[]},\
        {"type":"job","id":71,"location_index":1,"setup":0,"service":0,"waiting_time":0,\
        "load":[1],"arrival":100,"duration":100,"violations":[]},\
        {"type":"job","id":72,"location_index":2,"setup":0,"service":0,"waiting_time":0,\
        "load":[0],"arrival":200,"duration":200,"violations":[]},\
        {"type":"break","id":1,"setup":0,"service":60,"waiting_time":0,"load":[0],\
        "arrival":200,"duration":200,"violations":[]},\
        {"type":"end","location_index":0,"setup":0,"service":0,"waiting_time":0,"load":[0],\
        "arrival":460,"duration":400,"violations":[]}],"violations":[]}]}

        """)
    try program.write(plan, to: "plan.json")
    #expect(
      try program.succeed("check", "jobs.json", "plan.json")
        == "plan.json is sound: 1 routes, 2 stops, cost 400.\n")
    try program.write(plan.replacing("\"id\":72", with: "\"id\":73"), to: "wrong.json")
    let outcome = try program.run("check", "jobs.json", "wrong.json")
    #expect(outcome.status == 1)
    #expect(outcome.output.contains("- job 72 is neither visited nor in unassigned"))
    #expect(outcome.output.contains("- vehicle 4, start: a load of 4 (dimension 1)"))
  }

  @Test func distancesBeyondAllCountingAreRefusedInTheReadersLanguage() throws {
    let program = try Program()
    defer { program.remove() }
    try program.write(Self.square.replacing("3 1 10", with: "3 1 999999999"), to: "square.vrp")
    let outcome = try program.run("solve", "square.vrp", "--lang", "id")
    #expect(outcome.status == 65)
    #expect(outcome.errors.contains("waktu tempuh"), "\(outcome.errors)")
    #expect(!outcome.errors.contains("travel times"), "\(outcome.errors)")
  }

  @Test func aFileThatCannotBeUsedIsRefusedForPeopleAndPrograms() throws {
    let program = try Program()
    defer { program.remove() }
    try program.write(Self.square.replacing("3 1 10", with: "3 1 inf"), to: "square.vrp")
    let text = try program.run("solve", "square.vrp")
    #expect(text.status == 65)
    #expect(
      text.errors == """
        hantar: square.vrp: line 9: “inf” is not a usable NODE_COORD_SECTION; use a plain number

        """)
    #expect(text.output.isEmpty)
    try program.write("{\"jobs\": [], \"shipments\": [{}]}", to: "jobs.json")
    let json = try program.run("solve", "jobs.json")
    #expect(json.status == 65)
    #expect(
      json.output == """
        {"code":2,"error":"shipments: shipments are not supported; only jobs are, each with a \
        delivery, a pickup or both"}

        """)
    #expect(try program.run("solve", "none.vrp").status == 66)
    #expect(try program.run("solve", "square.vrp", "--time", "soon").status == 64)
    #expect(try program.run("check", "square.vrp").status == 65)
  }
}
