import Domain

/// Invents identity and family card numbers that no two of its residents share.
struct SampleNumbers {
  private let kecamatan: [RegionCode]
  private let regency: RegionCode
  private var serials: [String: Int] = [:]

  init(_ gazetteer: Gazetteer) {
    kecamatan = gazetteer.kecamatan.map(\.code)
    regency = gazetteer.regency.code
  }

  /// A valid NIK: 85 % registered where the resident lives, 8 % elsewhere in the regency, the rest in
  /// other regencies. Nothing once a day's 9999 serials are used up.
  mutating func nik(
    _ sex: Sex, _ birthDate: CalendarDate, _ desa: RegionCode, using random: inout SplitMix64
  ) -> NIK? {
    let share = random.unit()
    let home = desa.kecamatan?.digits ?? regency.digits + "01"
    let region =
      share < 0.85
      ? home
      : share < 0.93 ? kecamatan.pick(using: &random).digits : elsewhere(using: &random) ?? home
    let day = birthDate.day + (sex == .female ? 40 : 0)
    return number(region, day, birthDate).flatMap { try? NIK($0) }
  }

  /// A family card number registered in the last fifteen years.
  mutating func familyCard(
    _ desa: RegionCode, using random: inout SplitMix64
  ) -> FamilyCardNumber? {
    let registered = CalendarDate(dayNumber: 14_000 + Int(random.next() % 3_000))
    let region = desa.kecamatan?.digits ?? regency.digits + "01"
    return number(region, registered.day, registered, kind: "KK").flatMap { FamilyCardNumber($0) }
  }

  /// `PPKKCC DDMMYY SSSS` with the next serial of that region and day.
  private mutating func number(
    _ region: String, _ day: Int, _ date: CalendarDate, kind: String = ""
  ) -> String? {
    let prefix =
      region + padded(day, to: 2) + padded(date.month, to: 2) + padded(date.year % 100, to: 2)
    let serial = serials[kind + prefix, default: 0] + 1
    guard serial <= 9999 else { return nil }
    serials[kind + prefix] = serial
    return prefix + padded(serial, to: 4)
  }

  private func elsewhere(using random: inout SplitMix64) -> String? {
    let other = otherRegencies.pick(using: &random)
    guard other != regency.digits else { return nil }
    return other + padded(Int(random.next() % 6) + 1, to: 2)
  }
}

/// Regencies from which people move: neighbours in Lampung, and the large cities.
private let otherRegencies = [
  "1801", "1802", "1803", "1810", "1872", "1671", "3171", "3216", "3273", "3374", "3578", "1271",
]
