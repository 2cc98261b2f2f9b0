import Domain
import Geometry
import Planning
import Testing

/// Pulau Legundi in Kabupaten Pesawaran: a desa on an island without a public boat, nine nautical
/// miles from the pier of Ketapang, to which people ride on fishing boats.
///
/// Codes, names and points are real; the coast is drawn with a few corners, and people and couriers
/// are invented.
@Suite struct LegundiTests {
  private static func place(_ latitude: Double, _ longitude: Double) throws -> Coordinate {
    try Coordinate(latitude: latitude, longitude: longitude)
  }

  private static func code(_ text: String) throws -> RegionCode { try #require(RegionCode(text)) }

  private static func gazetteer() throws -> Gazetteer {
    func region(
      _ text: String, _ name: String, _ kind: Region.Kind, _ area: Double, _ people: Int,
      _ latitude: Double, _ longitude: Double
    ) throws -> Region {
      Region(
        code: try code(text), name: name, kind: kind, areaSquareKilometres: area,
        population: people, pointInside: try place(latitude, longitude))
    }
    return try Gazetteer([
      region("18.09", "Pesawaran", .kabupaten, 1286.8, 501_047, -5.4200, 105.0700),
      region("18.09.06", "Punduh Pidada", .kecamatan, 93.5, 18_000, -5.7365, 105.1516),
      region("18.09.06.2004", "Sukajaya Pidada", .desa, 1.75, 726, -5.736539, 105.151609),
      region("18.09.06.2019", "Pulau Legundi", .desa, 24.39, 2542, -5.814407, 105.292923),
      region("18.09.10", "Teluk Pandan", .kecamatan, 100.0, 40_000, -5.5100, 105.2300),
      region("18.09.10.2001", "Batu Menyan", .desa, 18.7, 2542, -5.55815, 105.195354),
    ])
  }

  private static func land() throws -> LandMasses {
    func shape(_ corners: [(Double, Double)]) throws -> Shape {
      let ring = try Ring((corners + corners.prefix(1)).map { try place($0.0, $0.1) })
      return try Shape(polygons: [Polygon(exterior: ring)])
    }
    return try LandMasses(union: [
      shape([
        (-5.12, 104.93), (-5.12, 105.25), (-5.50, 105.27), (-5.5887, 105.2398),
        (-5.68, 105.20), (-5.80, 105.21), (-5.80, 105.10), (-5.60, 104.98),
      ]),
      shape([
        (-5.802, 105.293), (-5.790, 105.285), (-5.800, 105.228), (-5.841, 105.230),
        (-5.836, 105.300),
      ]),
    ])
  }

  /// What `maps/18.09_kabupaten-pesawaran/sailings.csv` says.
  private static func sailing() throws -> Sailing {
    try Sailing(
      route: "Ketapang–Pulau Legundi",
      pier: Sailing.Pier(name: "Dermaga Ketapang", coordinate: place(-5.5887, 105.2392)),
      island: "Pulau Legundi",
      islandPier: Sailing.Pier(name: "Pulau Legundi", coordinate: place(-5.8020, 105.2920)),
      timetable: .charter(
        departures: Samples.time("06:00")...Samples.time("13:00"),
        returns: Samples.time("08:00")...Samples.time("16:00")),
      minutesOut: 90, boardingMinutes: 30, capacity: 6, allowsOvernight: true,
      note: "tanyakan ombak")
  }

  private static func courier(
    _ number: Int, at base: Coordinate, skills: Set<Skill> = [.boat]
  ) throws -> Courier {
    try Samples.courier(number).with(skills: skills, base: base)
  }

  /// Six cards in three houses of the desa, and two that only its point is known of.
  private static func cards() throws -> [Card] {
    try (0..<8).map { number in
      let house = try place(-5.8100 - Double(number / 2) * 0.002, 105.2900)
      return try card(
        number + 1, in: "18.09.06.2019",
        Location(
          coordinate: number < 6 ? house : place(-5.814407, 105.292923),
          source: number < 6 ? .house : .desa))
    }
  }

  private static func card(
    _ serial: Int, in desa: String, _ location: Location
  ) throws -> Card {
    let sample = try Samples.card(serial)
    let resident = sample.resident
    return Card(
      id: CardID(regency: try code("18.09"), year: 2017, serial: serial),
      resident: Resident(
        nik: resident.nik, name: resident.name, birthDate: resident.birthDate,
        sex: resident.sex, familyCard: nil,
        address: Address(street: "Dusun Selesung", desa: try code(desa)), phone: nil),
      request: sample.request, urgency: sample.urgency, requestedOn: sample.requestedOn,
      printedOn: sample.printedOn, channel: .door, location: location)
  }

  private static func plan(_ cards: [Card], _ couriers: [Courier]) throws -> Plan {
    let gazetteer = try gazetteer()
    let planner = try Planner(
      gazetteer: gazetteer, couriers: couriers, travel: StraightLineTravel(gazetteer),
      sailings: [sailing()], land: land(), options: PlanOptions(stepsPerStop: 10))
    return try planner.plan(cards: cards, id: PlanID(date: Coast.day(), version: 1))
  }

  @Test func aCourierFromTheCoastServesTheIslandInADay() throws {
    let hanura = try Self.place(-5.5165, 105.2440)
    let plan = try Self.plan(Self.cards(), [Self.courier(1, at: hanura)])
    #expect(plan.leftOut.isEmpty)
    let run = try #require(plan.runs.first)
    #expect(run.kecamatan?.description == "18.09.06")
    #expect(run.cardCount == 8)
    #expect(run.crossings.map(\.boat) == [.charter, .charter])
    #expect(run.crossings.map(\.daysLater) == [0, 0])
    #expect(run.leaves == (try Samples.time("08:00")))
    // An hour on the road of the coast, half an hour to find a boat, an hour and a half on it.
    #expect(
      (try Samples.time("10:00")...(Samples.time("11:00"))).contains(run.crossings[0].arrives))
    #expect(run.returns <= (try Samples.time("16:00")))
    #expect(run.stops.allSatisfy { $0.desa.description == "18.09.06.2019" })
  }

