/// The tags that tell what a street of the sketch is.
enum RoadTags {
  /// - Parameter number: What the small differences between like streets hang on.
  static func of(
    _ street: RoadDraft.Street, number: Int, isBridge: Bool
  ) -> [(key: String, value: String)] {
    var tags: [(key: String, value: String)] = []
    func add(_ key: String, _ value: String) { tags.append((key, value)) }
    add(street.kind == .river ? "waterway" : "highway", street.kind.word)
    if let name = street.name { add("name", name) }
    if street.isRoundabout { add("junction", "roundabout") }
    if street.isOneWay { add("oneway", "yes") }
    switch street.kind {
    case .motorway, .motorwayLink:
      add("toll", "yes")
      add("motorcycle", "no")
    case .primary, .secondary, .tertiary, .residential, .river: break
    case .unclassified: if number % 4 == 0 { add("surface", "gravel") }
    case .alley:
      add("motorcycle", number % 5 == 0 ? "designated" : "yes")
      add("width", "1.5")
    case .footway:
      add("motorcycle", "yes")
      add("width", "1.2")
    case .track:
      add("tracktype", "grade\(2 + number % 3)")
      add("surface", "ground")
    case .pier:
      add("man_made", "pier")
      add("motorcycle", "yes")
    }
    if isBridge {
      add("bridge", "yes")
      add("layer", "1")
    }
    add("source", "sketch")
    return tags
  }
}
