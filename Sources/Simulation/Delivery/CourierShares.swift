/// How the couriers of a day are shared out to kecamatan, in proportion to the work that waits.
///
/// A kecamatan whose share is less than a courier saves it up, so that none waits for ever behind
/// larger ones.
struct CourierShares: Sendable {
  /// What each kecamatan has saved up, in couriers.
  private var credits: [Double]

  init(kecamatanCount: Int) {
    credits = Array(repeating: 0, count: kecamatanCount)
  }

  /// The couriers of each kecamatan today.
  ///
  /// None gets more than its work takes, rounded up. Ties go to the lower index.
  ///
  /// - Parameter work: Days of one courier that the waiting cards take, by kecamatan.
  mutating func couriers(_ available: Int, for work: [Double]) -> [Int] {
    let needed = work.map { Int($0.rounded(.up)) }
    guard needed.reduce(0, +) > available else {
      for kecamatan in credits.indices { credits[kecamatan] = 0 }
      return needed
    }
    let total = work.reduce(0, +)
    for kecamatan in work.indices {
      let share = Double(available) * work[kecamatan] / total
      credits[kecamatan] = needed[kecamatan] == 0 ? 0 : credits[kecamatan] + share
    }
    var sent = Array(repeating: 0, count: work.count)
    for _ in 0..<available {
      guard let next = neediest(sent, needed) else { break }
      sent[next] += 1
      credits[next] -= 1
    }
    for kecamatan in credits.indices { credits[kecamatan] = min(1, credits[kecamatan]) }
    return sent
  }

  private func neediest(_ sent: [Int], _ needed: [Int]) -> Int? {
    var best: Int?
    for kecamatan in sent.indices where sent[kecamatan] < needed[kecamatan] {
      if let so = best, credits[so] >= credits[kecamatan] { continue }
      best = kecamatan
    }
    return best
  }
}
