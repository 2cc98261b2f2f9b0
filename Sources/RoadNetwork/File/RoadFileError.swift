public import ShortestPaths

/// Why a file of roads cannot be written or opened.
public enum RoadFileError: Error, Equatable, CustomStringConvertible {
  case cannotWrite(path: String, reason: String)
  case cannotOpen(path: String, reason: String)
  case notARoadFile(path: String)
  case wrongVersion(path: String, version: UInt32, readable: UInt32)
  case truncated(path: String, bytes: Int, expected: UInt64)
  /// A checksum is wrong; nothing as the section means the table of sections itself.
  case damaged(path: String, section: String?)
  case missing(path: String, section: String)
  /// The checksums are right, but the numbers are not those of a network.
  case inconsistent(path: String, section: String)
  case graph(path: String, GraphError)
  case hierarchy(path: String, HierarchyError)
  case profile(path: String, RoadProfileError)

  public var description: String {
    switch self {
    case .cannotWrite(let path, let reason): "the roads cannot be written to \(path): \(reason)"
    case .cannotOpen(let path, let reason): "\(path) cannot be opened: \(reason)"
    case .notARoadFile(let path):
      "\(path) is no file of roads; make one from a map with `hantar import roads`"
    case .wrongVersion(let path, let version, let readable):
      "\(path) has version \(version) and this program reads version \(readable); import the map "
        + "again"
    case .truncated(let path, let bytes, let expected):
      "\(path) has \(bytes) of its \(expected) bytes; copy it again or import the map again"
    case .damaged(let path, let section):
      "\(path) is damaged in its \(section.map { "section \($0)" } ?? "table of sections"); copy "
        + "it again or import the map again"
    case .missing(let path, let section):
      "\(path) has no section \(section); import the map again"
    case .inconsistent(let path, let section):
      "section \(section) of \(path) does not fit the others; import the map again"
    case .graph(let path, let error): "\(path) holds no graph: \(error); import the map again"
    case .hierarchy(let path, let error):
      "\(path) holds no way to search its graph: \(error); import the map again"
    case .profile(let path, let error):
      "the profile in \(path) is not readable: \(error); import the map again"
    }
  }
}
