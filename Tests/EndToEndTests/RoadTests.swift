import Foundation
import Testing

/// Roads and boats, from the file of a map to the sheet in the courier's hand.
@Suite struct RoadTests {
  @Test func aDayFollowsTheRoadsFromThePlanToThePaper() throws {
    let program = try Program()
    defer { program.remove() }
    try program.makeOffice(cards: 60, couriers: 3)
    let straight = try program.plan()
    #expect(straight.contains("2017-07-27-1"))

    try program.write(StreetGrid().xml, to: "roads.osm")
    let report = try program.succeed("import", "roads", "-C", "office", "roads.osm")
    #expect(report.contains("88"), "\(report)")
    try program.plan()
    let measured = try program.measured("2017-07-27-2")
    #expect(measured["legsWithoutWay"] == 0)
    let distances = try program.json("run", "list", "-C", "office", "--date", "2017-07-27")
      .compactMap { $0["metres"] as? Int }
    if !distances.isEmpty { #expect(abs(distances.reduce(0, +) - (measured["metres"] ?? 0)) < 50) }
    #expect(
      try program.succeed("check", "-C", "office", "2017-07-27-2").contains("2017-07-27-2"))
    let before = try #require(try program.measured("2017-07-27-1")["travelSeconds"])
    #expect(try #require(measured["travelSeconds"]) <= before)

    try program.succeed(
      "run", "print", "-C", "office", "--date", "2017-07-27", "--directions", "--out", "out")
    let sheets = try program.read("out/run-sheets-2017-07-27-2.html")
    #expect(sheets.contains("Jalan Tegak"))
    #expect(sheets.contains("Berangkat di Jalan ") || sheets.contains("Set off along Jalan "))
    try program.succeed(
      "run", "export", "-C", "office", "--date", "2017-07-27", "--format", "gpx", "--out", "out")
    let run = try #require(try program.runs().first)
    #expect(try program.read("out/gpx/\(run).gpx").contains("<trkpt"))
    try program.succeed("report", "map", "-C", "office", "--date", "2017-07-27", "--out", "out")
    let map = try program.read("out/map-2017-07-27.html")
    #expect(map.contains("OpenStreetMap"))
    #expect(map.contains("\"legs\":[["))
  }

  struct Refusal: CustomTestStringConvertible {
    let name: String
    let text: String
    /// What the message names besides the file.
    let says: String
    var testDescription: String { name }
  }

  @Test(arguments: [
    Refusal(name: "empty.osm", text: "", says: "empty"),
    Refusal(name: "page.osm", text: "<!DOCTYPE html><html></html>", says: "web page"),
    Refusal(
      name: "cut.osm", text: String(StreetGrid().xml.prefix(60_000)), says: "line"),
    Refusal(
      name: "elsewhere.osm", text: StreetGrid(south: 41.1, west: -8.7).xml,
      says: "Kota Bandar Lampung"),
    Refusal(
      name: "bare.osm",
      text: "<osm version=\"0.6\"><node id=\"1\" lat=\"-5.4\" lon=\"105.2\"/></osm>",
      says: "no roads"),
  ])
  func aMapThatIsNoneIsRefusedAndTheRoadsStay(_ refusal: Refusal) throws {
    let program = try Program()
    defer { program.remove() }
    try Regency.copy(to: program)
    try program.write(refusal.text, to: refusal.name)
    let outcome = try program.run(
      "import", "roads", "-C", "office", refusal.name, "--lang", "en")
    #expect(outcome.status == 65, "\(outcome)")
    #expect(outcome.errors.contains(refusal.name) && outcome.errors.contains(refusal.says))
    let left = try FileManager.default.contentsOfDirectory(atPath: program.path("office"))
    #expect(!left.contains { $0.hasPrefix("roads") }, "\(left)")
  }

  @Test func aProfileWithAnUnknownWordNamesItsLineAndTheNearestWord() throws {
    let program = try Program()
    defer { program.remove() }
    try Regency.copy(to: program)
    try program.write(StreetGrid().xml, to: "roads.osm")
    try program.write("name mine\nreference-speed 20\nspeed residental 18\n", to: "mine.profile")
    let outcome = try program.run(
      "import", "roads", "-C", "office", "roads.osm", "--profile", "mine.profile", "--lang", "en")
    #expect(outcome.status == 65, "\(outcome)")
    #expect(outcome.errors.contains("mine.profile: line 3"))
    #expect(outcome.errors.contains("residential"))
  }

  @Test func aDamagedNetworkIsNamedAndNotPlannedWith() throws {
    let program = try Program()
    defer { program.remove() }
    try program.makeOffice(cards: 10, couriers: 1)
    try program.write(StreetGrid().xml, to: "roads.osm")
    try program.succeed(
      "import", "roads", "-C", "office", "roads.osm", "--profile",
      Program.repository.appending(path: "maps/profiles/motorcycle.profile").path)
    let file = program.folder.appending(path: "office/roads/motorcycle.roads")
    var bytes = try Data(contentsOf: file)
    bytes[bytes.count / 2] ^= 1
    try bytes.write(to: file)
    let outcome = try program.run("plan", "-C", "office", "--date", "2017-07-27", "--lang", "en")
    #expect(outcome.status == 65, "\(outcome)")
    #expect(outcome.errors.contains("motorcycle.roads"))
    #expect(outcome.errors.contains("import the map again"))
  }

  private static let header =
    "route,pier,pier_latitude,pier_longitude,island,island_pier,island_pier_latitude,"
    + "island_pier_longitude,kind,days,departures,duration_minutes,returns,capacity,source\n"

  @Test(arguments: [
    ("A,Pier,-5.45,105.26,B,Pier,-5.60,105.30,scheduled,funday,08:00,60,15:00,4,x", "days"),
    ("A,Pier,-5.45,105.26,B,Pier,-5.60,105.30,scheduled,daily,08:00,0,15:00,4,x", "duration"),
    ("A,Pier,-5.45,105.26,B,Pier,-5.60,105.30,scheduled,daily,08:00,60,15:00,0,x", "capacity"),
  ])
  func aTimetableThatNoBoatCanKeepIsRefusedWhole(row: String, field: String) throws {
    let program = try Program()
    defer { program.remove() }
    try Regency.copy(to: program)
    try program.write(Self.header + row + "\n", to: "sailings.csv")
    let outcome = try program.run(
      "import", "sailings", "-C", "office", "sailings.csv", "--lang", "en")
    #expect(outcome.status == 65, "\(outcome)")
    #expect(outcome.errors.contains("sailings.csv: line 2, \(field)"), "\(outcome)")
    #expect(outcome.errors.contains("did not change"))
    #expect(try program.json("roads", "sailings", "-C", "office").isEmpty)
  }
}

extension Program {
  /// What a plan comes to on the roads.
  fileprivate func measured(_ plan: String) throws -> [String: Int] {
    let outcome = try run("roads", "measure", "-C", "office", plan, "--json")
    try #require(outcome.status == 0, "\(outcome)")
    let value = try JSONSerialization.jsonObject(with: Data(outcome.output.utf8))
    return try #require(value as? [String: Any]).compactMapValues { $0 as? Int }
  }
}
