/// Reads the lines of a profile one after the other and remembers which fields it has seen.
struct RoadProfileReader {
  enum Field: String, CaseIterable {
    case name, traffic, access, maxspeed, zone, speed, surface, smoothness, tracktype, barrier
    case signals
    case referenceSpeed = "reference-speed"
    case accessKeys = "access-keys"
    case onewayKeys = "oneway-keys"
    case restrictionKeys = "restriction-keys"
    case restrictedFactor = "restricted-factor"
    case closedWhere = "closed-where"
    case ferrySpeed = "ferry-speed"
    case ferryBoarding = "ferry-boarding"
    case ferryLink = "ferry-link"
    case kerbSide = "kerb-side"
    case vehicleWidth = "vehicle-width"
    case vehicleHeight = "vehicle-height"
    case vehicleWeight = "vehicle-weight"
    case walkingSpeed = "walking-speed"
    case walkingDetour = "walking-detour"
    case snapLimit = "snap-limit"
  }

  private static let speeds = 0.5...300.0
  private static let seconds = 0.0...86_400.0

  private var line = 0
  private var field = Field.name
  /// The line of every field, and of every first word of fields that may have many lines.
  private var firstLines: [String: Int] = [:]

  /// Reads the next line.
  mutating func read(
    _ text: Substring, into profile: inout RoadProfile
  ) throws(RoadProfileError) {
    line += 1
    let words = text.prefix { $0 != "#" }.split(whereSeparator: \.isWhitespace).map(String.init)
    guard let first = words.first else { return }
    guard let field = Field(rawValue: first) else {
      let nearest = nearestWord(to: first, among: Field.allCases.map(\.rawValue))
      throw .unknownField(line: line, field: first, nearest: nearest)
    }
    self.field = field
    let values = Array(words.dropFirst())
    switch field {
    case .name, .traffic, .accessKeys, .onewayKeys, .restrictionKeys, .kerbSide:
      try once(field.rawValue)
      try readWords(values, into: &profile)
    case .speed, .surface, .smoothness, .tracktype, .maxspeed, .zone:
      try readSpeeds(values, into: &profile)
    case .access, .closedWhere, .barrier:
      try readRules(values, into: &profile)
    default:
      try once(field.rawValue)
      try readNumber(values, into: &profile)
    }
  }

  /// - Throws: ``RoadProfileError/missing(field:example:)`` for a field that every profile needs.
  func requireAll() throws(RoadProfileError) {
    let required: [Field: String] = [
      .name: "name motorcycle", .referenceSpeed: "reference-speed 20",
      .accessKeys: "access-keys access vehicle motor_vehicle motorcycle",
    ]
    for field in Field.allCases where firstLines[field.rawValue] == nil {
      guard let example = required[field] else { continue }
      throw .missing(field: field.rawValue, example: example)
    }
    let hasSpeed = RoadClass.onLand.contains { firstLines["speed \($0.word)"] != nil }
    guard hasSpeed else { throw .missing(field: "speed", example: "speed residential 20") }
  }

  private func readWords(
    _ values: [String], into profile: inout RoadProfile
  ) throws(RoadProfileError) {
    switch field {
    case .name:
      try require(values.count == 1, "name motorcycle")
      profile.name = values[0]
    case .traffic:
      try require(values.count == 1, "traffic left")
      profile.isLeftHand = try word(values[0], among: ["left", "right"]) == "left"
    case .accessKeys:
      try require(!values.isEmpty, "access-keys access vehicle motor_vehicle motorcycle")
      profile.accessKeys = values
    case .onewayKeys: profile.onewayKeys = values
    case .restrictionKeys: profile.restrictionKeys = values
    default:
      for value in values { profile.kerbSideClasses.insert(try roadClass(value)) }
    }
  }

  private mutating func readSpeeds(
    _ values: [String], into profile: inout RoadProfile
  ) throws(RoadProfileError) {
    switch field {
    case .speed:
      try require([2, 3].contains(values.count), "speed footway 8 where-allowed")
      try once("speed \(values[0])")
      if values.count == 3 { _ = try word(values[2], among: ["where-allowed"]) }
      profile.speeds[Int(try roadClass(values[0]).rawValue)] = RoadProfile.ClassSpeed(
        kilometresPerHour: try number(values[1], in: Self.speeds),
        onlyWhereAllowed: values.count == 3)
    case .maxspeed:
      try once(field.rawValue)
      try require(!values.isEmpty, "maxspeed cap 0.9")
      profile.signedSpeed = try signedSpeed(values)
    case .zone:
      try requirePair(values, "zone urban 50")
      profile.zoneSpeeds[values[0]] = try number(values[1], in: Self.speeds)
    default:
      try requirePair(values, "\(field.rawValue) \(field == .surface ? "gravel" : "bad") 15")
      let cap = values[1] == "closed" ? 0 : try number(values[1], in: Self.speeds)
      switch field {
      case .surface: profile.surfaceCaps[values[0]] = cap
      case .smoothness: profile.smoothnessCaps[values[0]] = cap
      default: profile.tracktypeCaps[values[0]] = cap
      }
    }
  }

