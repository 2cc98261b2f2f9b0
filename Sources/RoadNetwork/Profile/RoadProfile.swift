/// How one kind of traveller uses the roads: where they may go, how fast, and what holds them up.
///
/// Written as lines of words in a text that anybody may change; `maps/profiles` has the ones that
/// come with the program. A `#` begins a remark. Each line is a field and its values:
///
/// | line | meaning |
/// | --- | --- |
/// | `name motorcycle` | how the profile is called |
/// | `reference-speed 20` | km/h of the courier for whom the times are right |
/// | `traffic left` | the side of the road to drive on: `left`, `right` |
/// | `access-keys access vehicle` | tags that say who may pass, the more special ones later |
/// | `access private restricted` | what a value of them means: `open`, `restricted`, `closed` |
/// | `restricted-factor 3` | how many times longer a restricted road takes |
/// | `oneway-keys oneway` | tags that say in which direction one may drive; none: in both |
/// | `restriction-keys restriction` | tags of turn restrictions that count; none: no restriction does |
/// | `speed residential 20` | km/h on a class of road; classes without a line are closed |
/// | `speed footway 8 where-allowed` | the same, open only where a special access tag says so |
/// | `surface gravel 15` | km/h at most there, or `closed`; also `smoothness`, `tracktype` |
/// | `maxspeed cap 0.9` | share of the signed speed that is reached; `replace` drops the class's |
/// | `zone urban 50` | km/h of a signed zone such as `ID:urban` |
/// | `closed-where toll yes` | roads with this tag are closed unless a special access tag opens them |
/// | `barrier gate 10` | seconds lost at a barrier, or `closed`; `barrier other` for all not named |
/// | `signals 15` | seconds lost at traffic lights |
/// | `ferry-speed 12` | km/h of ferries without a duration; without this line ferries are closed |
/// | `ferry-boarding 600` | seconds to get on board |
/// | `ferry-link 500` | metres that a ferry's end may lie from the road it is joined to |
/// | `kerb-side trunk primary` | classes on which a door is reached on its own side only |
/// | `vehicle-width 1.9` | metres; roads signed narrower are closed; also `vehicle-height` |
/// | `vehicle-weight 3.5` | tonnes; roads signed for less are closed |
/// | `walking-speed 4.5` | km/h between the road and the door |
/// | `walking-detour 1.3` | walked metres per metre of straight line |
/// | `snap-limit 1000` | metres that a door may lie from the road |
///
/// A restricted road (private, for residents, for customers) is never closed: cards go to the
/// people who live there. It takes `restricted-factor` times as long, so that it is used to begin
/// or to end a trip, or where there is no other way. A `reversible` lane is closed.
public struct RoadProfile: Sendable {
  /// What an access tag's value means.
  enum Access: String, CaseIterable {
    case open, restricted, closed
  }

  /// The speed on a class of road.
  struct ClassSpeed {
    let kilometresPerHour: Double
    /// Open only where a tag more special than the first access key says so.
    let onlyWhereAllowed: Bool
  }

  /// What a signed speed does to the speed of the class.
  enum SignedSpeed {
    case ignored
    case cap(share: Double)
    case replace(share: Double)
  }

  /// How long a barrier holds one up.
  enum Barrier: Equatable {
    case closed
    case milliseconds(Int32)
  }

  /// A tag that closes roads.
  struct Tag: Hashable {
    let key: String
    let value: String
  }

  /// The lines that this profile was read from.
  public let text: String
  public internal(set) var name = ""
  /// The speed of the courier for whom the times are right; others take proportionally longer.
  public internal(set) var referenceKilometresPerHour = 0.0
  public internal(set) var isLeftHand = true
  public internal(set) var walkingKilometresPerHour = 4.5
  /// Walked metres per metre of straight line.
  public internal(set) var walkingDetour = 1.3
  public internal(set) var snapLimitMetres = 1000.0

  var accessKeys: [String] = []
  var accessValues: [String: Access] = [:]
  var restrictedFactor = 3.0
  var onewayKeys: [String] = []
  var restrictionKeys: [String] = []
  /// One value per ``RoadClass`` raw value; nothing where the class is closed.
  var speeds = [ClassSpeed?](repeating: nil, count: RoadClass.allCases.count)
  /// Zero where the surface closes the road.
  var surfaceCaps: [String: Double] = [:]
  var smoothnessCaps: [String: Double] = [:]
  var tracktypeCaps: [String: Double] = [:]
  var signedSpeed = SignedSpeed.ignored
  var zoneSpeeds: [String: Double] = [:]
  var closedWhere: [Tag] = []
  var barriers: [String: Barrier] = [:]
  var otherBarrier = Barrier.milliseconds(0)
  var signalMilliseconds: Int32 = 0
  var ferryKilometresPerHour: Double?
  var ferryBoardingMilliseconds: Int32 = 0
  var ferryLinkMetres = 500.0
  var kerbSideClasses: Set<RoadClass> = []
  var vehicleWidthMetres: Double?
  var vehicleHeightMetres: Double?
  var vehicleWeightTonnes: Double?

  /// Reads a profile.
  ///
  /// - Throws: ``RoadProfileError`` naming the first line that is wrong, or what is missing.
  public init(_ text: String) throws(RoadProfileError) {
    self.text = text
    var reader = RoadProfileReader()
    for line in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
      try reader.read(line, into: &self)
    }
    try reader.requireAll()
  }

  /// The walking time over `metres` of straight line.
  func walkMilliseconds(metres: Double) -> Int32 {
    Int32(min(Double(Int32.max / 4), metres * walkingDetour * 3600 / walkingKilometresPerHour))
  }
}
