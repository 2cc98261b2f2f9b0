/// A card's own opaque number, `KTP-1871-26-00000001-7`: regency, year, serial and a check digit.
///
/// It says nothing about the resident, so it may stand on labels and in QR codes. The check digit
/// finds every single wrong digit and every swap of neighbours.
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
    let isPrefixed = digits.count == 18 && digits.prefix(3).map { $0 & 0xDF } == Self.prefix
    if isPrefixed { digits = digits.dropFirst(3) }
    guard digits.count == 15, digits.allSatisfy(isASCIIDigit) else { return nil }
    let body = digits.dropLast()
    guard digits.last == Damm.checkDigit(of: body) else { return nil }
    self.init(body: body)
  }

  /// - Parameter body: The 14 ASCII digits of regency, year and serial.
  private init(body: ArraySlice<UInt8>) {
    let dash = UInt8(ascii: "-")
    var text = Self.prefix
    text.reserveCapacity(22)
    for part in [body.prefix(4), body.dropFirst(4).prefix(2), body.suffix(8)] {
      text.append(dash)
      text.append(contentsOf: part)
    }
    text.append(dash)
    text.append(Damm.checkDigit(of: body))
    description = String(decoding: text, as: UTF8.self)
  }

  private static let prefix = Array("KTP".utf8)

  public static func < (left: CardID, right: CardID) -> Bool {
    left.description < right.description
  }
}
