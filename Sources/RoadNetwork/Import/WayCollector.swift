import OpenStreetMap

/// A way that is kept: for the network, for the counts of car roads, or for both.
struct ImportedWay {
  let id: Int64
  /// Its nodes are those of ``WayCollector/nodeIDs`` from here to the next way's first.
  let firstNode: Int
  /// Nothing where the profile may not use the way, which is then only counted.
  var use: RoadUse?
  let name: Int32
  /// Which way cars drive, whatever the profile; nothing where it is no road for cars.
  let carDirections: TravelDirections?
}

/// First reading of the map: the ways of the network and the relations that concern it.
struct WayCollector: OSMSink {
  private(set) var ways: [ImportedWay] = []
  private(set) var nodeIDs: [Int64] = []
  private(set) var names = NameTable()
  private(set) var restrictions: [TurnRestriction] = []
  private(set) var ignoredRestrictions: [RestrictionFault: Int] = [:]
  /// Ferry relations with a duration: their member ways and seconds from end to end.
  private(set) var ferryRelations: [(ways: [Int64], seconds: Double)] = []
  private(set) var counts = RoadCounts()
  /// Members of ferry relations that are no ferries by their own tags.
  private var ferryMembers: Set<Int64> = []
  private var isReadingFerryMembers = false
  /// Every way that is a ferry by its own tags, used or not.
  private var taggedFerries: Set<Int64> = []
  private var rules: WayRules
  private let restrictionReader: TurnRestrictionReader

  init(_ profile: RoadProfile) {
    rules = WayRules(profile)
    restrictionReader = TurnRestrictionReader(profile)
  }

  mutating func take(_ node: OSMNode) {}

  mutating func take(_ way: OSMWay) {
    if isReadingFerryMembers {
      guard ferryMembers.remove(way.id) != nil, !way.tags.has("highway") else { return }
      keep(way, use: rules.use(ofFerry: way), carDirections: nil)
      return
    }
    guard way.tags.has("highway") || way.tags.has("route", "ferry") else { return }
    let use = rules.use(of: way)
    if rules.isFerry {
      counts.ferryWays += 1
      taggedFerries.insert(way.id)
    }
    keep(way, use: use, carDirections: countAsCarRoad())
  }

  private mutating func keep(
    _ way: OSMWay, use: RoadUse?, carDirections: TravelDirections?
  ) {
    guard use != nil || carDirections != nil else { return }
    ways.append(
      ImportedWay(
        id: way.id, firstNode: nodeIDs.count, use: use,
        name: use == nil ? 0 : names.number(of: rules.streetName), carDirections: carDirections))
    nodeIDs.append(contentsOf: way.nodes)
  }

  /// Prepares for a second reading of the ways, if ferry relations have members to look for.
  mutating func needsFerryMembers() -> Bool {
    isReadingFerryMembers = true
    ferryMembers.subtract(taggedFerries)
    return !ferryMembers.isEmpty
  }

  mutating func take(_ relation: OSMRelation) {
    if relation.tags.has("route", "ferry") {
      counts.ferryRelations += 1
      // Platforms and stops are members too, but with a role.
      let lines = relation.members.filter {
        $0.kind == .way && ["", "forward", "backward", "main"].contains($0.role)
      }
      ferryMembers.formUnion(lines.map(\.id))
      if let seconds = relation.tags["duration"].flatMap(durationSeconds) {
        ferryRelations.append((lines.map(\.id), seconds))
      }
    }
    count(restriction: relation)
    switch restrictionReader.read(relation) {
    case .restriction(let restriction): restrictions.append(restriction)
    case .ignored(let fault): ignoredRestrictions[fault, default: 0] += 1
    case nil: break
    }
  }

  /// Where the nodes of `way` lie in ``nodeIDs``.
  func nodeRange(of way: Int) -> Range<Int> {
    ways[way].firstNode..<(way + 1 < ways.count ? ways[way + 1].firstNode : nodeIDs.count)
  }

  /// Counts the way just looked at, and tells how cars may drive on it.
  private mutating func countAsCarRoad() -> TravelDirections? {
    guard rules.isHighway else { return nil }
    counts.highwayWays += 1
    guard let roadClass = rules.roadClass, roadClass.isForCars, !rules.isArea else { return nil }
    counts.carWays += 1
    if rules.isRoundabout { counts.roundaboutWays += 1 }
    if rules.hasName { counts.namedWays += 1 }
    if rules.hasSignedSpeed { counts.signedSpeedWays += 1 }
    let directions = rules.carDirections
    if directions != .both { counts.onewayWays += 1 }
    return directions
  }

  private mutating func count(restriction relation: OSMRelation) {
    guard relation.tags.has("type", "restriction"), let value = relation.tags["restriction"] else {
      return
    }
    counts.restrictions += 1
    if value.hasPrefix("no_") { counts.noRestrictions += 1 }
    if value.hasPrefix("only_") { counts.onlyRestrictions += 1 }
    if relation.members.contains(where: { $0.role == "via" && $0.kind == .way }) {
      counts.viaWayRestrictions += 1
    }
  }
}

/// Every street name once, numbered in the order met; the empty name is number 0.
struct NameTable {
  private(set) var names = [""]
  private var numbers: [String: Int32] = ["": 0]

  mutating func number(of name: String) -> Int32 {
    if let number = numbers[name] { return number }
    let number = Int32(names.count)
    numbers[name] = number
    names.append(name)
    return number
  }
}
