import Domain
import Geometry
import Planning
import TestSupport
import Testing

/// Invented people, places and couriers around Bandar Lampung.
enum Samples {
  static let regency = "18.71"

  static func code(_ text: String) throws -> RegionCode { try #require(RegionCode(text)) }

  static func kecamatan(_ number: Int) throws -> RegionCode {
    try code("\(regency).\(padded(number, to: 2))")
  }

  static func desa(_ kecamatan: Int, _ number: Int = 1) throws -> RegionCode {
    try code("\(regency).\(padded(kecamatan, to: 2)).\(padded(1000 + number, to: 4))")
  }

  /// A place so many metres from the middle of a kecamatan; the kecamatan lie 6 km apart.
  static func place(_ kecamatan: Int, east: Double = 0, north: Double = 0) throws -> Coordinate {
    let projection = LocalProjection(
      origin: try Coordinate(latitude: -5.4, longitude: 105.25))
    return try projection.coordinate(
      PlanarPoint(
        eastMetres: Double(kecamatan % 5) * 6000 + east,
        northMetres: Double(kecamatan / 5) * 6000 + north))
  }

  static func gazetteer(kecamatan count: Int) throws -> Gazetteer {
    var regions = [
      Region(
        code: try code(regency), name: "Kota Contoh", kind: .kota, areaSquareKilometres: 200,
        population: 1_000_000, pointInside: try place(0))
    ]
    for number in 1...count {
      regions.append(
        Region(
          code: try kecamatan(number), name: "Kecamatan \(number)", kind: .kecamatan,
          areaSquareKilometres: 10, population: 50_000, pointInside: try place(number)))
      for part in 1...3 {
        regions.append(
          Region(
            code: try desa(number, part), name: "Kelurahan \(number)-\(part)", kind: .kelurahan,
            areaSquareKilometres: 3, population: 15_000, pointInside: try place(number)))
      }
    }
    return try Gazetteer(regions)
  }

  static func id(_ serial: Int) throws -> CardID {
    CardID(regency: try code(regency), year: 2017, serial: serial)
  }

  static func card(
    _ serial: Int, in kecamatan: Int = 1, desa part: Int = 1, east: Double = 0,
    north: Double = 0, source: Location.Source = .house, family: Int? = nil,
    street: String = "Jl. Kenanga", number: String? = nil, rt: Int? = 1, rw: Int? = 2,
    request: RequestKind = .first, urgency: Urgency = .normal, channel: Channel = .door
  ) throws -> Card {
    let day = try #require(CalendarDate(year: 2017, month: 7, day: 20))
    let nik = try NIK("187101" + "010199" + padded(serial % 9999 + 1, to: 4))
    let address = Address(
      street: street, number: number, rt: rt, rw: rw, desa: try desa(kecamatan, part))
    let resident = Resident(
      nik: nik, name: "Warga \(serial)", birthDate: try #require(nik.birthDate(on: day)),
      sex: nik.sex, familyCard: family.flatMap { FamilyCardNumber(padded($0, to: 16)) },
      address: address, phone: nil)
    let location = Location(
      coordinate: try place(kecamatan, east: east, north: north), source: source)
    return Card(
      id: try id(serial), resident: resident, request: request, urgency: urgency,
      requestedOn: day, printedOn: day, channel: channel, location: location)
  }

  static func time(_ text: String) throws -> TimeOfDay { try #require(TimeOfDay(text)) }

  /// A courier on a motorcycle, 08:00 to 16:00 with half an hour of rest around noon.
  static func courier(
    _ number: Int, in kecamatan: [Int] = [], base: Int = 1, from start: String = "08:00",
    until end: String = "16:00", rests: Bool = true, speed: Int = 20, capacity: Int = 60,
    stops: Int = 60, skills: Set<Skill> = []
  ) throws -> Courier {
    let rest =
      rests
      ? Shift.Break(earliest: try time("11:30"), latest: try time("13:00"), minutes: 30) : nil
    return Courier(
      id: try #require(CourierID("P-\(padded(number, to: 3))")), name: "Petugas \(number)",
      organisation: "Satpol PP", base: try place(base),
      kecamatan: try kecamatan.map { try Samples.kecamatan($0) },
      shift: try Shift(start: try time(start), end: try time(end), rest: rest),
      vehicle: skills.contains(.boat) ? .boat : .motorcycle, speedKilometresPerHour: speed,
      capacityCards: capacity, maximumStops: stops, skills: skills)
  }

  /// Cards of invented residents, some in households, spread over kecamatan.
  static func cards(
    _ count: Int, kecamatan: Int, seed: UInt64, first: Int = 1
  ) throws -> [Card] {
    var random = SplitMix64(seed: seed)
    var cards: [Card] = []
    while cards.count < count {
      let home = Int.random(in: 1...kecamatan, using: &random)
      let part = Int.random(in: 1...3, using: &random)
      let east = Double.random(in: -2000...2000, using: &random)
      let north = Double.random(in: -2000...2000, using: &random)
      let draw = Int.random(in: 0..<10, using: &random)
      let source: Location.Source = draw < 7 ? .house : draw < 9 ? .neighbourhood : .desa
      for _ in 0..<min(Int.random(in: 1...3, using: &random), count - cards.count) {
        cards.append(
          try card(
            first + cards.count, in: home, desa: part, east: source == .desa ? 0 : east,
            north: source == .desa ? 0 : north, source: source, family: first + cards.count / 3,
            number: "\(Int.random(in: 1...500, using: &random))",
            request: RequestKind.allCases.randomElement(using: &random) ?? .first,
            urgency: Int.random(in: 0..<10, using: &random) == 0 ? .urgent : .normal))
      }
    }
    return cards
  }
}

func padded(_ number: Int, to width: Int) -> String {
  let digits = String(number)
  return String(repeating: "0", count: max(0, width - digits.count)) + digits
}
