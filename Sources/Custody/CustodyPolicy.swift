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

  /// The resident or the family, against proof, two attempts, clocks within a quarter of an hour.
  public static let standard = CustodyPolicy(
    recipients: [.own, .family], requiresProof: true, maximumAttempts: 2,
    clockToleranceMinutes: 15)

  /// - Throws: ``CustodyPolicyError`` naming the first value out of range.
  public init(
    allowedRecipients: Set<Recipient>, requiresProof: Bool, maximumAttempts: Int,
    clockToleranceMinutes: Int
  ) throws(CustodyPolicyError) {
    guard !allowedRecipients.isEmpty else { throw .noRecipients }
    guard maximumAttempts >= 1 else { throw .noAttempts(maximumAttempts) }
    guard (0...1440).contains(clockToleranceMinutes) else {
      throw .badTolerance(clockToleranceMinutes)
    }
    self.init(
      recipients: allowedRecipients, requiresProof: requiresProof,
      maximumAttempts: maximumAttempts, clockToleranceMinutes: clockToleranceMinutes)
  }

  private init(
    recipients: Set<Recipient>, requiresProof: Bool, maximumAttempts: Int,
    clockToleranceMinutes: Int
  ) {
    self.allowedRecipients = recipients
    self.requiresProof = requiresProof
    self.maximumAttempts = maximumAttempts
    self.clockToleranceMinutes = clockToleranceMinutes
  }

  var clockToleranceMilliseconds: Int64 { Int64(clockToleranceMinutes) * 60_000 }
}

/// Why values are not a policy.
public enum CustodyPolicyError: Error, Hashable, Described {
  case noRecipients
  case noAttempts(Int)
  case badTolerance(Int)

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
    }
  }
}
