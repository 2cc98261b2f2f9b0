import Domain
import Geometry

// Numbers, days and hours.
extension TableRow {
  /// The field as a whole number within `range`; nothing if it is empty.
  func wholeNumber(_ column: Column, in range: ClosedRange<Int>) throws(Rejection) -> Int? {
    guard let text = optional(column) else { return nil }
    guard text.utf8.count <= 9, text.utf8.allSatisfy(isASCIIDigit), let number = Int(text),
      range.contains(number)
    else { throw rejection(column, .notAWholeNumber(range)) }
    return number
  }

  /// The field as a day not after `today`; nothing if it is empty.
  func pastDate(_ column: Column, today: CalendarDate) throws(Rejection) -> CalendarDate? {
    guard let text = optional(column) else { return nil }
    guard let date = CalendarDate(text) else { throw rejection(column, .notADate) }
    guard date <= today else { throw rejection(column, .dateInFuture) }
    return date
  }

  /// The field as a time; nothing if it is empty.
  func time(_ column: Column) throws(Rejection) -> TimeOfDay? {
    guard let text = optional(column) else { return nil }
    guard let time = TimeOfDay(text) else { throw rejection(column, .notATime) }
    return time
  }

  /// The two fields as a place in Indonesia; nothing if both are empty.
  func coordinate(_ latitude: Column, _ longitude: Column) throws(Rejection) -> Coordinate? {
    let northE7 = try degreesE7(latitude)
    let eastE7 = try degreesE7(longitude)
    guard northE7 != nil || eastE7 != nil else { return nil }
    guard let northE7 else { throw rejection(latitude, .coordinateIncomplete) }
    guard let eastE7 else { throw rejection(longitude, .coordinateIncomplete) }
    if let place = Coordinate.inIndonesia(latitudeE7: northE7, longitudeE7: eastE7) { return place }
    let isSwapped = Coordinate.inIndonesia(latitudeE7: eastE7, longitudeE7: northE7) != nil
    throw rejection(latitude, isSwapped ? .coordinatesSwapped : .outsideIndonesia)
  }

  /// The field as whole 1e-7 degrees; nothing if it is empty.
  private func degreesE7(_ column: Column) throws(Rejection) -> Int32? {
    guard optional(column) != nil else { return nil }
    let field = bytes(column)
    if !allowsDecimalComma, field.contains(.comma) { throw rejection(column, .decimalComma) }
    let decimalMarks: Set<UInt8> =
      allowsDecimalComma ? [UInt8(ascii: "."), .comma] : [UInt8(ascii: ".")]
    guard let degrees = decimalDegreesE7(field, decimalMarks: decimalMarks) else {
      throw rejection(column, .notADecimal)
    }
    return degrees
  }
}

/// Reads `-5.381591` to whole 1e-7 degrees, half away from zero.
///
/// Grammar: an optional sign, one to three digits, then optionally a mark and 1 to 17 digits. No
/// exponent, no hexadecimal, no `nan` or `inf`.
func decimalDegreesE7(_ text: ArraySlice<UInt8>, decimalMarks: Set<UInt8>) -> Int32? {
  var digits = text
  let isNegative = digits.first == UInt8(ascii: "-")
  if isNegative || digits.first == UInt8(ascii: "+") { digits = digits.dropFirst() }
  let whole = digits.prefix(while: isASCIIDigit)
  guard (1...3).contains(whole.count) else { return nil }
  var fraction = digits[whole.endIndex...]
  if let mark = fraction.first {
    guard decimalMarks.contains(mark) else { return nil }
    fraction = fraction.dropFirst()
    guard (1...17).contains(fraction.count), fraction.allSatisfy(isASCIIDigit) else { return nil }
  }
  var value = 0
  for digit in whole { value = value * 10 + Int(digit - UInt8(ascii: "0")) }
  for place in 0..<7 {
    let digit = fraction.dropFirst(place).first ?? UInt8(ascii: "0")
    value = value * 10 + Int(digit - UInt8(ascii: "0"))
  }
  if let next = fraction.dropFirst(7).first, next >= UInt8(ascii: "5") { value += 1 }
  return Int32(exactly: isNegative ? -value : value)
}

extension Coordinate {
  /// Whether the place lies in the box around Indonesia: Rote to Weh, Weh to Merauke.
  var isInIndonesia: Bool {
    (-111_000_000...62_000_000).contains(latitudeE7)
      && (949_000_000...1_411_000_000).contains(longitudeE7)
  }

  /// The place, if it lies in that box.
  static func inIndonesia(latitudeE7: Int32, longitudeE7: Int32) -> Coordinate? {
    let place = try? Coordinate(latitudeE7: latitudeE7, longitudeE7: longitudeE7)
    return place?.isInIndonesia == true ? place : nil
  }
}
