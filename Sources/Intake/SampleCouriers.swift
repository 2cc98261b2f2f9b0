public import Domain
import Geometry

/// Invents the officers of an organisation who carry cards by motorcycle.
public enum SampleCouriers {
  /// `count` couriers who share the kecamatan with work among them, in order of badge number.
  ///
  /// With at least as many couriers as kecamatan each serves one, and more of them where there is
  /// more work; with fewer, each serves several of about equal work together. Everyone starts at the
  /// point of the first kecamatan served and works from 08:00 to 16:00 with an hour's break.
  ///
  /// - Parameters:
  ///   - work: Cards per kecamatan; those with none are left out unless all are.
  ///   - islands: Kecamatan with islands: the first courier of each has the boat skill.
  public static func invent(
    _ count: Int, organisation: String, work: [RegionCode: Int],
    islands: Set<RegionCode> = [], gazetteer: Gazetteer, names: NameTables, seed: UInt64
  ) -> [Courier] {
    let worked = gazetteer.kecamatan.filter { work[$0.code] ?? 0 > 0 }
    let kecamatan = worked.isEmpty ? gazetteer.kecamatan : worked
    let cards = kecamatan.map { work[$0.code] ?? 0 }
    let areas =
      count >= kecamatan.count
      ? crowded(count, kecamatan, cards) : spread(count, kecamatan, cards)
    guard let shift else { return [] }
    var random = SplitMix64(seed: seed)
    var unserved = islands
    return areas.enumerated().compactMap { index, area in
      guard let id = CourierID("P-\(padded(index + 1, to: 3))"), let first = area.first else {
        return nil
      }
      let reached = unserved.intersection(area.map(\.code))
      unserved.subtract(reached)
      let sex: Sex = random.unit() < 0.75 ? .male : .female
      return Courier(
        id: id, name: names.person(sex, using: &random), organisation: organisation,
        base: first.pointInside, kecamatan: area.map(\.code), shift: shift, vehicle: .motorcycle,
        speedKilometresPerHour: 20, capacityCards: 120, maximumStops: 80,
        skills: reached.isEmpty ? [] : [.boat])
    }
  }

  /// One kecamatan per courier.
  private static func crowded(_ count: Int, _ kecamatan: [Region], _ cards: [Int]) -> [[Region]] {
    zip(kecamatan, apportionedOneEach(count, by: cards)).flatMap { region, share in
      Array(repeating: [region], count: share)
    }
  }

  /// Several kecamatan per courier: the one with most work to whoever has least so far.
  private static func spread(_ count: Int, _ kecamatan: [Region], _ cards: [Int]) -> [[Region]] {
    var areas: [[Region]] = Array(repeating: [], count: max(0, count))
    var loads = areas.map { _ in 0 }
    let byWork = kecamatan.indices.sorted { (cards[$1], $0) < (cards[$0], $1) }
    for index in byWork {
      guard let courier = loads.indices.min(by: { (loads[$0], $0) < (loads[$1], $1) }) else {
        break
      }
      areas[courier].append(kecamatan[index])
      loads[courier] += max(1, cards[index])
    }
    return areas
  }

  private static var shift: Shift? {
    guard let start = TimeOfDay("08:00"), let end = TimeOfDay("16:00"),
      let earliest = TimeOfDay("11:30"), let latest = TimeOfDay("13:30")
    else { return nil }
    return try? Shift(
      start: start, end: end, rest: Shift.Break(earliest: earliest, latest: latest, minutes: 60))
  }
}
