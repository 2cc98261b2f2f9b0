import Optimiser
import Testing
import Vroom

@Suite struct VroomRefusalTests {
  struct Refusal: CustomTestStringConvertible {
    var replaced: String
    var by: String
    var error: VroomError
    var testDescription: String { "\(error)" }
  }

  private static let amount = VroomNeed.whole(0...1 << 30)
  private static let refusals = [
    Refusal(replaced: "\"jobs\"", by: "\"tasks\"", error: .missing(path: "jobs")),
    Refusal(replaced: "\"vehicles\"", by: "\"vans\"", error: .missing(path: "vehicles")),
    Refusal(
      replaced: "\"id\": 12", by: "\"id\": 11", error: .repeatedID(path: "jobs[1]", id: 11)),
    Refusal(
      replaced: "\"id\": 12", by: "\"id\": \"12\"",
      error: .malformed(
        path: "jobs[1].id", found: "\"12\"", need: .whole(0...Int.max))),
    Refusal(replaced: "\"id\": 12,", by: "", error: .missing(path: "jobs[1].id")),
    Refusal(
      replaced: "\"location_index\": 2,", by: "", error: .missing(path: "jobs[1].location_index")),
    Refusal(
      replaced: "\"location_index\": 2,", by: "\"location_index\": 4,",
      error: .malformed(path: "jobs[1].location_index", found: "4", need: .whole(0...3))),
    Refusal(
      replaced: "\"start_index\": 0, \"end_index\": 0,", by: "",
      error: .missing(path: "vehicles[0].start")),
    Refusal(
      replaced: "\"end_index\": 0,", by: "\"end_index\": 9,",
      error: .malformed(path: "vehicles[0].end_index", found: "9", need: .whole(0...3))),
    Refusal(
      replaced: "\"service\": 100, \"pickup\"", by: "\"service\": -1, \"pickup\"",
      error: .malformed(path: "jobs[1].service", found: "-1", need: amount)),
    Refusal(
      replaced: "[0, 3]", by: "[0, 3, 1]",
      error: .malformed(path: "jobs[1].pickup", found: "[0, 3, 1]", need: .count(2))),
    Refusal(
      replaced: "\"capacity\": [4, 9],", by: "",
      error: .missing(path: "vehicles[0].capacity")),
    Refusal(
      replaced: "[400, 450]", by: "[450, 400]",
      error: .malformed(
        path: "jobs[0].time_windows[0]", found: "[450,400]", need: .timeWindow)),
    Refusal(
      replaced: "[400, 450]", by: "[400, 5000]",
      error: .malformed(
        path: "jobs[0].time_windows", found: "[[400,5000],[5000,5100]]", need: .windowsApart)),
    Refusal(
      replaced: "\"priority\": 3", by: "\"priority\": 101",
      error: .malformed(path: "jobs[0].priority", found: "101", need: .whole(0...100))),
    Refusal(
      replaced: "1.25", by: "7.5",
      error: .malformed(
        path: "vehicles[0].speed_factor", found: "7.5", need: .number(0.01...5))),
    Refusal(
      replaced: "[[2000, 2100]]", by: "[[2000, 2100], [3000, 3100]]",
      error: .unsupported(
        path: "vehicles[0].breaks[0].time_windows", .severalBreakWindows)),
    Refusal(
      replaced: "[[2000, 2100]]", by: "[[8990, 9999]]",
      error: .unsupported(path: "vehicles[0].breaks[0]", .breaksWithoutRoom)),
    Refusal(
      replaced: "\"service\": 50,", by: "\"service\": 50, \"max_load\": [1, 1],",
      error: .unsupported(path: "vehicles[0].breaks[0].max_load", .maximumLoad)),
    Refusal(
      replaced: "\"jobs\": [", by: "\"shipments\": [{\"amount\": [1]}], \"jobs\": [",
      error: .unsupported(path: "shipments", .shipments)),
    Refusal(
      replaced: "\"setup\": 30", by: "\"setup_per_type\": {\"van\": 30}",
      error: .unsupported(path: "jobs[0].setup_per_type", .timesByVehicleType)),
    Refusal(
      replaced: "\"description\": \"van\"", by: "\"profile\": \"bike\"",
      error: .missing(path: "matrices.bike")),
    Refusal(
      replaced: "[[0, 100, 200, 300]", by: "[[0, 100, 200]",
      error: .malformed(
        path: "matrices.car.durations[0]", found: "[0,100,200]", need: .count(4))),
    Refusal(
      replaced: "[[0, 100, 200, 300]", by: "[[0, 100, -200, 300]",
      error: .malformed(
        path: "matrices.car.durations[0][2]", found: "-200", need: .whole(0...1 << 29))),
    Refusal(
      replaced: "\"distances\"", by: "\"lengths\"",
      error: .unsupported(path: "vehicles[0].costs.per_km", .noDistances)),
    Refusal(
      replaced: "\"distances\"", by: "\"costs\"",
      error: .unsupported(path: "vehicles[0]", .costsMatrixAndPrices)),
    Refusal(
      replaced: "\"max_tasks\": 5", by: "\"steps\": [{\"type\": \"job\", \"id\": 99}]",
      error: .malformed(path: "vehicles[0].steps[0].id", found: "99", need: .jobID)),
    Refusal(
      replaced: "\"max_tasks\": 5", by: "\"steps\": [{\"type\": \"break\", \"id\": 4}]",
      error: .malformed(path: "vehicles[0].steps[0].id", found: "4", need: .breakID)),
    Refusal(
      replaced: "\"max_tasks\": 5", by: "\"steps\": [{\"type\": \"pickup\", \"id\": 4}]",
      error: .unsupported(path: "vehicles[0].steps[0].type", .shipments)),
    Refusal(
      replaced: "\"max_tasks\": 5", by: "\"steps\": [{\"type\": \"nap\"}]",
      error: .malformed(
        path: "vehicles[0].steps[0].type", found: "\"nap\"",
        need: .oneOf(["start", "job", "break", "end"]))),
    Refusal(
      replaced: "[400, 450], [5000, 5100]", by: "[400, 450], [9000000000, 9000000001]",
      error: .unsupported(path: "jobs[0]", .momentsTooFarApart)),
  ]

