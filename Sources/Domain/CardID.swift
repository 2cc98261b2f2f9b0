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
    description = Self.written(body, check: Damm.checkDigit(of: body))
  }

  /// Reads an identifier, with or without dashes and prefix, in any case; nothing if it is malformed
  /// or its check digit is wrong.
  public init?(_ text: some StringProtocol) {
    var digits = text.uppercased().filter { $0 != "-" && $0 != " " }[...]
    if digits.hasPrefix("KTP") { digits = digits.dropFirst(3) }
    guard digits.utf8.count == 15, digits.utf8.allSatisfy(isASCIIDigit) else { return nil }
    let body = String(digits.dropLast())
    guard Damm.checkDigit(of: body) == Int(digits.suffix(1)) else { return nil }
    description = Self.written(body, check: Damm.checkDigit(of: body))
  }

  private static func written(_ body: String, check: Int) -> String {
    "KTP-\(body.prefix(4))-\(body.dropFirst(4).prefix(2))-\(body.suffix(8))-\(check)"
  }

  public static func < (left: CardID, right: CardID) -> Bool {
    left.description < right.description
  }
}
