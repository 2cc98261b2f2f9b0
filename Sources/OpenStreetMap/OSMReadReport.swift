/// What one reading of a file delivered, and what it passed over or mended.
public struct OSMReadReport: Hashable, Sendable {
  /// Things delivered, of the kinds that were asked for.
  public internal(set) var nodes = 0
  public internal(set) var ways = 0
  public internal(set) var relations = 0
  /// Things of those kinds that the file marks as deleted; they were passed over.
  public internal(set) var deleted = 0
  /// Nodes whose latitude or longitude is not on the globe; they were passed over.
  public internal(set) var nodesOffTheGlobe = 0
  /// Places in texts that were not UTF-8 and became U+FFFD. Texts that belong only to kinds not
  /// asked for may be left out of the count.
  public internal(set) var mendedTexts = 0

  /// Nothing delivered yet.
  public init() {}
}
