/// The published files of Leaflet 1.x, as read from disk by the caller.
///
/// Source: V. Agafonkin and contributors, <https://leafletjs.com>, BSD 2-clause.
public struct LeafletLibrary: Sendable {
  let script: HTMLText
  let style: HTMLText

  /// - Throws: ``EmbeddingError`` if a file could not stand inside a page.
  public init(javascript: String, stylesheet: String) throws(EmbeddingError) {
    script = try HTMLText.script(Self.withoutSourceMap(javascript))
    style = try HTMLText.style(stylesheet)
  }

  /// A reference to a source map would be the page's only wish to load something.
  private static func withoutSourceMap(_ javascript: String) -> String {
    javascript.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
      .filter { !$0.hasPrefix("//# sourceMappingURL") }.joined(separator: "\n")
  }
}
