public import Domain
public import Geometry

/// An invented card together with where its door truly is.
public struct SampleCard: Hashable, Sendable {
  /// The card as a file shows it, on line `row.row` of ``CardFile``.
  public let row: NewCard
  /// The true door, which an address without a measured coordinate does not tell.
  public let door: Coordinate
}

/// Invents residents on a map, for trials and training; the same order gives the same cards.
///
/// Addresses cluster along streets; one door may take several cards; some have no number, no phone or
/// no coordinate. Phone numbers begin with 0840, which no operator uses.
public struct SampleCards {
  private let order: SampleOrder
  private let gazetteer: Gazetteer
  private let names: NameTables
  private let places: MapPlaces
  private let locator: AddressLocator
  /// The streets of each desa; none where they are to be invented.
  private let streets: [RegionCode: [SampleStreet]]
  private var random: SplitMix64
  private var numbers: SampleNumbers

  private init(
    _ order: SampleOrder, _ gazetteer: Gazetteer, _ names: NameTables, _ places: MapPlaces,
    _ streets: [SampleStreet]
  ) {
    self.order = order
    self.gazetteer = gazetteer
    self.names = names
    self.places = places
    locator = AddressLocator(gazetteer, places, tolerance: Metres(0))
    self.streets = SampleStreet.byDesa(streets, places)
    random = SplitMix64(seed: order.seed)
    numbers = SampleNumbers(gazetteer)
  }

  /// The cards of `order`, in order of print.
  ///
  /// Exactly as many go to the door as ordered, unless the households left over are all too large.
  ///
  /// - Parameter streets: Where houses stand; a desa that none of them is in gets streets of its own
  ///   invention, as all do without this list.
  public static func invent(
    _ order: SampleOrder, gazetteer: Gazetteer, names: NameTables, places: MapPlaces,
    streets: [SampleStreet] = []
  ) -> [SampleCard] {
    var samples = SampleCards(order, gazetteer, names, places, streets)
    return samples.cards()
  }

  private mutating func cards() -> [SampleCard] {
    var households: [[Draft]] = []
    for (desa, count) in countsByDesa() where count > 0 {
      households += self.households(of: count, in: desa)
    }
    chooseDoors(&households)
    let drafts = households.joined().enumerated().sorted {
      ($0.element.printedOn, $0.offset) < ($1.element.printedOn, $1.offset)
    }
    return drafts.enumerated().map { line, draft in
      SampleCard(row: draft.element.row(line + 2), door: draft.element.door)
    }
  }

  /// Cards per desa in order of code, by population within each kecamatan.
  private func countsByDesa() -> [(Region, Int)] {
    let kecamatan = gazetteer.kecamatan
    let counts =
      order.kecamatanCounts.map { counts in kecamatan.map { counts[$0.code] ?? 0 } }
      ?? apportioned(order.count, by: kecamatan.map(\.population))
    return zip(kecamatan, counts).flatMap { kecamatan, count in
      let desa = gazetteer.desa(of: kecamatan.code)
      return Array(zip(desa, apportioned(count, by: desa.map(\.population))))
    }
  }

  private mutating func households(of count: Int, in desa: Region) -> [[Draft]] {
    let places = places
    var town = SampleTown(
      desa, names: names.streets, along: streets[desa.code] ?? [],
      isInside: { places.distance($0, desa.code).map { $0 == Metres(0) } ?? true },
      using: &random)
    var households: [[Draft]] = []
    var left = count
    while left > 0 {
      let isBoardingHouse = random.unit() < 0.02
      let size = min(left, isBoardingHouse ? Int(3 + random.next() % 4) : familySize())
      households.append(
        household(of: size, at: town.house(using: &random), in: desa, sharing: !isBoardingHouse))
      left -= size
    }
    return households
  }

  private mutating func familySize() -> Int {
    let share = random.unit()
    return share < 0.72 ? 1 : share < 0.9 ? 2 : share < 0.97 ? 3 : 4
  }

