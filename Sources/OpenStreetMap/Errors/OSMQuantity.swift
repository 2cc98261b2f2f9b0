/// What a file can have too much of.
public enum OSMQuantity: String, Hashable, Sendable {
  case blockHeaderBytes, blockBytes, blockTexts, textBytes
  /// Attributes of one element, and elements that differ in a name.
  case xmlElementBytes, xmlAttributes, xmlElements
  case wayNodes, relationMembers, tags
}
