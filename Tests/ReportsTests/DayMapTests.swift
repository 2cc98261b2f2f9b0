import Domain
import Foundation
import Geometry
import TestSupport
import Testing

@testable import Reports

@Suite struct DayMapTests {
  static func library() throws -> LeafletLibrary {
    try LeafletLibrary(javascript: "/* library */", stylesheet: "/* style */")
  }

  /// The data block of a page, read by another parser.
  private func data(of page: String) throws -> [String: Any] {
    let start = try #require(page.range(of: "<script type=\"application/json\" id=\"day\">"))
    let end = try #require(page[start.upperBound...].range(of: "</script>"))
    let text = page[start.upperBound..<end.lowerBound]
    return try #require(
      try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
  }

  @Test(arguments: UInt64(0)..<10)
  func everyStopComesBackFromItsStepsWithinAMetre(seed: UInt64) throws {
    let sample = try Sample(seed: seed, runCount: 3, stopCount: 20)
    let runs = try #require(
      data(of: try sample.map().html(with: Self.library()))["runs"] as? [[String: Any]])
    #expect(runs.count == 3)
    for (source, run) in zip(runs, sample.runs) {
      let base = try #require(source["base"] as? [Int])
      let flat = try #require(source["stops"] as? [Int])
      #expect(flat.count == 10 * run.stops.count)
      var place = (latitude: base[0], longitude: base[1])
      for (index, stop) in run.stops.enumerated() {
        let fields = Array(flat[(10 * index)..<(10 * index + 10)])
        place.latitude += fields[1]
        place.longitude += fields[2]
        #expect(fields[0] == stop.number)
        #expect(abs(Double(place.latitude) / 1e5 - stop.location.coordinate.latitude) <= 0.51e-5)
        #expect(abs(Double(place.longitude) / 1e5 - stop.location.coordinate.longitude) <= 0.51e-5)
        #expect(fields[3] == Int(stop.arrives.seconds) / 60)
        #expect(fields[5...].reduce(0, +) == stop.cards.count)
        #expect(fields[5 + fields[4]] > 0)
      }
    }
  }

  @Test func fiveThousandStopsStayUnderHalfAMegabyteWithoutTheLibrary() throws {
    let sample = try Sample(seed: 1, runCount: 100, stopCount: 50)
    let page = try sample.map().html(with: Self.library())
    #expect(page.utf8.count < 500_000)
  }

  @Test func thePageMayLoadNothing() throws {
    let page = try Sample(seed: 1).map().html(with: Self.library())
    #expect(page.contains("content=\"default-src &#39;none&#39;; "))
    let urls = page.matches(of: #/https?:\/\/[^\s'"<]*/#).map { String($0.output) }
    #expect(Set(urls) == ["http://www.w3.org/2000/svg"])
    #expect(!page.contains("src="))
    #expect(!page.contains("<link"))
  }

  @Test(arguments: UInt64(0)..<20)
  func hostileTextStaysData(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let text = random.hostileText(length: 20) + "</script><script>alert(1)</script>\u{2028}"
    let sample = try Sample(seed: seed, runCount: 1)
    let region = MapRegion(
      code: try known(RegionCode("18.71.03")), name: text,
      polygons: [])
    let map = DayMap(
      title: text, date: sample.runs[0].id.plan.date, regions: [region], isSketch: true, runs: [],
      attribution: text, language: .english)
    let page = map.html(with: try Self.library())
    #expect(page.ranges(of: "<script").count == 3)
    #expect(page.ranges(of: "</script").count == 3)
    #expect(!page.contains("\u{2028}"))
    let regions = try #require(data(of: page)["regions"] as? [[String: Any]])
    let name = try #require(regions[0]["name"] as? String)
    #expect(Array(name.unicodeScalars) == Array(text.unicodeScalars))
  }

  @Test(arguments: Language.allCases)
  func nobodyIsNamedAndASketchSaysThatItIsOne(language: Language) throws {
    let sample = try Sample(seed: 3, runCount: 2, stopCount: 12)
    let page = try sample.map(language: language).html(with: Self.library())
    for card in sample.cards.values {
      #expect(!page.contains(card.id.description))
      #expect(!page.contains(card.resident.nik.masked))
    }
    for name in Set(sample.cards.values.map(\.resident.name)) where name.utf8.count > 4 {
      #expect(!page.contains(name))
    }
    #expect(!showsIdentityNumber(page))
    #expect(page.contains(language == .indonesian ? "<b>SKETSA</b>" : "<b>SKETCH</b>"))
  }

  @Test func theRunsOfOneKecamatanShareNoLine() throws {
    let kecamatan = try ["18.71.01", "18.71.02", "18.71.03"].map { try known(RegionCode($0)) }
    let styles = MapPalette.styles(
      of: try (0..<72).map { try run($0 + 1, in: kecamatan[$0 / 24], metresEast: 0) })
    for start in [0, 24, 48] {
      let own = styles[start..<(start + 24)]
      #expect(Set(own).count == 24)
      #expect(own.allSatisfy((0..<MapPalette.styleCount).contains))
      for first in [start, start + 8, start + 16] {
        #expect(Set(styles[first..<(first + 8)].map { $0 % 8 }).count == 8)
      }
    }
    #expect(MapPalette.styles(of: []).isEmpty)
  }

  @Test func aColourComesBackWhereItIsFarthestAway() throws {
    let kecamatan = try known(RegionCode("18.71.01"))
    let neighbour = try known(RegionCode("18.71.02"))
    let runs = try (0..<8).map { try run($0 + 1, in: kecamatan, metresEast: 1000 * $0) }
    let styles = MapPalette.styles(
      of: try runs + [run(9, in: neighbour, metresEast: 7500), run(10, in: nil, metresEast: -500)])
    #expect(styles[..<8] == [0, 1, 2, 3, 4, 5, 6, 7])
    #expect(styles[8] == 0)
    #expect(styles[9] == 7)
  }

  struct Settlement: CustomTestStringConvertible {
    let cards: [MapStop.Status]
    let drawn: MapStop.Status
    var testDescription: String { "\(cards)" }
  }

  @Test(arguments: [
    Settlement(cards: [.delivered, .delivered], drawn: .delivered),
    Settlement(cards: [.delivered, .held], drawn: .held),
    Settlement(cards: [.held, .returned, .delivered], drawn: .returned),
    Settlement(cards: [.returned, .failed], drawn: .failed),
    Settlement(cards: [.delivered, .failed, .planned], drawn: .planned),
    Settlement(cards: [], drawn: .planned),
  ])
  func aStopIsDrawnAsItsLeastSettledCardAndCountsEach(_ settlement: Settlement) throws {
    let stop = MapStop(
      number: 1, coordinate: try place(metresEast: 0), arrives: try time("08:10"),
      cards: settlement.cards)
    #expect(stop.status == settlement.drawn)
    for status in MapStop.Status.allCases {
      #expect(stop.count(of: status) == settlement.cards.count { $0 == status })
    }
  }

  /// Decodes the lists of the page the way its program does.
  @Test func theRoadsAndTheWayOfEachRunAreThereToTheMetre() throws {
    let sample = try Sample(seed: 5, runCount: 2, stopCount: 4)
    let corners = sample.runs[0].stops.map(\.location.coordinate)
    let page = try sample.map(
      roads: [
        MapRoad(rank: .local, path: Array(corners[..<2])),
        MapRoad(rank: .main, path: Array(corners[1...])),
        MapRoad(rank: .local, path: Array(corners[2...])),
        MapRoad(rank: .local, path: [corners[0]]),
      ], alongRoads: true
    ).html(with: Self.library())
    let day = try data(of: page)
    let roads = try #require(day["roads"] as? [[Int]])
    #expect(Self.paths(roads[0]) == [Self.grid(Array(corners[1...]))])
    #expect(roads[1].isEmpty)
    #expect(
      Self.paths(roads[2]) == [Self.grid(Array(corners[..<2])), Self.grid(Array(corners[2...]))])
    let runs = try #require(day["runs"] as? [[String: Any]])
    for (run, drawn) in zip(sample.runs, runs) {
      let legs = try #require(drawn["legs"] as? [[Int]])
      let base = try known(sample.couriers.first { $0.id == run.courier }?.base)
      let way = try sample.way(of: run, from: base)
      #expect(
        legs.map { Self.paths([$0.count / 2] + $0)[0] } == way.legs.map { Self.grid($0.path) })
    }
  }

  /// Whole 1e-5 degrees: latitude and longitude.
  private static func grid(_ path: [Coordinate]) -> [[Int]] {
    path.map { [Int(($0.latitude * 1e5).rounded()), Int(($0.longitude * 1e5).rounded())] }
  }

  private static func paths(_ list: [Int]) -> [[[Int]]] {
    var paths: [[[Int]]] = []
    var (index, place) = (0, [0, 0])
    while index < list.count {
      let count = list[index]
      var path: [[Int]] = []
      for step in 0..<count {
        place = [place[0] + list[index + 1 + 2 * step], place[1] + list[index + 2 + 2 * step]]
        path.append(place)
      }
      paths.append(path)
      index += 1 + 2 * count
    }
    return paths
  }

  private func place(metresEast: Int) throws -> Coordinate {
    try Coordinate(latitude: 0, longitude: 105 + Double(metresEast) / 111_195)
  }

  private func run(_ number: Int, in kecamatan: RegionCode?, metresEast: Int) throws -> MapRun {
    let date = try known(CalendarDate(year: 2017, month: 7, day: 27))
    return MapRun(
      id: RunID(plan: PlanID(date: date, version: 1), number: number),
      courier: try known(CourierID("SP-001")), kecamatan: kecamatan, base: try place(metresEast: 0),
      stops: [
        MapStop(
          number: 1, coordinate: try place(metresEast: metresEast), arrives: try time("08:10"),
          cards: [.planned])
      ])
  }

  @Test func aLibraryThatWouldEndItsElementIsRefused() {
    #expect(throws: EmbeddingError.closesItself("script")) {
      try LeafletLibrary(javascript: "'</script>'", stylesheet: "")
    }
    #expect(throws: EmbeddingError.closesItself("style")) {
      try LeafletLibrary(javascript: "", stylesheet: "</style>")
    }
  }

  @Test func theLibrarysSourceMapIsNotAskedFor() throws {
    let library = try LeafletLibrary(
      javascript: "a()\n//# sourceMappingURL=leaflet.js.map\n", stylesheet: "")
    #expect(library.script.text == "<script>\na()\n\n</script>")
  }
}
