import Domain
import Geometry
import TestSupport

/// An invented day in an invented part of Bandar Lampung.
struct Sample {
  let gazetteer: Gazetteer
  let couriers: [Courier]
  let cards: [CardID: Card]
  let runs: [Run]

  /// `runCount` runs of `stopCount` stops each, with one to three cards a stop.
  init(seed: UInt64, runCount: Int = 2, stopCount: Int = 6, hostile: Bool = false) throws {
    var maker = SampleMaker(seed: seed, isHostile: hostile)
    let gazetteer = try SampleMaker.gazetteer()
    var couriers: [Courier] = []
    var cards: [CardID: Card] = [:]
    var runs: [Run] = []
    for number in 1...max(1, runCount) {
      let courier = try maker.courier(number)
      let kecamatan = gazetteer.kecamatan[number % gazetteer.kecamatan.count]
      let stops = try (0..<stopCount).map { index in
        let made = try maker.stop(index, desa: gazetteer.desa(of: kecamatan.code))
        for card in made.cards { cards[card.id] = card }
        return made.stop
      }
      couriers.append(courier)
      runs.append(try maker.run(number, courier: courier, kecamatan: kecamatan.code, stops: stops))
    }
    self.gazetteer = gazetteer
    self.couriers = couriers
    self.cards = cards
    self.runs = runs
  }
}

private struct SampleMaker {
  private var random: SplitMix64
  private let isHostile: Bool
  private var serial = 0

  init(seed: UInt64, isHostile: Bool) {
    random = SplitMix64(seed: seed)
    self.isHostile = isHostile
  }

  static func gazetteer() throws -> Gazetteer {
    let names = [
      ("18.71", "Bandar Lampung"), ("18.71.03", "Kedaton"), ("18.71.03.1001", "Kedaton"),
      ("18.71.03.1003", "Sidodadi"), ("18.71.08", "Tanjungkarang Pusat"),
      ("18.71.08.1002", "Durian Payung"), ("18.71.08.1004", "Kaliawi"),
    ]
    return try Gazetteer(
      names.map { code, name in
        let code = try known(RegionCode(code))
        let kind: Region.Kind =
          switch code.level {
          case .regency: .kota
          case .kecamatan: .kecamatan
          case .desa: .kelurahan
          }
        return Region(
          code: code, name: name, kind: kind, areaSquareKilometres: 2, population: 9000,
          pointInside: try Coordinate(latitude: -5.39, longitude: 105.26))
      })
  }

  mutating func courier(_ number: Int) throws -> Courier {
    let rest = Shift.Break(
      earliest: try time("11:30"), latest: try time("12:30"), minutes: 45)
    return Courier(
      id: try known(CourierID("SP-\(padded(number, 3))")), name: name(), organisation: "Satpol PP",
      base: try Coordinate(latitude: -5.4254, longitude: 105.2586), kecamatan: [],
      shift: try Shift(start: time("08:00"), end: time("16:00"), rest: rest),
      vehicle: .motorcycle, speedKilometresPerHour: 20, capacityCards: 80, maximumStops: 60)
  }

  mutating func stop(_ index: Int, desa: [Region]) throws -> (stop: Stop, cards: [Card]) {
    let region = try known(desa.randomElement(using: &random))
    let address = Address(
      street: street(), number: pick([nil, "7", "12A", "101"]), rt: pick([nil, 1, 5, 12]),
      rw: pick([nil, 2, 4]), desa: region.code, landmark: landmark())
    let location = Location(
      coordinate: try Coordinate(
        latitudeE7: -54_200_000 + Int32.random(in: -300_000...300_000, using: &random),
        longitudeE7: 1_052_600_000 + Int32.random(in: -300_000...300_000, using: &random)),
      source: try known([.house, .house, .neighbourhood, .desa].randomElement(using: &random)))
    let cards = try (0..<(try known([1, 1, 1, 2, 3].randomElement(using: &random)))).map { _ in
      try card(at: address, location)
    }
    let arrives = Int32(8 * 3600 + 600 + index * 480)
    let stop = Stop(
      number: index + 1, location: location, desa: region.code,
      arrives: try known(TimeOfDay(seconds: arrives)),
      starts: try known(TimeOfDay(seconds: arrives + 60)),
      departs: try known(TimeOfDay(seconds: arrives + 240)), cards: cards.map(\.id))
    return (stop, cards)
  }

  func run(_ number: Int, courier: Courier, kecamatan: RegionCode, stops: [Stop]) throws -> Run {
    let date = try known(CalendarDate(year: 2017, month: 7, day: 27))
    return Run(
      id: RunID(plan: PlanID(date: date, version: 1), number: number), courier: courier.id,
      kecamatan: kecamatan, leaves: try time("08:00"), returns: try time("15:12"),
      restStarts: try time("12:05"), travel: .seconds(5400), distance: Metres(23_450),
      stops: stops)
  }

  private mutating func card(at address: Address, _ location: Location) throws -> Card {
    serial += 1
    let day = try known(CalendarDate(year: 2017, month: 7, day: 20))
    let digits = "187103" + "120790" + padded(serial, 4)
    let resident = Resident(
      nik: try NIK(digits), name: name(),
      birthDate: try known(CalendarDate(year: 1990, month: 7, day: 12)), sex: .male,
      familyCard: FamilyCardNumber(digits), address: address,
      phone: pick([nil, "0812 3456 7890", "0813-2222-111"]))
    return Card(
      id: CardID(regency: address.desa, year: 2017, serial: serial), resident: resident,
      request: try known(RequestKind.allCases.randomElement(using: &random)),
      urgency: pick([.normal, .normal, .normal, .normal, .urgent]), requestedOn: day,
      printedOn: day, channel: .door, location: location)
  }

  private mutating func name() -> String {
    if isHostile { return random.hostileText(length: 4) }
    return pick([
      "Siti Aminah", "Budi Santoso", "Ni Made Ayu Lestari", "Raden Mas Bambang Wicaksono Hadi",
      "Sri", "M. Rizky Fadillah, S.Kom.", "Dewi Sartika Putri Maharani", "Joko",
    ])
  }

  private mutating func street() -> String {
    if isHostile { return random.hostileText(length: 5) }
    return pick(["Jl. Kenanga", "Gg. Mawar 3", "Jl. Jenderal Ahmad Yani", "", "Dusun Sukamaju"])
  }

  /// Now and then a clerk types a whole NIK where a landmark belongs.
  private mutating func landmark() -> String? {
    if isHostile { return random.hostileText(length: 3) + " 18710312" + "07900001" }
    return pick([nil, nil, "seberang masjid Al-Huda", "warung pojok", "pagar hijau, dekat gardu"])
  }

  private mutating func pick<Value>(_ values: [Value]) -> Value {
    values[Int.random(in: values.indices, using: &random)]
  }
}

struct SampleError: Error {}

func known<Value>(_ value: Value?) throws -> Value {
  guard let value else { throw SampleError() }
  return value
}

func time(_ text: String) throws -> TimeOfDay { try known(TimeOfDay(text)) }

private func padded(_ number: Int, _ width: Int) -> String {
  let digits = String(number)
  return String(repeating: "0", count: max(0, width - digits.count)) + digits
}
