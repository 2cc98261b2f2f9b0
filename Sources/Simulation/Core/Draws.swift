import Glibc

/// Every chance decision of one replication, by purpose, subject and turn.
///
/// Not a stream but a table: the number for "is the resident of card 17 at home at the second call"
/// is the same whatever else happened before, so that scenarios which differ in one lever meet the
/// same luck everywhere else (common random numbers by construction).
///
/// Source: J. K. Salmon et al., "Parallel random numbers: as easy as 1, 2, 3", 2011, for numbers by
/// counter; the mixing is that of SplitMix64 (Steele, Lea, Flood, 2014), applied twice.
struct Draws: Hashable, Sendable {
  /// What a number decides; each has numbers of its own.
  enum Purpose: UInt64, Sendable {
    case arrivalCount = 1, arrivalMoment, arrivalPlace, arrivalUrgency, age, sex, agedDays
    case walkIn, noShow, recordingPlace, offlineDays, leadDays, duplicate
    case printTime, spoiled, rejected, failureAfter, repair, shipmentLead, opening
    case channel, transit, household, doorTime, callFails, failureReason, fetched, fetchDay
    case counterTime, sea, doorPlace
  }

  private let root: UInt64

  init(seed: UInt64, replication: Int) {
    root = Self.mix(
      Self.mix(seed) ^ UInt64(truncatingIfNeeded: replication) &* 0xD1B5_4A32_D192_ED03)
  }

  func bits(_ purpose: Purpose, _ subject: Int, turn: Int = 0) -> UInt64 {
    let key = root &+ purpose.rawValue &* 0x9E37_79B9_7F4A_7C15
    let number = UInt64(truncatingIfNeeded: subject) << 20 ^ UInt64(truncatingIfNeeded: turn)
    return Self.mix(Self.mix(key ^ number &* 0xBF58_476D_1CE4_E5B9) &+ number)
  }

  /// A number from 0 to below 1.
  func uniform(_ purpose: Purpose, _ subject: Int, turn: Int = 0) -> Double {
    Double(bits(purpose, subject, turn: turn) >> 11) * 0x1p-53
  }

  func happens(_ share: Double, _ purpose: Purpose, _ subject: Int, turn: Int = 0) -> Bool {
    share > 0 && uniform(purpose, subject, turn: turn) < share
  }

  /// A value of `spread`, never negative.
  func value(of spread: Spread, _ purpose: Purpose, _ subject: Int, turn: Int = 0) -> Double {
    switch spread {
    case .fixed(let value): value
    case .mixture(let parts):
      value(
        of: part(of: parts, at: uniform(purpose, subject, turn: turn)), purpose, subject,
        turn: turn ^ 1 << 18)
    default: spread.value(at: uniform(purpose, subject, turn: turn))
    }
  }

  /// A number of events whose mean is `mean` (Poisson), by inversion; large means in parts.
  func poisson(mean: Double, _ purpose: Purpose, _ subject: Int) -> Int {
    var count = 0
    var rest = mean
    var turn = 0
    while rest > 0 {
      count += Self.poissonInverse(
        mean: min(rest, 256), at: uniform(purpose, subject, turn: turn))
      rest -= 256
      turn += 1
    }
    return count
  }

  private func part(of parts: [Spread.Part], at uniform: Double) -> Spread {
    var rest = uniform
    for part in parts {
      if rest < part.weight { return part.spread }
      rest -= part.weight
    }
    return parts.last?.spread ?? .fixed(0)
  }

  private static func poissonInverse(mean: Double, at uniform: Double) -> Int {
    var probability = exp(-mean)
    var cumulative = probability
    var count = 0
    while uniform >= cumulative, count < 2000 {
      count += 1
      probability *= mean / Double(count)
      cumulative += probability
    }
    return count
  }

  private static func mix(_ value: UInt64) -> UInt64 {
    var mixed = value &+ 0x9E37_79B9_7F4A_7C15
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
