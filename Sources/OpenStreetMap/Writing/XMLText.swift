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
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": add("&amp;")
      case "<": add("&lt;")
      case ">": add("&gt;")
      case "\"": add("&quot;")
      case "\t": add("&#9;")
      case "\n": add("&#10;")
      case "\r": add("&#13;")
      case "\u{0}"..<" ", "\u{FFFE}", "\u{FFFF}": add("\u{FFFD}")
      default: bytes.append(contentsOf: scalar.utf8)
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
      add(" \(name)=\"")
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
    add("  <\(name) id=\"")
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
    add("  </\(name)>\n")
  }

  private mutating func add(digits number: UInt64, atLeast count: Int) {
    let start = bytes.count
    var rest = number
    repeat {
      let (quotient, digit) = rest.quotientAndRemainder(dividingBy: 10)
      bytes.append(UInt8(ascii: "0") + UInt8(digit))
      rest = quotient
    } while rest > 0 || bytes.count - start < count
    bytes[start...].reverse()
  }
}
