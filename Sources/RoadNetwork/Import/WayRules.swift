import OpenStreetMap

/// Reads from the tags of a way what a profile makes of it.
struct WayRules {
  private let profile: RoadProfile
  private(set) var tags: TagTable
  private let classes: [String: RoadClass]
  private let highway, route, service, junction, area: Int
  private let maxspeed, maxspeedForward, maxspeedBackward: Int
  private let surface, smoothness, tracktype, width, maxwidth, maxheight, maxweight: Int
  private let bridge, tunnel, duration, toll, source, name, reference, oneway: Int
  private let accessSlots: [Int]
  private let onewaySlots: [Int]
  private let closedWhere: [(slot: Int, value: String)]

  init(_ profile: RoadProfile) {
    self.profile = profile
    let tags = TagTable(
      keys: [
        "highway", "route", "service", "junction", "area", "maxspeed", "maxspeed:forward",
        "maxspeed:backward", "surface", "smoothness", "tracktype", "width", "maxwidth", "maxheight",
        "maxweight", "bridge", "tunnel", "duration", "toll", "source", "name", "ref",
        "oneway",
      ] + profile.accessKeys + profile.onewayKeys + profile.closedWhere.map(\.key))
    highway = tags.slot("highway")
    route = tags.slot("route")
    service = tags.slot("service")
    junction = tags.slot("junction")
    area = tags.slot("area")
    maxspeed = tags.slot("maxspeed")
    maxspeedForward = tags.slot("maxspeed:forward")
    maxspeedBackward = tags.slot("maxspeed:backward")
    surface = tags.slot("surface")
    smoothness = tags.slot("smoothness")
    tracktype = tags.slot("tracktype")
    width = tags.slot("width")
    maxwidth = tags.slot("maxwidth")
    maxheight = tags.slot("maxheight")
    maxweight = tags.slot("maxweight")
    bridge = tags.slot("bridge")
    tunnel = tags.slot("tunnel")
    duration = tags.slot("duration")
    toll = tags.slot("toll")
    source = tags.slot("source")
    name = tags.slot("name")
    reference = tags.slot("ref")
    oneway = tags.slot("oneway")
    accessSlots = profile.accessKeys.map(tags.slot)
    onewaySlots = profile.onewayKeys.map(tags.slot)
    closedWhere = profile.closedWhere.map { (slot: tags.slot($0.key), value: $0.value) }
    classes = Dictionary(uniqueKeysWithValues: RoadClass.onLand.map { ($0.word, $0) })
    self.tags = tags
  }

  /// Looks at the next way; nothing where the profile may not use it at all.
  mutating func use(of way: OSMWay) -> RoadUse? {
    tags.fill(way.tags)
    let use = isHighway ? roadUse() : ferryUse()
    return use.flatMap { $0.isClosed ? nil : $0 }
  }

  /// Looks at the next way, which is a ferry because a relation says so.
  mutating func use(ofFerry way: OSMWay) -> RoadUse? {
    tags.fill(way.tags)
    return ferryUse().flatMap { $0.isClosed ? nil : $0 }
  }

  /// The class of the last way looked at, whether or not the profile may use it.
  var roadClass: RoadClass? {
    guard let found = tags[highway].flatMap({ classes[$0] }) else { return nil }
    return found == .service && tags[service] == "alley" ? .alley : found
  }

  var isHighway: Bool { tags[highway] != nil }
  var isFerry: Bool { tags[route] == "ferry" }
  var isRoundabout: Bool { tags[junction] == "roundabout" }
  /// A square drawn by its edge.
  var isArea: Bool { tags[area] == "yes" }

  /// How cars drive along the last way looked at, whatever the profile.
  var carDirections: TravelDirections {
    directions(in: oneway) ?? (isOnewayByKind ? .forward : .both)
  }

  /// Whether the last way looked at is driven one way although no tag says so.
  private var isOnewayByKind: Bool {
    isRoundabout || tags[junction] == "circular" || roadClass == .motorway
      || roadClass == .motorwayLink
  }

  /// What the last way looked at is called: its name, else its number, else nothing.
  var streetName: String { tags[name] ?? tags[reference] ?? "" }
  var hasName: Bool { tags[name] != nil }
  var hasSignedSpeed: Bool { tags[maxspeed] != nil }

  private func ferryUse() -> RoadUse? {
    guard let speed = profile.ferryKilometresPerHour else { return nil }
    let access = access()
    guard access.meaning != .closed else { return nil }
    let seconds = tags[duration].flatMap(durationSeconds)
    return directed(
      RoadUse(
        roadClass: .ferry, flags: .ferry, forwardKilometresPerHour: speed,
        backwardKilometresPerHour: speed, durationSeconds: seconds))
  }

