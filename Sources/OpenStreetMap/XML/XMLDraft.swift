/// A node, way or relation whose element has begun.
struct XMLDraft {
  let kind: OSMRelation.Kind
  private(set) var id: Int64 = 0
  private(set) var isDeleted = false
  private(set) var references: [Int64] = []
  private(set) var members: [OSMRelation.Member] = []
  private var latitudeE7: Int64?
  private var longitudeE7: Int64?
  private var text: [UInt8] = []
  private var pieces: [OSMTagPieces] = []
  private var roleBytes = 0

  /// Nothing for elements that are none of `kinds`.
  init?(_ name: XMLName, _ attributes: XMLAttributes, of kinds: OSMKinds) throws(OSMFault) {
    switch name {
    case .node where kinds.contains(.nodes): kind = .node
    case .way where kinds.contains(.ways): kind = .way
    case .relation where kinds.contains(.relations): kind = .relation
    default: return nil
    }
    try takeAttributes(attributes)
  }

  /// Nothing if the place is not on the globe.
  var node: OSMNode? {
    guard let latitudeE7, let longitudeE7, latitudeE7.magnitude <= 900_000_000,
      longitudeE7.magnitude <= 1_800_000_000
    else { return nil }
    return OSMNode(
      id: id, latitudeE7: Int32(truncatingIfNeeded: latitudeE7),
      longitudeE7: Int32(truncatingIfNeeded: longitudeE7), tags: tags)
  }

  var tags: OSMTags {
    pieces.isEmpty ? OSMTags() : OSMTags(pieces: pieces, of: OSMText(text))
  }

  /// Takes an element inside that of the thing; unknown ones are passed over.
  mutating func take(_ name: XMLName, _ attributes: XMLAttributes) throws(OSMFault) {
    if name == .tag {
      try takeTag(attributes)
    } else if name == .nodeReference, kind == .way {
      try takeReference(attributes)
    } else if name == .member, kind == .relation {
      try takeMember(attributes)
    }
  }

  private mutating func takeAttributes(_ attributes: XMLAttributes) throws(OSMFault) {
    var attributes = attributes
    var id: Int64?
    while let (name, value) = attributes.take() {
      switch name.shortName {
      case .id: id = try integer(value, "id")
      case .latitude where kind == .node: latitudeE7 = try degreesE7(value, "lat")
      case .longitude where kind == .node: longitudeE7 = try degreesE7(value, "lon")
      case .visible where value.equals("false"): isDeleted = true
      case .action where value.equals("delete"): isDeleted = true
      default: break
      }
    }
    guard let id else { throw missing("id") }
    self.id = id
    guard kind == .node, !isDeleted else { return }
    if latitudeE7 == nil { throw missing("lat") }
    if longitudeE7 == nil { throw missing("lon") }
  }

  private mutating func takeTag(_ attributes: XMLAttributes) throws(OSMFault) {
    var attributes = attributes
    var key: OSMTextPiece?
    var value: OSMTextPiece?
    while let (name, content) = attributes.take() {
      if name.shortName == .key { key = try content.append(to: &text) }
      if name.shortName == .value { value = try content.append(to: &text) }
    }
    guard let key else { throw .missingAttribute(element: "tag", name: "k") }
    guard let value else { throw .missingAttribute(element: "tag", name: "v") }
    pieces.append(OSMTagPieces(key: key, value: value))
    try OSMLimits.tags.check(pieces.count)
    try OSMLimits.thingTextBytes.check(text.count + roleBytes)
  }

  private mutating func takeReference(_ attributes: XMLAttributes) throws(OSMFault) {
    var attributes = attributes
    while let (name, value) = attributes.take() {
      guard name.shortName == .reference else { continue }
      guard let id = value.integer else { throw .badNumber(element: "nd", attribute: "ref") }
      references.append(id)
      return try OSMLimits.wayNodes.check(references.count)
    }
    throw .missingAttribute(element: "nd", name: "ref")
  }

  private mutating func takeMember(_ attributes: XMLAttributes) throws(OSMFault) {
    var attributes = attributes
    var kind: OSMRelation.Kind?
    var id: Int64?
    var role = ""
    while let (name, value) = attributes.take() {
      switch name.shortName {
      case .type: kind = try OSMRelation.Kind(xml: value)
      case .reference: id = value.integer
      case .role: role = try takeRole(value)
      default: break
      }
    }
    guard let kind else { throw .missingAttribute(element: "member", name: "type") }
    guard let id else { throw .badNumber(element: "member", attribute: "ref") }
    members.append(OSMRelation.Member(kind: kind, id: id, role: role))
    try OSMLimits.relationMembers.check(members.count)
  }

  private mutating func takeRole(_ value: XMLString) throws(OSMFault) -> String {
    let length = unsafe value.bytes.count
    try OSMLimits.textBytes.check(length)
    roleBytes += length
    try OSMLimits.thingTextBytes.check(text.count + roleBytes)
    return value.string
  }

  private func integer(_ value: XMLString, _ attribute: String) throws(OSMFault) -> Int64 {
    guard let number = value.integer else { throw bad(attribute) }
    return number
  }

  private func degreesE7(_ value: XMLString, _ attribute: String) throws(OSMFault) -> Int64 {
    guard let number = value.degreesE7 else { throw bad(attribute) }
    return number
  }

  private func missing(_ attribute: String) -> OSMFault {
    .missingAttribute(element: kind.xmlName, name: attribute)
  }

  private func bad(_ attribute: String) -> OSMFault {
    .badNumber(element: kind.xmlName, attribute: attribute)
  }
}

extension OSMRelation.Kind {
  fileprivate init(xml: XMLString) throws(OSMFault) {
    switch xml.shortName {
    case .node: self = .node
    case .way: self = .way
    case .relation: self = .relation
    default: throw .memberKind(xml.shown)
    }
  }
}
