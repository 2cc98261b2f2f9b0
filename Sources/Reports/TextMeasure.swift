/// How many lines a text takes in a column of print, guessed on the safe side.
///
/// A page is filled by this guess and not by the browser, so that a run sheet breaks at the same
/// stop everywhere. Widths are those of DejaVu Sans, the widest of the fonts the sheet may get.
struct TextMeasure {
  /// The column's width inside its padding.
  let columnMillimetres: Double
  /// The height of a letter's em, and for bold type what its greater width adds to it.
  let emMillimetres: Double

  init(columnMillimetres: Double, points: Double, isBold: Bool = false) {
    self.columnMillimetres = columnMillimetres
    emMillimetres = points * 25.4 / 72 * (isBold ? 1.12 : 1)
  }

  /// The lines `text` fills when words wrap and long words break; none for an empty text.
  func lineCount(of text: String) -> Int {
    let columnEms = columnMillimetres / emMillimetres
    var lines = 0
    var filledEms = columnEms
    for word in text.split(separator: " ") {
      let wordEms = word.reduce(0) { $0 + Self.ems(of: $1) }
      if lines > 0, filledEms + 0.32 + wordEms <= columnEms {
        filledEms += 0.32 + wordEms
        continue
      }
      let fullLines = Int(wordEms / columnEms)
      lines += 1 + fullLines
      filledEms = wordEms - Double(fullLines) * columnEms
    }
    return lines
  }

  private static func ems(of character: Character) -> Double {
    if character == "\u{A0}" { return 0.32 }
    guard let byte = character.asciiValue else {
      return String(character).displayWidth > 1 ? 1.1 : 1
    }
    switch byte {
    case UInt8(ascii: "i"), UInt8(ascii: "l"), UInt8(ascii: "j"), UInt8(ascii: "I"),
      UInt8(ascii: "."), UInt8(ascii: ","), UInt8(ascii: "'"):
      return 0.33
    case UInt8(ascii: "f"), UInt8(ascii: "t"), UInt8(ascii: "r"), UInt8(ascii: "/"),
      UInt8(ascii: "-"), UInt8(ascii: "("), UInt8(ascii: ")"):
      return 0.42
    case UInt8(ascii: "m"), UInt8(ascii: "w"), UInt8(ascii: "M"), UInt8(ascii: "W"): return 1.0
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): return 0.76
    default: return 0.64
    }
  }
}
