/// The text of an XML file as it grows.
struct XMLText {
  private var bytes: [UInt8] = []

  var count: Int { bytes.count }

  mutating func takeBytes() -> [UInt8] {
    defer { bytes = [] }
    return bytes
  }

  mutating func add(_ plain: String) {
    bytes.append(contentsOf: plain.utf8)
  }

  mutating func add(_ number: Int64) {
    if number < 0 { bytes.append(UInt8(ascii: "-")) }
    add(digits: number.magnitude, atLeast: 1)
  }

  /// Seven decimals, always: no two spellings of one place.
  mutating func add(degreesE7: Int32) {
    if degreesE7 < 0 { bytes.append(UInt8(ascii: "-")) }
    let (whole, fraction) = degreesE7.magnitude.quotientAndRemainder(dividingBy: 10_000_000)
    add(digits: UInt64(whole), atLeast: 1)
    bytes.append(UInt8(ascii: "."))
    add(digits: UInt64(fraction), atLeast: 7)
  }

  /// Text inside an element or between double quotes; what XML 1.0 cannot hold becomes U+FFFD.
  mutating func add(escaping text: String) {
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "&"): add("&amp;")
      case UInt8(ascii: "<"): add("&lt;")
      case UInt8(ascii: ">"): add("&gt;")
      case UInt8(ascii: "\""): add("&quot;")
      case UInt8(ascii: "\t"): add("&#9;")
      case UInt8(ascii: "\n"): add("&#10;")
      case UInt8(ascii: "\r"): add("&#13;")
      case 0..<0x20: add("\u{FFFD}")
      case 0xBE, 0xBF:
        // U+FFFE and U+FFFF differ from U+FFFD in their last byte only.
        bytes.append(bytes.suffix(2).elementsEqual([0xEF, 0xBF]) ? 0xBD : byte)
      default: bytes.append(byte)
      }
    }
  }

  mutating func add(_ bounds: OSMBounds) {
    let sides = [
      ("minlat", bounds.southE7), ("minlon", bounds.westE7), ("maxlat", bounds.northE7),
      ("maxlon", bounds.eastE7),
    ]
    add("  <bounds")
    for (name, degreesE7) in sides {
      add(" ")
      add(name)
      add("=\"")
      add(degreesE7: degreesE7)
      add("\"")
    }
    add("/>\n")
  }

  /// Begins a node, way or relation and leaves its tag open.
  ///
  /// Editors refuse a thing with a positive identifier and no version; a negative one says that it
  /// is new.
  mutating func open(_ name: String, id: Int64) {
    add("  <")
    add(name)
    add(" id=\"")
    add(id)
    add(id > 0 ? "\" version=\"1\"" : "\"")
  }

  mutating func close(_ name: String, tags: OSMTags) {
    for (key, value) in tags {
      add("    <tag k=\"")
      add(escaping: key)
      add("\" v=\"")
      add(escaping: value)
      add("\"/>\n")
    }
    add("  </")
    add(name)
    add(">\n")
  }

  private mutating func add(digits number: UInt64, atLeast count: Int) {
    var start = bytes.count
    var rest = number
    repeat {
      let (quotient, digit) = rest.quotientAndRemainder(dividingBy: 10)
      bytes.append(UInt8(ascii: "0") + UInt8(digit))
      rest = quotient
    } while rest > 0 || bytes.count - start < count
    // The last digit came first.
    var end = bytes.count - 1
    while start < end {
      bytes.swapAt(start, end)
      start += 1
      end -= 1
    }
  }
}
