import Domain
import Simulation

extension ScenarioBuilder {
  /// Residents of every place, so that the totals of the file come out exactly.
  mutating func residents(
    of regions: [Region], _ own: [Section?], _ parents: [Section?]
  ) -> (obliged: [Int], recorded: [Int], holders: [Int]) {
    guard let people = root.section("people") else { return ([], [], []) }
    let total = people.whole("obliged") ?? 0
    let recordedTotal = people.whole("recorded") ?? 0
    let holdersTotal = people.whole("holders") ?? 0
    if recordedTotal > total { noteAbove(people, "recorded", total) }
    if holdersTotal > recordedTotal { noteAbove(people, "holders", recordedTotal) }
    guard problems.isEmpty else { return zeros(regions.count) }

    let obliged = obliged(of: regions, own, parents, total: total)
    let recorded = share(recordedTotal, "recorded", of: obliged, own, parents)
    let holders = share(holdersTotal, "holders", of: recorded, own, parents)
    return problems.isEmpty ? (obliged, recorded, holders) : zeros(regions.count)
  }

  private func zeros(_ count: Int) -> ([Int], [Int], [Int]) {
    let zeros = Array(repeating: 0, count: count)
    return (zeros, zeros, zeros)
  }

  private mutating func noteAbove(_ section: Section, _ key: String, _ most: Int) {
    note(
      section, key,
      Phrase(id: "lebih banyak daripada \(most)", en: "more than the \(most) there can be"))
  }

  /// Residents who must hold a card: as stated for a desa, then for a kecamatan, the rest by
  /// population.
  private mutating func obliged(
    of regions: [Region], _ own: [Section?], _ parents: [Section?], total: Int
  ) -> [Int] {
    var result = own.map { $0?.whole("obliged") }
    for region in gazetteer.kecamatan {
      let members = regions.indices.filter { regions[$0].code.kecamatan == region.code }
      guard let first = members.first, let stated = parents[first]?.whole("obliged") else {
        continue
      }
      let open = members.filter { result[$0] == nil }
      let left = stated - members.reduce(0) { $0 + (result[$1] ?? 0) }
      let shares = largestRemainder(max(0, left), by: open.map { regions[$0].population })
      for (index, share) in zip(open, shares) { result[index] = share }
    }
    let open = result.indices.filter { result[$0] == nil }
    let left = total - result.reduce(0) { $0 + ($1 ?? 0) }
    guard left >= 0, left == 0 || !open.isEmpty, let people = root.section("people") else {
      if let people = root.section("people") { noteMisfit(people, "obliged") }
      return Array(repeating: 0, count: regions.count)
    }
    let shares = largestRemainder(left, by: open.map { regions[$0].population })
    for (index, share) in zip(open, shares) { result[index] = share }
    if result.reduce(0, { $0 + ($1 ?? 0) }) != total { noteMisfit(people, "obliged") }
    return result.map { $0 ?? 0 }
  }

  /// Part of `whole` in every place: as stated, the rest in proportion.
  private mutating func share(
    _ total: Int, _ key: String, of whole: [Int], _ own: [Section?], _ parents: [Section?]
  ) -> [Int] {
    let stated = whole.indices.map { index -> Int? in
      let share = own[index]?.number(key) ?? parents[index]?.number(key)
      return share.map { Int(($0 * Double(whole[index])).rounded()) }
    }
    let open = whole.indices.filter { stated[$0] == nil }
    let left = total - stated.reduce(0) { $0 + ($1 ?? 0) }
    let room = open.reduce(0) { $0 + whole[$1] }
    guard (0...room).contains(left) else {
      if let people = root.section("people") { noteMisfit(people, key) }
      return Array(repeating: 0, count: whole.count)
    }
    var result = stated.map { $0 ?? 0 }
    let shares = largestRemainder(left, by: open.map { whole[$0] })
    for (index, share) in zip(open, shares) { result[index] = share }
    return result
  }

  private mutating func noteMisfit(_ section: Section, _ key: String) {
    note(
      section, key,
      Phrase(
        id: "jumlah ini tidak cocok dengan yang ditulis untuk kecamatan dan desa",
        en: "this total does not fit what is stated for kecamatan and desa"))
  }
}

/// `total` in whole parts in proportion to `weights`; ties go to the earliest.
///
/// No part exceeds its weight while `total` does not exceed their sum.
///
/// Source: the method of the largest remainder (Hare and Niemeyer).
func largestRemainder(_ total: Int, by weights: [Int]) -> [Int] {
  let sum = weights.reduce(0, +)
  guard sum > 0 else { return weights.map { _ in 0 } }
  var parts: [Int] = []
  var remainders: [(index: Int, rest: Int)] = []
  for (index, weight) in weights.enumerated() {
    let (quotient, rest) = sum.dividingFullWidth(total.multipliedFullWidth(by: weight))
    parts.append(quotient)
    remainders.append((index, rest))
  }
  let missing = total - parts.reduce(0, +)
  remainders.sort { ($1.rest, $0.index) < ($0.rest, $1.index) }
  for (index, _) in remainders.prefix(missing) { parts[index] += 1 }
  return parts
}
