import RoadNetwork

#if canImport(Glibc)
  import Glibc
#endif

/// Files of the repository and the data beside it, found from where this source file lies.
enum Repository {
  /// The folder that holds `Package.swift`.
  static let path = {
    let folders = "\(#filePath)".split(separator: "/", omittingEmptySubsequences: false)
    return folders.dropLast(4).joined(separator: "/")
  }()

  static func map(_ name: String) -> String { "\(path)/../shared/data/maps/osm/\(name)" }

  static let hasMaps = access(map("INDEX.csv"), R_OK) == 0

  /// A profile that comes with the program.
  static func profile(_ name: String) throws -> RoadProfile {
    try RoadProfile(text(of: "\(path)/maps/profiles/\(name).profile"))
  }

  static func text(of path: String) -> String {
    String(decoding: bytes(of: path), as: UTF8.self)
  }

  static func bytes(of path: String) -> [UInt8] {
    guard let file = fopen(path, "rb") else { return [] }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    while case let byte = getc(file), byte != EOF { bytes.append(UInt8(byte)) }
    return bytes
  }
}
