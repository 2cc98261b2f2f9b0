/// What is wrong with the bytes of a damaged file.
public enum OSMFault: Error, Hashable, Sendable {
  /// The file ends before the thing that it was telling.
  case cutOff
  /// A size or a number of things is beyond what maps have, so that it was not believed.
  case tooLarge(OSMQuantity, found: UInt64, limit: UInt64)
  /// The packed bytes are broken.
  case brokenPacking
  /// A block unpacks to another size than it announces.
  case differentSize(announced: Int)
  /// The file unpacks to hundreds of times its size, as no map does.
  case unpacksWithoutEnd
  /// The first block is not the header.
  case missingHeader
  /// A field of a message is broken off, repeated or of the wrong type.
  case brokenMessage
  /// Lists that belong together differ in length.
  case unevenLists
  /// A tag or a role names a text that the block does not have.
  case missingText(index: UInt64)
  /// The unit of coordinates is not positive.
  case granularity(Int64)
  /// A kind of relation member that does not exist.
  case memberKind(String)
  /// The XML is not well-formed; `reason` is the XML library's.
  case xml(reason: String)
  /// The XML declares a document type, as no map does.
  case documentType
  /// Elements lie in each other deeper than in any map.
  case nesting
  case missingAttribute(element: String, name: String)
  case badNumber(element: String, attribute: String)
}