  @Test(arguments: refusals)
  func aBrokenFileIsRefusedWithThePath(_ refusal: Refusal) {
    let text = Samples.rich.replacing(refusal.replaced, with: refusal.by)
    #expect(text != Samples.rich)
    #expect(throws: refusal.error) { try Samples.instance(text) }
  }

  @Test(arguments: [
    ("{\"vehicles\": [], \"jobs\": []}", "jobs"),
    ("{\"vehicles\": [], \"jobs\": [{\"id\": 1, \"location\": [1, 2]}]}", "vehicles"),
  ])
  func anEmptyListIsRefused(text: String, path: String) {
    #expect(throws: VroomError.malformed(path: path, found: "[]", need: .entries)) {
      try Samples.instance(text)
    }
  }

  @Test func pricesOfWorkMustNotDiffer() {
    let text = """
      {"vehicles": [{"id": 1, "start_index": 0},
         {"id": 2, "start_index": 0, "costs": {"per_task_hour": 5}}],
       "jobs": [{"id": 1, "location_index": 1}], \(Samples.matrices)}
      """
    #expect(
      throws: VroomError.unsupported(
        path: "vehicles[1].costs.per_task_hour", .differingTaskPrices)
    ) { try Samples.instance(text) }
  }

  @Test(arguments: [
    ("", 1, 1, JSONFault.endOfText), ("{\"a\": 1,\n}", 2, 1, .unexpected(UInt8(ascii: "}"))),
    ("{\"a\": 1, \"a\": 2}", 1, 13, .repeatedKey("a")), ("[1, 2", 1, 6, .endOfText),
    ("{\"a\": NaN}", 1, 7, .unexpected(UInt8(ascii: "N"))), ("[01]", 1, 4, .number),
    ("[1e999]", 1, 7, .number), ("[1.]", 1, 4, .number), ("[\"\\x\"]", 1, 5, .string),
    ("[\"\\uD800\"]", 1, 9, .string), ("{} {}", 1, 4, .unexpected(UInt8(ascii: "{"))),
    ("[\"a\nb\"]", 1, 4, .string),
    (String(repeating: "[", count: 1_000), 1, 65, .nesting(allowed: 64)),
  ])
  func whatIsNoJSONIsRefusedWithItsPlace(
    text: String, line: Int, column: Int, fault: JSONFault
  ) {
    #expect(throws: VroomError.notJSON(line: line, column: column, fault)) {
      try Samples.instance(text)
    }
  }
}
