import CryptoExtras

/// A data key locked with a PIN: whoever has the file and not the PIN must try PINs, and every try
/// costs time and memory.
///
/// Source: scrypt (RFC 7914); AES-256-GCM under the derived key.
public struct Vault: Hashable, Sendable {
  /// What one try costs; see RFC 7914, section 2.
  public struct Cost: Hashable, Sendable {
    /// A power of two.
    public let rounds: Int
    public let blockSize: Int
    public let parallelism: Int

    /// About 160 ms and 32 MiB on one core of 2026 (OWASP ASVS 5.0).
    public static let standard = Cost(known: 1 << 15, 8, 3)
    /// For tests, which open pockets by the thousand.
    public static let trifling = Cost(known: 1 << 4, 1, 1)

    /// Nothing for what would cost nothing, or more memory than a small device has.
    public init?(rounds: Int, blockSize: Int, parallelism: Int) {
      guard (1 << 4...1 << 20).contains(rounds), rounds.nonzeroBitCount == 1,
        (1...32).contains(blockSize), (1...16).contains(parallelism),
        128 * rounds * blockSize <= 1 << 30
      else { return nil }
      self.init(known: rounds, blockSize, parallelism)
    }

    private init(known rounds: Int, _ blockSize: Int, _ parallelism: Int) {
      self.rounds = rounds
      self.blockSize = blockSize
      self.parallelism = parallelism
    }

    fileprivate var memoryBytes: Int { 128 * blockSize * (rounds + parallelism + 2) + 1 << 20 }
  }

  public let cost: Cost
  public let salt: Fingerprint
  /// The data key under the key that follows from PIN and salt.
  public let sealedKey: [UInt8]

  /// What a store kept of a vault.
  public init(cost: Cost, salt: Fingerprint, sealedKey: [UInt8]) {
    self.cost = cost
    self.salt = salt
    self.sealedKey = sealedKey
  }

  /// Locks `key` with a PIN.
  ///
  /// - Throws: ``VaultError/weakPIN``, ``VaultError/noMemory``.
  public init(
    locking key: DataKey, with pin: String, cost: Cost = .standard,
    using random: inout some RandomNumberGenerator
  ) throws(VaultError) {
    guard Self.isStrong(pin) else { throw .weakPIN }
    self.cost = cost
    salt = Fingerprint(random: &random)
    let lock = try Self.lock(of: pin, salt: salt, cost: cost)
    do { sealedKey = try lock.seal(key.secretBytes, context: Self.context) } catch {
      throw .noMemory
    }
  }

  /// Opens the vault; count the try, durably, before calling.
  ///
  /// - Throws: ``VaultError/wrongPIN(wait:)`` without a wait, ``VaultError/noMemory``.
  public func key(with pin: String) throws(VaultError) -> DataKey {
    let lock = try Self.lock(of: pin, salt: salt, cost: cost)
    guard let secret = try? lock.open(sealedKey, context: Self.context),
      let key = DataKey(secretBytes: secret)
    else { throw .wrongPIN(wait: .zero) }
    return key
  }

  /// At least six characters; if all are digits, not one digit only and not a run such as 123456.
  public static func isStrong(_ pin: String) -> Bool {
    let bytes = Array(pin.utf8)
    guard bytes.count >= 6 else { return false }
    let steps = Set(zip(bytes, bytes.dropFirst()).map { Int($1) - Int($0) })
    return steps.count > 1 || !(-1...1).contains(steps.first ?? 0)
  }

  private static let context = "hantar data key"

  private static func lock(
    of pin: String, salt: Fingerprint, cost: Cost
  ) throws(VaultError) -> DataKey {
    let derived = try? KDF.Scrypt.deriveKey(
      from: Array(pin.utf8), salt: salt.bytes, outputByteCount: Fingerprint.byteCount,
      rounds: cost.rounds, blockSize: cost.blockSize, parallelism: cost.parallelism,
      maxMemory: cost.memoryBytes)
    guard let bytes = derived?.withUnsafeBytes({ Array($0) }), let key = DataKey(secretBytes: bytes)
    else { throw .noMemory }
    return key
  }
}
