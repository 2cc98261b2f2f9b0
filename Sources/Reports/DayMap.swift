public import Domain

/// The day on one page: region outlines, runs and the state of every stop, in a file that opens
/// without a network.
///
/// It names no resident: a stop is a place, a number and a count.
public struct DayMap: Sendable {
  public let title: String
  public let date: CalendarDate
  public let regions: [MapRegion]
  /// Whether the outlines are drawn by this project and not surveyed; the map then says so.
  public let isSketch: Bool
  /// The background, in the order in which it is drawn.
  public let roads: [MapRoad]
  public let runs: [MapRun]
  /// Whose map this is, as its licence asks.
  public let attribution: String
  public let language: Language

  public init(
    title: String, date: CalendarDate, regions: [MapRegion], isSketch: Bool,
    roads: [MapRoad] = [], runs: [MapRun], attribution: String, language: Language
  ) {
    self.title = title
    self.date = date
    self.regions = regions
    self.isSketch = isSketch
    self.roads = roads
    self.runs = runs
    self.attribution = attribution
    self.language = language
  }

  /// The page with `library` inside it.
  public func html(with library: LeafletLibrary) -> String {
    DayMapMarkup(map: self, library: library).page
  }
}
