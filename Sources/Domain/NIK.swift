/// A resident's identity number (nomor induk kependudukan): 16 digits, `PPKKCC DDMMYY SSSS`.
///
/// The region is that of first registration, not of the home, and the day of a woman's birth
/// carries 40 more. There is no check digit. It prints masked; only ``digits`` shows it whole.
///
/// Source: PP 37/2007 article 37, PP 40/2019 article 30.
public struct NIK: Hashable, Sendable, CustomStringConvertible {
  /// All 16 digits: for sealing and keyed hashing only, never for print.
  public let digits: String

  /// Reads a NIK, ignoring spaces, dots and dashes between the digits.
  ///
  /// - Throws: ``NIKError`` for the first rule broken, from the most to the least basic.
  public init(_ text: some StringProtocol) throws(NIKError) {
    // Generic code is slow from another module, and files have numbers by the hundred thousand.
    try self.init(bytes: Array(text.utf8))
  }

  private init(bytes text: [UInt8]) throws(NIKError) {
    if Self.looksMangledBySpreadsheet(text) { throw .mangledBySpreadsheet }
    let bytes = text.filter {
      $0 != UInt8(ascii: " ") && $0 != UInt8(ascii: ".") && $0 != UInt8(ascii: "-")
    }
    guard bytes.allSatisfy(isASCIIDigit) else { throw .notDigits }
    guard bytes.count == 16 else { throw .wrongLength(bytes.count) }
    digits = String(decoding: bytes, as: UTF8.self)

    let regency = field(2, 2)
    guard (11...97).contains(field(0, 2)), regency >= 1, regency != 70, field(4, 2) >= 1
    else { throw .noSuchRegion(String(digits.prefix(6))) }
    guard (1...31).contains(dayOfBirth) else { throw .noSuchDay(field(6, 2)) }
    guard (1...12).contains(field(8, 2)) else { throw .noSuchMonth(field(8, 2)) }
    guard field(12, 4) >= 1 else { throw .zeroSerial }
    guard !birthDates.isEmpty else { throw .noSuchBirthDate }
  }

  /// The six digits of the kecamatan of first registration.
  public var registrationKecamatan: RegionCode? { RegionCode(digits.prefix(6)) }

  public var sex: Sex { field(6, 2) > 40 ? .female : .male }

  /// The dates of birth the two-digit year allows, the earlier century first; at least one.
  public var birthDates: [CalendarDate] {
    [1900, 2000].compactMap { century in
      CalendarDate(year: century + field(10, 2), month: field(8, 2), day: dayOfBirth)
    }
  }

  /// The likeliest date of birth of someone who holds a card on `day`: the one that makes them at
  /// least 17, and the younger of two such; failing that, any date not after `day`.
  public func birthDate(on day: CalendarDate) -> CalendarDate? {
    let past = birthDates.filter { $0 <= day }
    return past.last { $0.age(on: day) >= 17 } ?? past.last
  }

  /// `187101******0001`: the only form that is printed.
  public var masked: String { "\(digits.prefix(6))******\(digits.suffix(4))" }

  public var description: String { masked }

  /// Masks whatever stands in a NIK column, right or wrong, for a message.
  public static func masked(_ text: some StringProtocol) -> String {
    guard text.count > 10 else { return String(repeating: "*", count: text.count) }
    return "\(text.prefix(6))\(String(repeating: "*", count: text.count - 10))\(text.suffix(4))"
  }

  private var dayOfBirth: Int {
    let day = field(6, 2)
    return day > 40 ? day - 40 : day
  }

  private func field(_ start: Int, _ length: Int) -> Int {
    digits.utf8.dropFirst(start).prefix(length)
      .reduce(0) { $0 * 10 + Int($1) - Int(UInt8(ascii: "0")) }
  }

  /// A spreadsheet keeps 15 significant digits and may write the rest as an exponent.
  private static func looksMangledBySpreadsheet(_ text: [UInt8]) -> Bool {
    guard let first = text.first, isASCIIDigit(first),
      let exponent = text.firstIndex(where: { $0 | 0x20 == UInt8(ascii: "e") })
    else { return false }
    let tail = text[(exponent + 1)...].drop { $0 == UInt8(ascii: "+") }
    return !tail.isEmpty && tail.allSatisfy(isASCIIDigit)
  }
}

public enum Sex: String, CaseIterable, Sendable {
  case male = "L"
  case female = "P"
}

/// The rule of the NIK that a text breaks.
public enum NIKError: Error, Hashable, Described {
  case mangledBySpreadsheet
  case notDigits
  case wrongLength(Int)
  case noSuchRegion(String)
  case noSuchDay(Int)
  case noSuchMonth(Int)
  case zeroSerial
  case noSuchBirthDate

  public var phrase: Phrase {
    switch self {
    case .mangledBySpreadsheet:
      Phrase(
        id: "NIK rusak oleh lembar kerja (notasi E+15); ekspor ulang kolom NIK sebagai teks",
        en: "the NIK was mangled by a spreadsheet (E+15 notation); export the column as text")
    case .notDigits:
      Phrase(
        id: "NIK memuat karakter selain angka; perbaiki nilainya",
        en: "the NIK has characters other than digits; correct the value")
    case .wrongLength(let count):
      Phrase(
        id: "NIK harus 16 angka, ini \(count); perbaiki nilainya",
        en: "a NIK has 16 digits, this has \(count); correct the value")
    case .noSuchRegion(let digits):
      Phrase(
        id: "kode wilayah \(digits) di awal NIK tidak ada; perbaiki nilainya",
        en: "the NIK starts with \(digits), which is no region; correct the value")
    case .noSuchDay(let day):
      Phrase(
        id: "hari lahir \(day) pada NIK tidak ada (1-31, perempuan 41-71)",
        en: "the NIK says day of birth \(day), which does not exist (1-31, women 41-71)")
    case .noSuchMonth(let month):
      Phrase(
        id: "bulan lahir \(month) pada NIK tidak ada",
        en: "the NIK says month of birth \(month), which does not exist")
    case .zeroSerial:
      Phrase(
        id:
          "nomor urut NIK 0000 tidak ada; bila kolom ini pernah menjadi angka, ekspor sebagai teks",
        en: "the NIK ends in serial 0000, which does not exist; export the column as text")
    case .noSuchBirthDate:
      Phrase(
        id: "tanggal lahir pada NIK tidak ada di kalender",
        en: "the date of birth in the NIK is not in the calendar")
    }
  }
}
