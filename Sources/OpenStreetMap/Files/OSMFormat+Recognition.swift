extension OSMFormat {
  /// As much of a file as tells its format.
  private static let frontBytes = 4_096

  init(recognising path: String) throws(OSMError) {
    let file = try InputFile(path: path)
    var front: [UInt8] = []
    let count = try file.read(Self.frontBytes, into: &front)
    front.removeSubrange(count...)

    if front.starts(with: [0x1F, 0x8B]) {
      self = .xmlGzip
      try Self.expectXML(in: path, packed: self)
    } else if front.starts(with: Array("BZh".utf8)) {
      self = .xmlBZip2
      try Self.expectXML(in: path, packed: self)
    } else if Self.isPBF(front) {
      self = .pbf
    } else if Self.isXML(front), !front.isWebPage {
      self = .xml
    } else {
      throw .foreign(path: path, found: OSMForeignFile(front))
    }
  }

  /// A PBF begins with the length of a header that names its kind.
  private static func isPBF(_ front: [UInt8]) -> Bool {
    front.count > 4 && front[0] == 0 && front.contains(subsequence: "OSMHeader")
  }

  /// A byte order mark, or a tag after blanks.
  private static func isXML(_ front: [UInt8]) -> Bool {
    if front.starts(with: [0xFE, 0xFF]) || front.starts(with: [0xFF, 0xFE]) { return true }
    let text = front.starts(with: [0xEF, 0xBB, 0xBF]) ? front.dropFirst(3) : front[...]
    let first = text.first { !" \t\r\n".utf8.contains($0) }
    return first == UInt8(ascii: "<")
  }

  private static func expectXML(in path: String, packed format: OSMFormat) throws(OSMError) {
    let unpacked = try UnpackedFile(InputFile(path: path), format: format)
    var front: [UInt8] = []
    let count = try unpacked.read(frontBytes, into: &front)
    front.removeSubrange(count...)
    if !isXML(front) || front.isWebPage {
      throw .foreign(path: path, found: OSMForeignFile(front))
    }
  }
}

extension OSMForeignFile {
  private static let marks: [(front: [UInt8], file: OSMForeignFile)] = [
    (Array("PK".utf8), .zip), ([0xFD] + Array("7zXZ".utf8), .xz),
    ([0x28, 0xB5, 0x2F, 0xFD], .zstd), ([0xFF, 0xE0], .o5m), (Array("{".utf8), .json),
  ]

  /// What a file that is no map seems to be.
  fileprivate init(_ front: [UInt8]) {
    if front.isEmpty {
      self = .empty
    } else if front.isWebPage {
      self = .webPage
    } else {
      self = Self.marks.first { front.starts(with: $0.front) }?.file ?? .unknown
    }
  }
}

extension [UInt8] {
  /// Whether this is what a server answers instead of a file.
  fileprivate var isWebPage: Bool {
    let text = String(decoding: prefix(1_024), as: UTF8.self).lowercased()
    return text.contains("<!doctype html") || text.contains("<html")
  }

  fileprivate func contains(subsequence text: StaticString) -> Bool {
    let wanted = Array("\(text)".utf8)
    return indices.contains { self[$0...].starts(with: wanted) }
  }
}
