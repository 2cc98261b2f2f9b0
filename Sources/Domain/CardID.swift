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
  public let description: String

  /// Mints the identifier of card `serial` that `regency` registered in `year`.
  ///
  /// - Precondition: `serial` has at most eight digits.
  public init(regency: RegionCode, year: Int, serial: Int) {
    precondition((0...99_999_999).contains(serial), "serial \(serial) has more than eight digits")
    let body = regency.regency.digits + padded(year % 100, to: 2) + padded(serial, to: 8)
    self.init(body: Array(body.utf8)[...])
  }

  /// Reads an identifier, with or without dashes and prefix, in any case; nothing if it is malformed
  /// or its check digit is wrong.
  public init?(_ text: some StringProtocol) {
    // Generic code is slow from another module, and a store has cards by the hundred thousand.
    self.init(bytes: Array(text.utf8))
  }

  private init?(bytes: [UInt8]) {
    var digits = bytes.filter { $0 != UInt8(ascii: "-") && $0 != UInt8(ascii: " ") }[...]
    var prefix = Self.newCard
    if digits.count == 18 {
      prefix = digits.prefix(3).map { $0 & 0xDF }
      guard prefix == Self.newCard || prefix == Self.oldCard else { return nil }
      digits = digits.dropFirst(3)
    }
    guard digits.count == 15, digits.allSatisfy(isASCIIDigit) else { return nil }
    let body = digits.dropLast()
    guard digits.last == Damm.checkDigit(of: body) else { return nil }
    self.init(body: body, prefix: prefix)
  }

  /// - Parameter body: The 14 ASCII digits of regency, year and serial.
  private init(body: ArraySlice<UInt8>, prefix: [UInt8] = newCard) {
    let dash = UInt8(ascii: "-")
    var text = prefix
    text.reserveCapacity(22)
    for part in [body.prefix(4), body.dropFirst(4).prefix(2), body.suffix(8)] {
      text.append(dash)
      text.append(contentsOf: part)
    }
    text.append(dash)
    text.append(Damm.checkDigit(of: body))
    description = String(decoding: text, as: UTF8.self)
  }

  private static let newCard = Array("KTP".utf8)
  private static let oldCard = Array("OLD".utf8)

  /// Whether this is a card that was replaced.
  public var isOld: Bool { description.utf8.first == UInt8(ascii: "O") }

  /// The card that this one replaces, or this one if it is old itself.
  public var old: CardID { CardID(text: "OLD" + description.dropFirst(3)) }

  /// The card that replaces this one, or this one if it is new itself.
  public var new: CardID { CardID(text: "KTP" + description.dropFirst(3)) }

  private init(text: String) { description = text }

  public static func < (left: CardID, right: CardID) -> Bool {
    left.description < right.description
  }
}
