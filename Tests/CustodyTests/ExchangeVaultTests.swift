import Custody
import Domain
import TestSupport
import Testing

@Suite struct ExchangeVaultTests {
  private var random = SplitMix64(seed: 5)

  @Test mutating func aVaultOpensWithItsPINOnly() throws {
    let key = DataKey(using: &random)
    let vault = try Vault(locking: key, with: "271804", cost: .trifling, using: &random)
    #expect(try vault.key(with: "271804") == key)
    for pin in ["271805", "", "2718040", "27180"] {
      #expect(throws: VaultError.wrongPIN(wait: .zero), "\(pin)") { try vault.key(with: pin) }
    }
  }

  @Test mutating func theKeyIsNotInTheVaultAndEveryVaultDiffers() throws {
    let key = DataKey(using: &random)
    let vaults = [
      try Vault(locking: key, with: "271804", cost: .trifling, using: &random),
      try Vault(locking: key, with: "271804", cost: .trifling, using: &random),
    ]
    #expect(vaults[0].salt != vaults[1].salt)
    #expect(vaults[0].sealedKey != vaults[1].sealedKey)
    #expect(!vaults[0].sealedKey.contains(key.secretBytes))
  }

  @Test mutating func aVaultThatWasChangedDoesNotOpen() throws {
    let key = DataKey(using: &random)
    let vault = try Vault(locking: key, with: "271804", cost: .trifling, using: &random)
    for place in vault.sealedKey.indices {
      let changed = Vault(
        cost: vault.cost, salt: vault.salt, sealedKey: vault.sealedKey.flipped(at: place))
      #expect(throws: VaultError.self) { try changed.key(with: "271804") }
    }
    let cheaper = Vault(
      cost: try #require(Vault.Cost(rounds: 32, blockSize: 1, parallelism: 1)), salt: vault.salt,
      sealedKey: vault.sealedKey)
    #expect(throws: VaultError.self) { try cheaper.key(with: "271804") }
  }

  @Test mutating func theStandardCostIsWhatItSays() throws {
    #expect(Vault.Cost.standard.rounds == 32_768)
    #expect(Vault.Cost.standard.blockSize == 8)
    #expect(Vault.Cost.standard.parallelism == 3)
    let key = DataKey(using: &random)
    #expect(try Vault(locking: key, with: "271804", using: &random).cost == .standard)
  }

  @Test(arguments: [
    (0, 1, 1), (15, 1, 1), (17, 1, 1), (1 << 21, 8, 1), (16, 0, 1), (16, 1, 0),
    (1 << 20, 32, 1), (-16, 1, 1),
  ])
  func aCostThatIsNoneOrTooMuchIsRefused(rounds: Int, blockSize: Int, parallelism: Int) {
    #expect(
      Vault.Cost(rounds: rounds, blockSize: blockSize, parallelism: parallelism) == nil)
  }

  @Test(arguments: [
    ("12345", false), ("", false), ("111111", false), ("123456", false), ("654321", false),
    ("aaaaaa", false), ("121212", true), ("271804", true), ("kopi tubruk", true),
  ])
  func aPINThatAnyoneWouldTryIsRefused(pin: String, isStrong: Bool) throws {
    #expect(Vault.isStrong(pin) == isStrong)
    var random = SplitMix64(seed: 6)
    let key = DataKey(using: &random)
    if !isStrong {
      #expect(throws: VaultError.weakPIN) {
        try Vault(locking: key, with: pin, cost: .trifling, using: &random)
      }
    }
  }

  @Test func everyWrongPINMakesTheWaitLonger() {
    var tries = PINTries.none
    var pauses: [Int64] = []
    for minute in 0..<13 {
      #expect(tries.wait(at: ExchangeSamples.clock(minute * 60)) == .zero)
      tries = tries.adding(at: ExchangeSamples.clock(minute * 60))
      pauses.append(tries.pause.components.seconds)
    }
    #expect(pauses == [1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 900, 900, 900])
    #expect(PINTries(wrong: .max, last: nil).pause == .seconds(900))
    #expect(PINTries(wrong: -1, last: nil).pause == .zero)
  }

  @Test func nobodyShortensTheWaitByTheClockOrByARestart() {
    let start = ClockReading(wall: Instant(milliseconds: 0), boot: "a", uptime: 5_000)
    let tries = PINTries(wrong: 5, last: start)  // 16 s
    func wait(_ wall: Int64, _ boot: String?, _ uptime: Int64?) -> Duration {
      tries.wait(
        at: ClockReading(wall: Instant(milliseconds: wall), boot: boot, uptime: uptime))
    }
    #expect(wait(1_000, "a", 6_000) == .seconds(15))
    #expect(wait(9_000_000, "a", 6_000) == .seconds(15))
    #expect(wait(-9_000_000, "a", 21_000) == .zero)
    #expect(wait(9_000_000, "b", 3_000) == .seconds(13))
    #expect(wait(9_000_000, "b", 16_000) == .zero)
    #expect(wait(9_000, nil, nil) == .seconds(7))
    #expect(wait(.min, "a", .min) == .seconds(16))
  }

  @Test func dataIsSealedForOnePlace() throws {
    var random = SplitMix64(seed: 7)
    let key = DataKey(using: &random)
    let sealed = try key.seal([1, 2, 3], context: "run 1")
    #expect(try key.open(sealed, context: "run 1") == [1, 2, 3])
    #expect(throws: KeyError.cannotOpen(context: "run 2")) {
      try key.open(sealed, context: "run 2")
    }
    #expect(throws: KeyError.self) { try DataKey(using: &random).open(sealed, context: "run 1") }
    #expect(throws: KeyError.self) { try key.open([], context: "run 1") }
  }

  @Test(arguments: [
    VaultError.weakPIN, .wrongPIN(wait: .seconds(2)), .tooSoon(wait: .milliseconds(1500)),
    .sessionExpired, .noMemory,
  ])
  func everyRefusalSpeaksBothLanguages(error: VaultError) {
    #expect(error.phrase.indonesian != error.phrase.english)
    if case .tooSoon = error { #expect(error.phrase.english.contains("wait 2 s")) }
  }
}