  @Test func aCourierFromTheCapitalOfTheRegencyStaysOvernight() throws {
    let gedongTataan = try Self.place(-5.3763, 105.0790)
    let plan = try Self.plan(Self.cards(), [Self.courier(1, at: gedongTataan)])
    let run = try #require(plan.runs.first)
    #expect(run.crossings.map(\.daysLater) == [0, 1])
    #expect(run.overnightUntil == (try Coast.day(1)))
    #expect(run.crossings[1].departs == (try Samples.time("08:00")))
    #expect(run.returns <= (try Samples.time("16:00")))
  }

  @Test func theIslandAndTheMainlandOfItsKecamatanAreRunsOfTheirOwn() throws {
    let ashore = try (0..<3).map { number in
      try Self.card(
        100 + number, in: "18.09.06.2004",
        Location(
          coordinate: Self.place(-5.7365 - Double(number) * 0.001, 105.1516), source: .house))
    }
    let base = try Self.place(-5.65, 105.19)
    let couriers = try [
      Self.courier(1, at: base), Self.courier(2, at: base, skills: []),
    ]
    let plan = try Self.plan(Self.cards() + ashore, couriers)
    #expect(plan.leftOut.isEmpty)
    #expect(plan.runs.map(\.courier.description) == ["P-001", "P-002"])
    #expect(plan.runs.map(\.crossings.count) == [2, 0])
    #expect(plan.runs.map(\.cardCount) == [8, 3])
  }

  @Test func withoutTheSkillNobodyHiresABoat() throws {
    let base = try Self.place(-5.65, 105.19)
    let plan = try Self.plan(Self.cards(), [Self.courier(1, at: base, skills: [])])
    #expect(plan.leftOut.count == 8)
    #expect(plan.leftOut.allSatisfy { $0.refusals.map(\.reason) == [.skill] })
  }
}
