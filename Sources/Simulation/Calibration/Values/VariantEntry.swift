import Domain

/// One line of a variant in a scenario file.
struct VariantEntry: Hashable, Sendable {
  enum Content: Hashable, Sendable {
    /// A value that claims something about the world, and where it comes from.
    case sourced(String, source: String)
    /// A word, such as `first` or `yes`.
    case plain(String)
    case phrase(Phrase)
  }

  /// The names from the top of the file on.
  var path: [String]
  var content: Content
}