  /// The cards for one door; a family shares its family card, the boarders of a house do not.
  private mutating func household(
    of size: Int, at house: SampleTown.House, in desa: Region, sharing: Bool
  ) -> [Draft] {
    let address = Address(
      street: house.street, number: random.unit() < 0.08 ? nil : "\(house.number)", rt: house.rt,
      rw: house.rw, desa: desa.code,
      landmark: random.unit() < 0.2 ? landmarks.pick(using: &random) : nil)
    let location =
      random.unit() < 0.15
      ? locator.guess(address) : Location(coordinate: house.place, source: .house)
    let familyCard = numbers.familyCard(desa.code, using: &random)
    return (0..<size).compactMap { _ in
      let own = sharing ? familyCard : numbers.familyCard(desa.code, using: &random)
      return draft(address, location, own, door: house.place)
    }
  }

  private mutating func draft(
    _ address: Address, _ location: Location, _ familyCard: FamilyCardNumber?, door: Coordinate
  ) -> Draft? {
    let request = request()
    let sex: Sex = random.unit() < 0.5 ? .male : .female
    let printedOn = workingDay(order.printedUntil, daysBefore: Int(random.next() % 10))
    let wait = random.unit()
    let requestedOn = printedOn.adding(days: -Int(wait * wait * wait * 60))
    let youngest = requestedOn.adding(days: -17 * 366)
    let ageInDays = request == .first ? random.next() % 500 : random.next() % (55 * 365)
    let birthDate = youngest.adding(days: -Int(ageInDays))
    guard let nik = numbers.nik(sex, birthDate, address.desa, using: &random) else { return nil }
    let resident = Resident(
      nik: nik, name: names.person(sex, using: &random), birthDate: birthDate, sex: sex,
      familyCard: familyCard, address: address, phone: random.unit() < 0.7 ? phone() : nil)
    return Draft(
      resident: resident, request: request, urgency: random.unit() < 0.05 ? .urgent : .normal,
      requestedOn: requestedOn, printedOn: printedOn, location: location, door: door)
  }

  private mutating func request() -> RequestKind {
    let share = random.unit()
    return share < 0.3 ? .first : share < 0.6 ? .lost : share < 0.75 ? .damaged : .dataChange
  }

  private mutating func phone() -> String {
    "+62840\(padded(Int(random.next() % 10_000_000), to: 7))"
  }

  /// A day from Monday to Friday, at most two days further back than asked.
  private func workingDay(_ day: CalendarDate, daysBefore: Int) -> CalendarDate {
    let date = day.adding(days: -daysBefore)
    return date.adding(days: -max(0, date.weekday - 5))
  }

  /// Sends whole households to the counter until no more than ordered go to the door.
  private mutating func chooseDoors(_ households: inout [[Draft]]) {
    guard var left = order.doorCount else { return }
    for index in households.indices.shuffled(using: &random) {
      guard households[index].count > left else {
        left -= households[index].count
        continue
      }
      for member in households[index].indices { households[index][member].channel = .counter }
    }
  }
}

/// A card before the lines of the file are counted.
private struct Draft {
  var resident: Resident
  var request: RequestKind
  var urgency: Urgency
  var requestedOn: CalendarDate
  var printedOn: CalendarDate
  var location: Location
  var door: Coordinate
  var channel = Channel.door

  func row(_ line: Int) -> NewCard {
    NewCard(
      row: line, id: nil, resident: resident, request: request, urgency: urgency,
      requestedOn: requestedOn, printedOn: printedOn, channel: channel, location: location)
  }
}

private let landmarks = [
  "dekat masjid", "sebelah warung", "depan SD", "samping posyandu", "belakang balai desa",
  "dekat pos ronda", "seberang mushola", "sebelah bengkel", "dekat jembatan", "pagar hijau",
]
