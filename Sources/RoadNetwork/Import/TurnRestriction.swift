import OpenStreetMap

/// A turn restriction as the map has it, before its ways are looked up.
///
/// Source: <https://wiki.openstreetmap.org/wiki/Relation:restriction>.
struct TurnRestriction {
  let relation: Int64
  /// `only_` forbids every way on but those to ``to``; `no_` forbids those.
  let isOnly: Bool
  let isUTurn: Bool
  let from: [Int64]
  /// Exactly one of the two is filled.
  let viaNode: Int64?
  let viaWays: [Int64]
  let to: [Int64]
}

/// Why a turn restriction of the map is not used.
public enum RestrictionFault: String, CaseIterable, Sendable {
  /// It does not concern the profile: for other vehicles, or excepted.
  case notForThisProfile
  /// It holds at certain times only.
  case conditional
  /// Its value is neither `no_...` nor `only_...`.
  case unknownKind
  /// A member is missing from the relation or has the wrong kind.
  case incomplete
  /// A member is not in the map, or closed to the profile, so that there is nothing to forbid.
  case notInNetwork
  /// The members do not meet in one place, or a way runs through it in both directions.
  case ambiguous
}

/// Reads turn restrictions for one profile.
struct TurnRestrictionReader {
  private let keys: [String]
  /// Words that `except` may hold for this profile.
  private let exceptions: Set<String>

  init(_ profile: RoadProfile) {
    keys = profile.restrictionKeys
    exceptions = Set(profile.accessKeys.dropFirst())
  }

  enum Reading {
    case restriction(TurnRestriction)
    case ignored(RestrictionFault)
  }

  /// Nothing for a relation that is no turn restriction.
  func read(_ relation: OSMRelation) -> Reading? {
    guard let type = relation.tags["type"],
      type == "restriction" || type.hasPrefix("restriction:")
    else { return nil }
    let isExcepted = relation.tags["except"].map { value in
      value.split(whereSeparator: { $0 == ";" || $0 == "," })
        .contains { exceptions.contains(String($0.filter { !$0.isWhitespace })) }
    }
    guard let value = keys.reversed().lazy.compactMap({ relation.tags[$0] }).first else {
      let isConditional = keys.contains { relation.tags.has("\($0):conditional") }
      return .ignored(isConditional ? .conditional : .notForThisProfile)
    }
    if isExcepted == true { return .ignored(.notForThisProfile) }
    let isOnly = value.hasPrefix("only_")
    guard isOnly || value.hasPrefix("no_") else { return .ignored(.unknownKind) }
    return members(of: relation, isOnly: isOnly, isUTurn: value == "no_u_turn")
  }

  private func members(of relation: OSMRelation, isOnly: Bool, isUTurn: Bool) -> Reading {
    func ids(_ role: String, _ kind: OSMRelation.Kind) -> [Int64] {
      relation.members.filter { $0.role == role && $0.kind == kind }.map(\.id)
    }
    let (viaNodes, viaWays) = (ids("via", .node), ids("via", .way))
    let (from, to) = (ids("from", .way), ids("to", .way))
    let hasOneVia = viaNodes.count == 1 && viaWays.isEmpty
    guard !from.isEmpty, !to.isEmpty, hasOneVia || (viaNodes.isEmpty && !viaWays.isEmpty) else {
      return .ignored(.incomplete)
    }
    return .restriction(
      TurnRestriction(
        relation: relation.id, isOnly: isOnly, isUTurn: isUTurn, from: from,
        viaNode: viaNodes.first, viaWays: viaWays, to: to))
  }
}
