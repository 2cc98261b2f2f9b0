import Domain
import Geometry
import Intake
import Testing

@Suite struct SampleCardsTests {
  /// Discs around the desa points, none touching another, stand in for outlines.
  struct Town {
    let gazetteer: Gazetteer
    let names: NameTables
    let places: MapPlaces
    let today: CalendarDate

    init() throws {
      gazetteer = try RealMap("18.71_kota-bandar-lampung").tables.gazetteer
      names = try RealMap.names()
      today = try #require(CalendarDate("2026-08-14"))
      let desa = gazetteer.desa
      var reach: [RegionCode: Double] = [:]
      for region in desa {
        let others = desa.filter { $0.code != region.code }
          .map { $0.pointInside.distance(to: region.pointInside).value }
        reach[region.code] = min(400, (others.min() ?? 800) * 0.49)
      }
      func isInside(_ place: Coordinate, _ region: Region) -> Bool {
        let north = place.latitudeE7 - region.pointInside.latitudeE7
        guard north.magnitude < 40_000 else { return false }
        return region.pointInside.distance(to: place).value <= reach[region.code] ?? 0
      }
      places = MapPlaces(
        locate: { place in desa.first { isInside(place, $0) }?.code },
        distance: { place, code in
          let parts = desa.filter { code.contains($0.code) }
          if parts.contains(where: { isInside(place, $0) }) { return Metres(0) }
          return parts.map { $0.pointInside.distance(to: place) }.min()
        })
    }

    func cards(_ order: SampleOrder) -> [SampleCard] {
      SampleCards.invent(order, gazetteer: gazetteer, names: names, places: places)
    }
  }

  @Test func theSameSeedInventsTheSameAndAnotherSeedOthers() throws {
    let town = try Town()
    let order = SampleOrder(count: 200, printedUntil: town.today, seed: 1)
    let other = SampleOrder(count: 200, printedUntil: town.today, seed: 2)
    #expect(town.cards(order) == town.cards(order))
    #expect(town.cards(order) != town.cards(other))
    #expect(town.cards(SampleOrder(count: 0, printedUntil: town.today, seed: 1)) == [])
  }

  @Test func theImportReadsTheFileBackToTheSameCards() throws {
    let town = try Town()
    let cards = town.cards(
      SampleOrder(count: 600, doorCount: 450, printedUntil: town.today, seed: 7))
    let context = CardImportContext(
      gazetteer: town.gazetteer, places: town.places, today: town.today)
    let readings = try CardImport.readings(of: CardFile.bytes(cards.map(\.row)), context)
    #expect(readings.rejections() == [])
    #expect(readings.rows() == cards.map(\.row))
    #expect(readings.warnings().allSatisfy { $0.reason == .nikEndsInZero })
  }

  @Test func theSharesAreThoseOfTheField() throws {
    let town = try Town()
    let cards = town.cards(
      SampleOrder(count: 3000, doorCount: 2000, printedUntil: town.today, seed: 3))
    let rows = cards.map(\.row)
    func share(_ isCounted: (NewCard) -> Bool) -> Double {
      Double(rows.count(where: isCounted)) / Double(rows.count)
    }
    #expect(rows.count == 3000)
    #expect(rows.count { $0.channel == .door } == 2000)
    #expect(Set(rows.map(\.resident.nik)).count == 3000)
    #expect(abs(share { $0.request == .first } - 0.30) < 0.04)
    #expect(abs(share { $0.request == .lost } - 0.30) < 0.04)
    #expect(abs(share { $0.request == .damaged } - 0.15) < 0.04)
    #expect(abs(share { $0.urgency == .urgent } - 0.05) < 0.02)
    #expect(abs(share { $0.resident.phone != nil } - 0.70) < 0.04)
    #expect(abs(share { $0.resident.address.number == nil } - 0.08) < 0.03)
    #expect(abs(share { $0.location.source != .house } - 0.15) < 0.03)
    #expect(abs(share { $0.resident.address.landmark != nil } - 0.20) < 0.04)
    #expect(abs(share { $0.resident.sex == .female } - 0.50) < 0.04)
  }

