/// A card's own opaque number, `KTP-1871-26-00000001-7`: regency, year, serial and a check digit.
///
/// It says nothing about the resident, so it may stand on labels and in QR codes. The check digit
/// finds every single wrong digit and every swap of neighbours.
///
/// The card that a new one replaces has no number that may be written down; it goes by the number
/// of its successor with another prefix, `OLD-1871-26-00000001-7`.
///
/// Source: H. M. Damm, "Total anti-symmetrische Quasigruppen", 2004.
public struct CardID: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// The fifteen digits as one number, with ``oldMark`` added for an old card: a ledger has cards by
  /// the million, and a number is compared at once.
  private let number: UInt64

  private static let oldMark: UInt64 = 1 << 63

  /// Mints the identifier of card `serial` that `regency` registered in `year`.
  ///
  /// - Precondition: `serial` has at most eight digits.
  public init(regency: RegionCode, year: Int, serial: Int) {
    precondition((0...99_999_999).contains(serial), "serial \(serial) has more than eight digits")
    let body = regency.regency.digits + padded(year % 100, to: 2) + padded(serial, to: 8)
    number = (body.utf8 + [Damm.checkDigit(of: Array(body.utf8)[...])]).reduce(0) {
      $0 * 10 + UInt64($1 - UInt8(ascii: "0"))
    }
  }

  /// Reads an identifier, with or without dashes and prefix, in any case; nothing if it is malformed
  /// or its check digit is wrong.
  public init?(_ text: some StringProtocol) {
    // Generic code is slow from another module, and a store has cards by the hundred thousand.
    self.init(bytes: Array(text.utf8))
  }

  private init?(bytes: [UInt8]) {
    var (number, digitCount, interim) = (UInt64(0), 0, UInt8(0))
    var prefix: [UInt8] = []
    for byte in bytes where byte != UInt8(ascii: "-") && byte != UInt8(ascii: " ") {
      if isASCIIDigit(byte), digitCount < 15 {
        let digit = byte - UInt8(ascii: "0")
        number = number * 10 + UInt64(digit)
        interim = Damm.next(interim, digit)
        digitCount += 1
      } else if digitCount == 0, prefix.count < 3 {
        prefix.append(byte & 0xDF)
      } else {
        return nil
      }
    }
    // A number that ends with its own check digit has the check digit 0.
    guard digitCount == 15, interim == 0 else { return nil }
    switch prefix {
    case [], Self.newCard: self.number = number
    case Self.oldCard: self.number = number | Self.oldMark
    default: return nil
    }
  }

  private init(number: UInt64) { self.number = number }

  private static let newCard = Array("KTP".utf8)
  private static let oldCard = Array("OLD".utf8)

  public var description: String {
    String(unsafeUninitializedCapacity: 22) { text in
      _ = text.initialize(fromContentsOf: isOld ? Self.oldCard : Self.newCard)
      var rest = number & ~Self.oldMark
      for place in (3..<22).reversed() {
        if place == 3 || place == 8 || place == 11 || place == 20 {
          text[place] = UInt8(ascii: "-")
        } else {
          text[place] = UInt8(ascii: "0") + UInt8(rest % 10)
          rest /= 10
        }
      }
      return 22
    }
  }

  /// Whether this is a card that was replaced.
  public var isOld: Bool { number >= Self.oldMark }

  /// The card that this one replaces, or this one if it is old itself.
  public var old: CardID { CardID(number: number | Self.oldMark) }

  /// The card that replaces this one, or this one if it is new itself.
  public var new: CardID { CardID(number: number & ~Self.oldMark) }

  /// As their descriptions sort: every old card comes after the others.
  public static func < (left: CardID, right: CardID) -> Bool { left.number < right.number }
}
