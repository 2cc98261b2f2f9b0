import Custody
import Domain
import TestSupport
import Testing

@Suite struct ExchangeSealedBoxTests {
  private let key: BoxKey
  private let secret = Array("rahasia".utf8)

  init() throws {
    var random = SplitMix64(seed: 3)
    key = try BoxKey(using: &random)
  }

  @Test func aBoxOpensForItsKeyPurposeAndContextOnly() throws {
    var random = SplitMix64(seed: 4)
    let other = try BoxKey(using: &random)
    let sealed = try SealedBox.seal(
      secret, to: key.publicKey, info: "mail", authenticating: [1, 2])
    #expect(sealed.count == secret.count + SealedBox.overhead)
    #expect(
      try SealedBox.open(sealed, with: key, info: "mail", authenticating: [1, 2]) == secret)
    let wrong: [(BoxKey, String, [UInt8])] = [
      (other, "mail", [1, 2]), (key, "post", [1, 2]), (key, "mail", [1]), (key, "mail", []),
    ]
    for (key, info, context) in wrong {
      #expect(throws: KeyError.cannotOpen(context: info)) {
        try SealedBox.open(sealed, with: key, info: info, authenticating: context)
      }
    }
  }

  @Test func theSameWordsNeverLookTheSame() throws {
    let boxes = try (0..<3).map { _ in
      try SealedBox.seal(secret, to: key.publicKey, info: "mail")
    }
    #expect(Set(boxes).count == 3)
  }

  @Test func everyChangedByteAndEveryCutIsRefused() throws {
    let sealed = try SealedBox.seal(secret, to: key.publicKey, info: "mail")
    for place in sealed.indices {
      for bytes in [sealed.flipped(at: place), Array(sealed.prefix(place))] {
        #expect(throws: KeyError.self, "byte \(place)") {
          try SealedBox.open(bytes, with: key, info: "mail")
        }
      }
    }
  }

  @Test func nothingIsSealedToAKeyThatIsNone() throws {
    let zero = try #require(BoxPublicKey(bytes: [UInt8](repeating: 0, count: 32)))
    #expect(throws: KeyError.unusable) { try SealedBox.seal(secret, to: zero, info: "mail") }
  }

  @Test func aResidentsPINIsForOneEventAndTheOfficeOnly() throws {
    let card = try ExchangeSamples.card(1)
    let event = Event.ID(device: "D-0123456789abcdef", sequence: 4)
    let sealed = try ResidentPIN.seal("012345", for: event, cards: [card], to: key.publicKey)
    #expect(try ResidentPIN.open(sealed, for: event, cards: [card], with: key) == "012345")
    let moved = [
      (Event.ID(device: event.device, sequence: 5), [card]),
      (Event.ID(device: "D-1123456789abcdef", sequence: 4), [card]),
      (event, [try ExchangeSamples.card(2)]), (event, []),
    ]
    for (event, cards) in moved {
      #expect(throws: KeyError.self) {
        try ResidentPIN.open(sealed, for: event, cards: cards, with: key)
      }
    }
    let long = try ResidentPIN.seal("0123456", for: event, cards: [card], to: key.publicKey)
    #expect(throws: KeyError.self) {
      try ResidentPIN.open(long, for: event, cards: [card], with: key)
    }
  }

  @Test(arguments: [
    ("012345", true), ("12345", false), ("1234567", false), ("12345a", false), ("", false),
    ("１２３４５６", false),
  ])
  func aPINIsSixDigits(text: String, isPIN: Bool) {
    #expect(ResidentPIN.isWellFormed(text) == isPIN)
  }
}
