/// A name of at most eight letters as one number, so that names are compared at once.
struct XMLName: Equatable {
  private let letters: UInt64

  /// A longer name equals none of those below.
  init(_ name: UnsafePointer<CChar>) {
    var letters: UInt64 = 0
    for index in 0...8 {
      let letter = unsafe UInt8(bitPattern: name[index])
      if letter == 0 { break }
      letters = index == 8 ? 0 : letters << 8 | UInt64(letter)
    }
    self.letters = letters
  }

  private init(literal name: String) {
    letters = name.utf8.reduce(0) { $0 << 8 | UInt64($1) }
  }

  static let osm = XMLName(literal: "osm")
  static let node = XMLName(literal: "node")
  static let way = XMLName(literal: "way")
  static let relation = XMLName(literal: "relation")
  static let nodeReference = XMLName(literal: "nd")
  static let tag = XMLName(literal: "tag")
  static let member = XMLName(literal: "member")

  static let id = XMLName(literal: "id")
  static let latitude = XMLName(literal: "lat")
  static let longitude = XMLName(literal: "lon")
  static let visible = XMLName(literal: "visible")
  static let action = XMLName(literal: "action")
  static let reference = XMLName(literal: "ref")
  static let key = XMLName(literal: "k")
  static let value = XMLName(literal: "v")
  static let type = XMLName(literal: "type")
  static let role = XMLName(literal: "role")
}
