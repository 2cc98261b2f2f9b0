public import Custody
public import Domain
public import Geometry
public import Storage

/// An invented office in Bandar Lampung with two kecamatan, its residents and its couriers, for
/// simulations and measurements.
public enum SampleOffice {
  /// 27 July 2017 at 07:00 in Bandar Lampung.
  public static let morning = Instant(milliseconds: 1_501_113_600_000)
  public static let today = CalendarDate(dayNumber: 17_374)

  private static let desas = ["18.71.01.1001", "18.71.01.1002", "18.71.02.1001"]

  /// Makes a workspace for this office at `path`.
  public static func workspace(
    at path: String, policy: CustodyPolicy = .standard
  ) throws -> Workspace {
    try Workspace.create(
      at: path, region: try code("18.71"), gazetteer: try gazetteer(), zone: .western,
      policy: policy, now: morning)
  }

  /// Person `number` and their card; two neighbours in number share a household.
  public static func newCard(_ number: Int, request: RequestKind = .first) throws -> NewCard {
    let household = number / 2
    return NewCard(
      row: number + 2, id: nil,
      resident: Resident(
        nik: try nik(number), name: "Sri Wahyuni \(number)",
        birthDate: try known(CalendarDate(year: 1990, month: 3, day: 15)), sex: .female,
        familyCard: FamilyCardNumber("187101" + String(1_000_000_000 + household)),
        address: Address(
          street: "Jl. Kenanga", number: "\(household)", rt: 5, rw: 2,
          desa: try code(desas[household % desas.count]), landmark: "dekat musala"),
        phone: nil),
      request: request, urgency: .normal, requestedOn: today.adding(days: -20),
      printedOn: today.adding(days: -2), channel: .door,
      location: Location(coordinate: try door(household), source: .house))
  }

  /// Where household `number` lives: within a few kilometres of the office, each at its own place.
  public static func door(_ household: Int) throws -> Coordinate {
    try Coordinate(
      latitudeE7: -53_800_000 - Int32(household % 400) * 1000,
      longitudeE7: 1_052_500_000 + Int32(household / 400 % 400) * 1000 + Int32(household % 7) * 100)
  }

  /// The invented NIK of person `number`, put together here so that none stands in the source.
  public static func nik(_ number: Int) throws -> NIK {
    let serial = number % 9999 + 1
    let birth = number / 9999
    let (day, month, year) = (birth % 28 + 1, birth / 28 % 12 + 1, 60 + birth / 336 % 40)
    return try NIK(
      "187101" + [day + 40, month, year].map { padded($0, to: 2) }.joined() + padded(serial, to: 4))
  }

  public static func courier(_ id: String, capacityCards: Int = 40) throws -> Courier {
    let noon = try known(TimeOfDay("12:00"))
    return Courier(
      id: try known(CourierID(id)), name: "Budi \(id)", organisation: "Satpol PP",
      base: try door(0), kecamatan: [try code("18.71.01"), try code("18.71.02")],
      shift: try Shift(
        start: try known(TimeOfDay("07:00")), end: try known(TimeOfDay("17:00")),
        rest: Shift.Break(
          earliest: noon, latest: try known(TimeOfDay("13:00")), minutes: 60)),
      vehicle: .motorcycle, speedKilometresPerHour: 30, capacityCards: capacityCards,
      maximumStops: 1000, skills: [])
  }

  /// The plan of `date` with one run per courier; every stop is a list of cards.
  public static func plan(
    _ runs: [(courier: CourierID, stops: [[CardID]])], on date: CalendarDate = today,
    id: PlanID
  ) throws -> Plan {
    Plan(
      id: id, date: date, seed: 1,
      runs: try runs.enumerated().map { index, run in
        Run(
          id: RunID(plan: id, number: index + 1), courier: run.courier,
          kecamatan: try code("18.71.01"), leaves: try known(TimeOfDay("08:00")),
          returns: try known(TimeOfDay("16:30")), restStarts: nil, travel: .seconds(1234),
          distance: Metres(5678.25),
          stops: try run.stops.enumerated().map { try stop($0 + 1, cards: $1) }, crossings: [])
      }, leftOut: [])
  }

  private static func stop(_ number: Int, cards: [CardID]) throws -> Stop {
    let arrives = try known(TimeOfDay(seconds: 29_000 + Int32(number % 400) * 60))
    return Stop(
      number: number,
      location: Location(coordinate: try door(number), source: .neighbourhood),
      desa: try code("18.71.01.1001"), arrives: arrives, starts: arrives,
      departs: try known(TimeOfDay(seconds: arrives.seconds + 50)), cards: cards.sorted())
  }

  public static func code(_ text: String) throws -> RegionCode { try known(RegionCode(text)) }

  private static func gazetteer() throws -> Gazetteer {
    func region(_ text: String, _ name: String, _ kind: Region.Kind) throws -> Region {
      Region(
        code: try code(text), name: name, aliases: [], kind: kind, areaSquareKilometres: 12.5,
        population: 1000, postcode: nil, pointInside: try door(0))
    }
    return try Gazetteer([
      region("18.71", "Bandar Lampung", .kota), region("18.71.01", "Kedaton", .kecamatan),
      region("18.71.01.1001", "Sukamenanti", .kelurahan),
      region("18.71.01.1002", "Sidodadi", .kelurahan),
      region("18.71.02", "Sukarame", .kecamatan),
      region("18.71.02.1001", "Way Dadi", .kelurahan),
    ])
  }

  private static func padded(_ number: Int, to width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
  }

  /// A constant of the sample that has to be valid.
  private static func known<Value>(_ value: Value?) throws -> Value {
    guard let value else { throw SimulationError.badSample }
    return value
  }
}

/// Why a simulation could not be set up, or not be believed.
public enum SimulationError: Error {
  case badSample
  /// Looking at an office changed its file.
  case examinationWrote
}