  @Test func householdsShareADoorAFamilyCardAndAChannel() throws {
    let town = try Town()
    let cards = town.cards(
      SampleOrder(count: 2000, doorCount: 900, printedUntil: town.today, seed: 4))
    let families = Dictionary(grouping: cards) { $0.row.resident.familyCard }
    #expect(families.values.contains { $0.count > 1 })
    for family in families.values {
      #expect(family.count <= 4)
      #expect(Set(family.map(\.door)).count == 1)
      #expect(Set(family.map(\.row.resident.address)).count == 1)
      #expect(Set(family.map(\.row.channel)).count == 1)
    }
    let doors = Dictionary(grouping: cards, by: \.door)
    #expect(doors.values.contains { Set($0.map(\.row.resident.familyCard)).count > 2 })
  }

  @Test func doorsLieInTheirDesaAndNeighboursNearEachOther() throws {
    let town = try Town()
    let cards = town.cards(SampleOrder(count: 1500, printedUntil: town.today, seed: 5))
    for card in cards {
      #expect(town.places.distance(card.door, card.row.resident.address.desa) == Metres(0))
      #expect(card.row.requestedOn <= card.row.printedOn && card.row.printedOn <= town.today)
      #expect(card.row.printedOn.weekday <= 5)
      #expect(card.row.resident.birthDate.age(on: card.row.requestedOn) >= 17)
    }
    let streets = Dictionary(grouping: cards) { card in
      let address = card.row.resident.address
      return "\(address.desa) \(address.street) \(address.neighbourhood)"
    }
    let lengths = streets.values.filter { $0.count > 1 }.map { street in
      street.map { $0.door.distance(to: street[0].door).value }.max() ?? 0
    }
    #expect(lengths.count > 100)
    #expect(lengths.sorted()[lengths.count / 2] < 200)
  }

  @Test func countsPerKecamatanAreKept() throws {
    let town = try Town()
    let kedaton = try #require(RegionCode("18.71.01"))
    let sukarame = try #require(RegionCode("18.71.02"))
    let cards = town.cards(
      SampleOrder(kecamatanCounts: [kedaton: 51, sukarame: 63], printedUntil: town.today, seed: 6))
    let counts = Dictionary(grouping: cards) { $0.row.resident.address.desa.kecamatan }
      .mapValues(\.count)
    #expect(counts == [kedaton: 51, sukarame: 63])
  }

  @Test func couriersAreSharedOutByWork() throws {
    let town = try Town()
    let kedaton = try #require(RegionCode("18.71.01"))
    let sukarame = try #require(RegionCode("18.71.02"))
    func couriers(_ count: Int, _ work: [RegionCode: Int]) -> [Courier] {
      SampleCouriers.invent(
        count, organisation: "Satpol PP", work: work, gazetteer: town.gazetteer, names: town.names,
        seed: 1)
    }
    let many = couriers(10, [kedaton: 200, sukarame: 50])
    #expect(many.count == 10)
    #expect(many.count { $0.kecamatan == [kedaton] } == 8)
    #expect(many.count { $0.kecamatan == [sukarame] } == 2)
    #expect(many.allSatisfy { $0.shift.rest?.minutes == 60 && $0.speedKilometresPerHour == 20 })
    #expect(many.map(\.id).sorted() == many.map(\.id))
    let few = couriers(3, [:])
    #expect(few.flatMap(\.kecamatan).sorted() == town.gazetteer.kecamatan.map(\.code))
    #expect(few.allSatisfy { $0.serves($0.kecamatan[0]) && $0.kecamatan.count >= 6 })
    #expect(couriers(0, [kedaton: 5]) == [])
  }
}
