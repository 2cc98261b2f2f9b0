/// Where something was written.
struct Origin: Hashable, Sendable {
  var file: String
  /// The first line is 1; nil for the command line.
  var line: Int?
}
