public import Reports

/// The published file of Chart.js 3.x or 4.x, as read from disk by the caller.
///
/// Debian's `libjs-chart.js` puts it in `/usr/share/javascript/chart.js/chart.min.js`. Source:
/// Chart.js contributors, <https://www.chartjs.org>, MIT.
public struct ChartLibrary: Sendable {
  let script: HTMLText

  /// - Throws: ``EmbeddingError`` if the file could not stand inside a page.
  public init(javascript: String) throws(EmbeddingError) {
    script = try HTMLText.script(Self.withoutSourceMap(javascript))
  }

  /// A reference to a source map would be the page's only wish to load something.
  private static func withoutSourceMap(_ javascript: String) -> String {
    javascript.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
      .filter { !$0.hasPrefix("//# sourceMappingURL") }.joined(separator: "\n")
  }
}
