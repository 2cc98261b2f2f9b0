import Optimiser
import Testing
import Vroom

@Suite struct VroomPlanTests {
  @Test func aPlanIsWrittenAsVroomWritesIt() throws {
    let instance = try Samples.instance(Samples.rich)
    let plan = try Samples.plan(instance)
    let json = instance.json(of: plan, times: VroomComputingTimes(loading: 0, solving: 0))
    let start = """
      {"type":"start","location_index":0,"setup":0,"service":0,"waiting_time":0,"load":[1,0],\
      "arrival":370,"duration":0,"distance":0,"violations":[]}
      """
    #expect(json.text.contains(start))
    #expect(
      json.text
        == """
        {"code":0,"summary":{"cost":178,"routes":1,"unassigned":1,"delivery":[1,0],"pickup":[0,3],\
        "setup":30,"service":250,"duration":320,"waiting_time":1080,"priority":3,"distance":4000,\
        "violations":[],"computing_times":{"loading":0,"solving":0,"routing":0}},\
        "unassigned":[{"id":13,"type":"job","description":"nobody can","location_index":3,\
        "reasons":[]}],\
        "routes":[{"vehicle":7,"cost":178,"description":"van","delivery":[1,0],"pickup":[0,3],\
        "setup":30,"service":250,"duration":320,"waiting_time":1080,"priority":3,"distance":4000,\
        "steps":[\(start),\
        {"type":"job","id":11,"location_index":1,"setup":30,"service":100,"waiting_time":0,\
        "load":[0,0],"arrival":450,"duration":80,"distance":1000,"violations":[]},\
        {"type":"job","id":12,"location_index":2,"setup":0,"service":100,"waiting_time":0,\
        "load":[0,3],"arrival":660,"duration":160,"distance":2000,"violations":[]},\
        {"type":"break","id":1,"description":"lunch","setup":0,"service":50,"waiting_time":1080,\
        "load":[0,3],"arrival":920,"duration":320,"distance":2000,"violations":[]},\
        {"type":"end","location_index":0,"setup":0,"service":0,"waiting_time":0,"load":[0,3],\
        "arrival":2050,"duration":320,"distance":4000,"violations":[]}],"violations":[]}]}

        """.dropLast())
  }

  /// Whatever is drawn, the search's plan keeps the rules of the file as the file itself counts.
  @Test(arguments: UInt64(0)..<30)
  func plansOfTheSearchKeepTheRulesOfTheFile(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let instance = try Samples.instance(RandomFile.text(using: &random))
    let solution = Solver(instance.problem).solve(SearchParameters(iterations: 100, seed: seed))
    let plan = try instance.plan(of: solution)
    for route in plan.routes { #expect(route.violations == [], "seed \(seed): \(route)") }
    let json = instance.json(of: plan, times: VroomComputingTimes(loading: 0, solving: 0))
    let check = try VroomCheck(of: Array(json.text.utf8), in: instance)
    #expect(check.findings == [])
    #expect(check.plan == plan)
  }

  /// Where nothing is rounded, the search minimises what the file asks for.
  @Test(arguments: UInt64(0)..<15)
  func theSearchCountsTheCostOfTheFile(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let text = RandomFile.text(using: &random, hasSpeeds: false)
    let instance = try Samples.instance(text)
    let solution = Solver(instance.problem).solve(SearchParameters(iterations: 30, seed: seed))
    let plan = try instance.plan(of: solution)
    let cost = try instance.problem.objective(of: solution).cost
    #expect(abs(instance.fileCost(of: cost) - Double(plan.cost)) <= Double(plan.routes.count))
  }

  @Test func setupIsPaidOncePerPlace() throws {
    let text = """
      {"vehicles": [{"id": 1, "start_index": 1}], "jobs": [
         {"id": 1, "location_index": 1, "setup": 30, "service": 5},
         {"id": 2, "location_index": 2, "setup": 30, "service": 5},
         {"id": 3, "location_index": 2, "setup": 30, "service": 5}], \(Samples.matrices)}
      """
    let route = try Samples.plan(try Samples.instance(text)).routes[0]
    #expect(route.steps.map(\.setup) == [0, 0, 30, 0, 0])
    #expect(route.steps.map(\.arrival) == [0, 0, 105, 140, 145])
  }

  @Test func theWarmStartIsTheStepsOfTheFile() throws {
    let text = Samples.rich.replacing(
      "\"max_tasks\": 5",
      with: """
        "steps": [{"type": "start"}, {"type": "job", "id": 12, "service_after": 5},
          {"type": "break", "id": 1}, {"type": "job", "id": 11}, {"type": "end"}]
        """)
    let instance = try Samples.instance(text)
    #expect(
      instance.warmStart
        == Solution(routes: [Route(vehicle: 0, jobs: [1, 0])], unserved: [2]))
    #expect(instance.solvingNotes == [.stepTimesUnused(path: "vehicles[0].steps")])
  }

  @Test func theSameInputGivesTheSameBytes() throws {
    var random = SplitMix64(seed: 4)
    let instance = try Samples.instance(RandomFile.text(using: &random))
    let texts = try (0..<2).map { _ in
      instance.json(
        of: try Samples.plan(instance), times: VroomComputingTimes(loading: 0, solving: 0)
      ).text
    }
    #expect(texts[0] == texts[1])
  }
}
