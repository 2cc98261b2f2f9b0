/// What a file is instead of a map.
public enum OSMForeignFile: Hashable, Sendable {
  case empty
  case zip, xz, zstd, o5m, json
  case webPage
  /// Changes to a map (`osmChange`), not a map.
  case changes
  /// XML with another root element.
  case xml(root: String)
  case unknown
}