  private mutating func readRules(
    _ values: [String], into profile: inout RoadProfile
  ) throws(RoadProfileError) {
    switch field {
    case .access:
      try requirePair(values, "access private restricted")
      let meaning = try word(values[1], among: RoadProfile.Access.allCases.map(\.rawValue))
      profile.accessValues[values[0]] = RoadProfile.Access(rawValue: meaning)
    case .closedWhere:
      try require(values.count == 2, "closed-where toll yes")
      try once("closed-where \(values[0]) \(values[1])")
      profile.closedWhere.append(RoadProfile.Tag(key: values[0], value: values[1]))
    default:
      try requirePair(values, "barrier gate 10")
      let barrier =
        values[1] == "closed"
        ? .closed : RoadProfile.Barrier.milliseconds(try milliseconds(values[1]))
      if values[0] == "other" {
        profile.otherBarrier = barrier
      } else {
        profile.barriers[values[0]] = barrier
      }
    }
  }

  private func readNumber(
    _ values: [String], into profile: inout RoadProfile
  ) throws(RoadProfileError) {
    try require(values.count == 1, "\(field.rawValue) 20")
    let value = values[0]
    switch field {
    case .referenceSpeed: profile.referenceKilometresPerHour = try number(value, in: Self.speeds)
    case .restrictedFactor: profile.restrictedFactor = try number(value, in: 1...100)
    case .signals: profile.signalMilliseconds = try milliseconds(value)
    case .ferrySpeed: profile.ferryKilometresPerHour = try number(value, in: Self.speeds)
    case .ferryBoarding: profile.ferryBoardingMilliseconds = try milliseconds(value)
    case .ferryLink: profile.ferryLinkMetres = try number(value, in: 0...5000)
    case .vehicleWidth: profile.vehicleWidthMetres = try number(value, in: 0.1...10)
    case .vehicleHeight: profile.vehicleHeightMetres = try number(value, in: 0.1...10)
    case .vehicleWeight: profile.vehicleWeightTonnes = try number(value, in: 0.01...100)
    case .walkingSpeed: profile.walkingKilometresPerHour = try number(value, in: 0.5...20)
    case .walkingDetour: profile.walkingDetour = try number(value, in: 1...10)
    default: profile.snapLimitMetres = try number(value, in: 1...20_000)
    }
  }

  private func signedSpeed(
    _ values: [String]
  ) throws(RoadProfileError) -> RoadProfile.SignedSpeed {
    let use = try word(values[0], among: ["cap", "ignore", "replace"])
    if use == "ignore" {
      try require(values.count == 1, "maxspeed ignore")
      return .ignored
    }
    try require(values.count == 2, "maxspeed \(use) 0.9")
    let share = try number(values[1], in: 0.1...2)
    return use == "cap" ? .cap(share: share) : .replace(share: share)
  }

  private mutating func requirePair(
    _ values: [String], _ example: String
  ) throws(RoadProfileError) {
    try require(values.count == 2, example)
    try once("\(field.rawValue) \(values[0])")
  }

  private func require(_ isRight: Bool, _ example: String) throws(RoadProfileError) {
    guard isRight else {
      throw .wrongNumberOfWords(line: line, field: field.rawValue, example: example)
    }
  }

  private mutating func once(_ name: String) throws(RoadProfileError) {
    if let firstLine = firstLines[name] {
      throw .repeated(line: line, field: name, firstLine: firstLine)
    }
    firstLines[name] = line
  }

  private func word(_ word: String, among words: [String]) throws(RoadProfileError) -> String {
    guard words.contains(word) else {
      let nearest = nearestWord(to: word, among: words)
      throw .unknownWord(line: line, field: field.rawValue, word: word, nearest: nearest)
    }
    return word
  }

  private func roadClass(_ word: String) throws(RoadProfileError) -> RoadClass {
    if let found = RoadClass.onLand.first(where: { $0.word == word }) { return found }
    let nearest = nearestWord(to: word, among: RoadClass.onLand.map(\.word))
    throw .unknownWord(line: line, field: field.rawValue, word: word, nearest: nearest)
  }

  private func number(
    _ word: String, in range: ClosedRange<Double>
  ) throws(RoadProfileError) -> Double {
    guard let number = Double(word), range.contains(number) else {
      throw .notANumber(
        line: line, field: field.rawValue, word: word, smallest: range.lowerBound,
        largest: range.upperBound)
    }
    return number
  }

  private func milliseconds(_ word: String) throws(RoadProfileError) -> Int32 {
    Int32(try number(word, in: Self.seconds) * 1000)
  }
}