  private func roadUse() -> RoadUse? {
    guard let roadClass, let speed = profile.speeds[Int(roadClass.rawValue)], fits() else {
      return nil
    }
    // Who walks goes round a square along its edge; a car park's edge is no road.
    if isArea, roadClass.isForCars { return nil }
    let access = access()
    guard access.meaning != .closed else { return nil }
    let isExpresslyAllowed = access.meaning != nil && access.isSpecial
    if !isExpresslyAllowed, speed.onlyWhereAllowed || isClosedByTag() { return nil }

    let factor = access.meaning == .restricted ? profile.restrictedFactor : 1
    let base = speed.kilometresPerHour
    var use = RoadUse(
      roadClass: roadClass, flags: flags(), forwardKilometresPerHour: base,
      backwardKilometresPerHour: base)
    if access.meaning == .restricted { use.flags.insert(.restricted) }
    let cap = conditionCap()
    use.forwardKilometresPerHour = min(cap, signed(base, maxspeedForward)) / factor
    use.backwardKilometresPerHour = min(cap, signed(base, maxspeedBackward)) / factor
    return directed(use)
  }

  /// The most special access tag with a known value, and whether it is more special than the first.
  private func access() -> (meaning: RoadProfile.Access?, isSpecial: Bool) {
    for index in accessSlots.indices.reversed() {
      guard let value = tags[accessSlots[index]] else { continue }
      if let meaning = profile.accessValues[value] { return (meaning, index > 0) }
    }
    return (nil, false)
  }

  private func isClosedByTag() -> Bool {
    closedWhere.contains { tags[$0.slot] == $0.value }
  }

  /// Whether the vehicle is narrow, low and light enough for what is signed.
  private func fits() -> Bool {
    if let needed = profile.vehicleWidthMetres {
      let least = [maxwidth, width].compactMap { tags[$0].flatMap(metres) }.min()
      if let least, least < needed { return false }
    }
    if let needed = profile.vehicleHeightMetres, let height = tags[maxheight].flatMap(metres),
      height < needed
    {
      return false
    }
    if let needed = profile.vehicleWeightTonnes, let weight = tags[maxweight].flatMap(tonnes),
      weight < needed
    {
      return false
    }
    return true
  }

  /// The most that surface, smoothness and kind of track allow; zero where one of them closes it.
  private func conditionCap() -> Double {
    var cap = Double.infinity
    if let value = tags[surface], let limit = profile.surfaceCaps[value] { cap = min(cap, limit) }
    if let value = tags[smoothness], let limit = profile.smoothnessCaps[value] {
      cap = min(cap, limit)
    }
    if let value = tags[tracktype], let limit = profile.tracktypeCaps[value] {
      cap = min(cap, limit)
    }
    return cap
  }

  /// The speed after the sign for one direction, else after the sign for both.
  private func signed(_ base: Double, _ directional: Int) -> Double {
    guard let value = tags[directional] ?? tags[maxspeed] else { return base }
    guard let limit = signedKilometresPerHour(value, zones: profile.zoneSpeeds) else {
      return base
    }
    switch profile.signedSpeed {
    case .ignored: return base
    case .cap(let share): return min(base, limit * share)
    case .replace(let share): return limit.isFinite ? limit * share : base
    }
  }

  private func flags() -> SegmentFlags {
    var flags: SegmentFlags = []
    if let value = tags[bridge], value != "no" { flags.insert(.bridge) }
    if let value = tags[tunnel], value != "no" { flags.insert(.tunnel) }
    if isRoundabout || tags[junction] == "circular" { flags.insert(.roundabout) }
    if tags[toll] == "yes" { flags.insert(.toll) }
    if tags[source] == "sketch" { flags.insert(.sketch) }
    return flags
  }

  private func directed(_ use: RoadUse) -> RoadUse {
    var use = use
    switch directions(use.roadClass) {
    case .both: break
    case .forward: use.backwardKilometresPerHour = 0
    case .backward: use.forwardKilometresPerHour = 0
    case .none:
      use.forwardKilometresPerHour = 0
      use.backwardKilometresPerHour = 0
    }
    return use
  }

  private func directions(_ roadClass: RoadClass) -> TravelDirections {
    for slot in onewaySlots.reversed() {
      if let directions = directions(in: slot) { return directions }
    }
    return isOnewayByKind && profile.onewayKeys.contains("oneway") ? .forward : .both
  }

  private func directions(in slot: Int) -> TravelDirections? {
    switch tags[slot] {
    case "yes", "1", "true": .forward
    case "-1", "reverse": .backward
    case "no", "0", "false", "alternating": .both
    case "reversible": TravelDirections.none
    default: nil
    }
  }
}
