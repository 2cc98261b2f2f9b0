/// The most that one thing of a map may have, so that a hostile file cannot ask for much memory.
///
/// Each is far beyond what OpenStreetMap itself accepts: texts of 255 characters, ways of 2,000
/// nodes, relations of 32,000 members.
struct OSMLimits {
  let quantity: OSMQuantity
  let limit: Int

  static let textBytes = OSMLimits(quantity: .textBytes, limit: 65_536)
  /// All texts of one thing that comes alone, without a table of texts.
  static let thingTextBytes = OSMLimits(quantity: .textBytes, limit: 4 << 20)
  static let blockTexts = OSMLimits(quantity: .blockTexts, limit: 1_000_000)
  static let xmlElements = OSMLimits(quantity: .xmlElements, limit: 1_000)
  static let xmlAttributes = OSMLimits(quantity: .xmlAttributes, limit: 100)
  static let wayNodes = OSMLimits(quantity: .wayNodes, limit: 1_000_000)
  static let relationMembers = OSMLimits(quantity: .relationMembers, limit: 1_000_000)
  static let tags = OSMLimits(quantity: .tags, limit: 65_536)

  func check(_ count: Int) throws(OSMFault) {
    if count > limit { throw .tooLarge(quantity, found: UInt64(count), limit: UInt64(limit)) }
  }
}
