/// The encoding of an XML text, as far as mending needs to know it.
enum XMLEncoding {
  /// Whether `front` begins a text that is UTF-8 or should be: all that names no other encoding.
  static func isUTF8(_ front: ArraySlice<UInt8>) -> Bool {
    if front.starts(with: [0xFE, 0xFF]) || front.starts(with: [0xFF, 0xFE]) { return false }
    let declaration = String(decoding: front.prefix(200), as: UTF8.self).lowercased()
      .prefix { $0 != ">" }
    return !declaration.contains("encoding") || declaration.contains("utf-8")
  }
}
