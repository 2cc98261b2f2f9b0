public import Domain

/// What an office lets its couriers do at the door.
///
/// The ledger is replayed under one policy, so a workspace keeps its policy for life.
public struct CustodyPolicy: Hashable, Sendable {
  /// Who may take a card at the door.
  public let allowedRecipients: Set<Recipient>
  /// Whether a handover to a resident needs a signature, a thumb print or a photo.
  ///
  /// An event typed in from paper is exempt: the proof is on the paper.
  public let requiresProof: Bool
  /// After this many failed attempts a returned card waits for a clerk; at least 1.
  public let maximumAttempts: Int
  /// By how much the clocks of two devices may differ; 0 to 1440.
  public let clockToleranceMinutes: Int

  /// Whether a card that replaces another is handed over only against the old one.
  public let requiresOldCard: Bool
  /// From how far off the address a handover is flagged; at least 1.
  public let farMetres: Int
  /// From what speed between two events a device is flagged; at least 1.
  public let maximumKilometresPerHour: Int
  /// Counts the policies an office has had, from 1; every event says which it kept to.
  public let version: Int

  /// The resident or the family, against proof and the old card, two attempts, clocks within a
  /// quarter of an hour.
  public static let standard = CustodyPolicy(
    recipients: [.own, .family], requiresProof: true, maximumAttempts: 2,
    clockToleranceMinutes: 15, requiresOldCard: true, farMetres: 250,
    maximumKilometresPerHour: 150, version: 1)

  /// - Throws: ``CustodyPolicyError`` naming the first value out of range.
  public init(
    allowedRecipients: Set<Recipient>, requiresProof: Bool, maximumAttempts: Int,
    clockToleranceMinutes: Int, requiresOldCard: Bool = true, farMetres: Int = 250,
    maximumKilometresPerHour: Int = 150, version: Int = 1
  ) throws(CustodyPolicyError) {
    guard !allowedRecipients.isEmpty else { throw .noRecipients }
    guard maximumAttempts >= 1 else { throw .noAttempts(maximumAttempts) }
    guard (0...1440).contains(clockToleranceMinutes) else {
      throw .badTolerance(clockToleranceMinutes)
    }
    guard farMetres >= 1 else { throw .badDistance(farMetres) }
    guard maximumKilometresPerHour >= 1 else { throw .badSpeed(maximumKilometresPerHour) }
    guard version >= 1 else { throw .badVersion(version) }
    self.init(
      recipients: allowedRecipients, requiresProof: requiresProof,
      maximumAttempts: maximumAttempts, clockToleranceMinutes: clockToleranceMinutes,
      requiresOldCard: requiresOldCard, farMetres: farMetres,
      maximumKilometresPerHour: maximumKilometresPerHour, version: version)
  }

  private init(
    recipients: Set<Recipient>, requiresProof: Bool, maximumAttempts: Int,
    clockToleranceMinutes: Int, requiresOldCard: Bool, farMetres: Int,
    maximumKilometresPerHour: Int, version: Int
  ) {
    self.allowedRecipients = recipients
    self.requiresProof = requiresProof
    self.maximumAttempts = maximumAttempts
    self.clockToleranceMinutes = clockToleranceMinutes
    self.requiresOldCard = requiresOldCard
    self.farMetres = farMetres
    self.maximumKilometresPerHour = maximumKilometresPerHour
    self.version = version
  }

  var clockToleranceMilliseconds: Int64 { Int64(clockToleranceMinutes) * 60_000 }
}

/// Why values are not a policy.
public enum CustodyPolicyError: Error, Hashable, Described {
  case noRecipients
  case noAttempts(Int)
  case badTolerance(Int)
  case badDistance(Int)
  case badSpeed(Int)
  case badVersion(Int)

  public var phrase: Phrase {
    switch self {
    case .noRecipients:
      Phrase(
        id: "tidak ada penerima yang diizinkan; sebutkan paling sedikit satu",
        en: "no recipient is allowed; name at least one")
    case .noAttempts(let count):
      Phrase(
        id: "paling banyak \(count) kali antar tidak mungkin; isi 1 atau lebih",
        en: "\(count) attempts at most is impossible; use 1 or more")
    case .badTolerance(let minutes):
      Phrase(
        id: "selisih jam \(minutes) menit di luar batas; isi 0 sampai 1440",
        en: "a clock tolerance of \(minutes) minutes is out of range; use 0 to 1440")
    case .badDistance(let metres):
      Phrase(
        id: "jarak \(metres) meter dari alamat tidak mungkin; isi 1 atau lebih",
        en: "a distance of \(metres) metres from the address is impossible; use 1 or more")
    case .badSpeed(let speed):
      Phrase(
        id: "kecepatan \(speed) km/jam tidak mungkin; isi 1 atau lebih",
        en: "a speed of \(speed) km/h is impossible; use 1 or more")
    case .badVersion(let version):
      Phrase(
        id: "versi aturan \(version) tidak mungkin; isi 1 atau lebih",
        en: "version \(version) of the policy is impossible; use 1 or more")
    }
  }
}
