import Glibc

/// A text of the XML library: bytes up to a zero, which live as long as one of its calls.
@safe
struct XMLString {
  private let start: UnsafePointer<CChar>

  init(_ start: UnsafePointer<CChar>) {
    unsafe self.start = start
  }

  var string: String { unsafe String(cString: start) }
  /// As an error shows it.
  var shown: String { String(shown: Array(string.utf8).span) }
  var shortName: XMLName { unsafe XMLName(start) }

  /// The bytes before the zero.
  var bytes: UnsafeBufferPointer<UInt8> {
    unsafe UnsafeBufferPointer(
      start: UnsafeRawPointer(start).assumingMemoryBound(to: UInt8.self), count: strlen(start))
  }

  /// Appends the bytes; throws if they are more than any text of a map has.
  func append(to bytes: inout [UInt8]) throws(OSMFault) -> OSMTextPiece {
    let length = unsafe self.bytes.count
    try OSMLimits.textBytes.check(length)
    unsafe bytes.append(contentsOf: self.bytes)
    return OSMTextPiece(last: length, of: bytes.count)
  }

  func equals(_ other: StaticString) -> Bool {
    var next = unsafe start
    for index in 0..<other.utf8CodeUnitCount {
      guard unsafe UInt8(bitPattern: next.pointee) == other.utf8Start[index] else { return false }
      unsafe next += 1
    }
    return unsafe next.pointee == 0
  }

  /// A whole number, with nothing around it.
  var integer: Int64? {
    var next = unsafe start
    let isNegative = unsafe next.pointee == CChar(bitPattern: UInt8(ascii: "-"))
    if isNegative { unsafe next += 1 }
    var value: Int64 = 0
    repeat {
      let digit = unsafe UInt8(bitPattern: next.pointee) &- UInt8(ascii: "0")
      guard digit < 10 else { return nil }
      let (shifted, isLarge) = value.multipliedReportingOverflow(by: 10)
      let (sum, isTooLarge) = shifted.subtractingReportingOverflow(Int64(digit))
      if isLarge || isTooLarge { return nil }
      value = sum
      unsafe next += 1
    } while unsafe next.pointee != 0
    if isNegative { return value }
    return value == .min ? nil : -value
  }
}
