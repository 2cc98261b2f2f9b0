public import Domain

/// The number of a handover document (berita acara serah terima): `BAST/1871/20170727/001`.
///
/// Invariant: the regency is a regency, the serial at least 1.
public struct HandoverDocumentNumber: Hashable, Comparable, Sendable, CustomStringConvertible {
  public let regency: RegionCode
  public let date: CalendarDate
  /// The count of documents that day, from 1.
  public let serial: Int

  /// Mints the number of the `serial`-th document of the day; nothing if `serial` is below 1.
  public init?(regency: RegionCode, date: CalendarDate, serial: Int) {
    guard serial >= 1 else { return nil }
    self.regency = regency.regency
    self.date = date
    self.serial = serial
  }

  /// Reads what ``description`` or ``fileName`` writes.
  public init?(_ text: some StringProtocol) {
    let parts = text.split(omittingEmptySubsequences: false) { $0 == "/" || $0 == "-" }
    guard parts.count == 4, parts[0] == "BAST", let regency = RegionCode(parts[1]),
      let date = Self.date(compact: parts[2]), let serial = Int(parts[3])
    else { return nil }
    self.init(regency: regency, date: date, serial: serial)
    guard text == description || text == fileName else { return nil }
  }

  public var description: String { written(with: "/") }

  /// The same with dashes, which every file system takes.
  public var fileName: String { written(with: "-") }

  public static func < (left: HandoverDocumentNumber, right: HandoverDocumentNumber) -> Bool {
    (left.regency, left.date, left.serial) < (right.regency, right.date, right.serial)
  }

  private func written(with separator: String) -> String {
    let day = date.description.filter { $0 != "-" }
    return ["BAST", regency.digits, day, padded(serial, to: 3)].joined(separator: separator)
  }

  /// Reads `YYYYMMDD`.
  private static func date(compact text: some StringProtocol) -> CalendarDate? {
    guard text.utf8.count == 8, text.utf8.allSatisfy(isASCIIDigit) else { return nil }
    return CalendarDate("\(text.prefix(4))-\(text.dropFirst(4).prefix(2))-\(text.suffix(2))")
  }
}
