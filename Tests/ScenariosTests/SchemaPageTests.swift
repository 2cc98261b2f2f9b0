import Scenarios
import Simulation
import Testing

@Suite struct SchemaPageTests {
  @Test func theReadmeShowsTheSchemaAsItIs() throws {
    let readme = try RealFiles.text("scenarios/README.md")
    #expect(
      readme.contains(SchemaPage.text),
      "scenarios/README.md is stale; between its marks belongs:\n\(SchemaPage.text)")
  }

  /// Walks the canonical text of every scenario, and finds each key in the page.
  @Test(arguments: RealFiles.names)
  func everyKeyInUseStandsInThePage(name: String) throws {
    let page = try RealFiles.text("scenarios/README.md")
    let names = Set(try RealFiles.scenario(name).assumptions.map(\.path).flatMap(Self.lastWords))
    for name in names.sorted() { #expect(page.contains("| `\(name)` |"), "\(name)") }
  }

  /// The key at the end of a path; names of channels, hours and days have none of their own.
  private static func lastWords(_ path: String) -> [String] {
    let parts = path.split(separator: ".").map(String.init)
    let named = ["weights", "hour-factors", "weekday-factors"]
    if parts.count > 1, named.contains(parts[parts.count - 2]) { return [parts[parts.count - 2]] }
    return parts.suffix(1)
  }
}
