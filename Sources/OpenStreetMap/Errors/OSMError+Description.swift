extension OSMError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .unreadable(let path, let reason):
      "\(path) cannot be read (\(reason)); check the path and the rights of the file"
    case .foreign(let path, let found):
      "\(path) is \(found)"
    case .unsupportedFeature(let path, let feature):
      "\(path) needs \"\(feature)\", which is not read here; take an ordinary extract, without "
        + "history and with all nodes"
    case .unsupportedPacking(let path, let atByte, let packing):
      "\(path), byte \(atByte): the block is packed with \(packing.rawValue), and only zlib is read; "
        + "write the file anew with: osmium cat -f pbf,pbf_compression=zlib"
    case .damaged(let path, let place, let fault):
      "\(path), \(place): \(fault); fetch the file again"
    }
  }
}

extension OSMPlace: CustomStringConvertible {
  public var description: String {
    switch self {
    case .byte(let byte): "byte \(byte)"
    case .line(let line): "line \(line)"
    }
  }
}

extension OSMForeignFile: CustomStringConvertible {
  public var description: String {
    switch self {
    case .empty: "empty; fetch it again"
    case .zip: "a ZIP archive; unpack it and take the .osm or .osm.pbf inside"
    case .xz: "packed with xz; unpack it with: unxz"
    case .zstd: "packed with zstd; unpack it with: unzstd"
    case .o5m: "a map in the format o5m; write it anew with: osmium cat -f pbf"
    case .json: "JSON; ask the server for XML, or for PBF"
    case .webPage: "a web page, perhaps what a server answered instead of a map; fetch it again"
    case .changes: "a list of changes to a map (osmChange); take the map itself"
    case .xml(let root): "XML, but its first element is \"\(root)\" and not \"osm\"; take a map"
    case .unknown: "no map in a known format; take .osm.pbf, .osm, .osm.gz or .osm.bz2"
    }
  }
}

extension OSMFault: CustomStringConvertible {
  public var description: String {
    switch self {
    case .cutOff: "the file ends too early"
    case .tooLarge(let quantity, let found, let limit):
      "\(quantity) come to \(found), and no map has more than \(limit)"
    case .brokenPacking: "what is packed here is broken"
    case .differentSize(let announced):
      "a block does not unpack to the announced \(announced) bytes"
    case .unpacksWithoutEnd: "the file unpacks to hundreds of times its size, as no map does"
    case .missingHeader: "the file does not begin with its header"
    case .brokenMessage: "a field is broken off, repeated or of the wrong type"
    case .unevenLists: "lists that belong together differ in length"
    case .missingText(let index): "text number \(index) is named but missing"
    case .granularity(let granularity): "the unit of coordinates is \(granularity), not positive"
    case .memberKind(let kind): "a relation has a member of the unknown kind \(kind)"
    case .xml(let reason): "this is not well-formed XML (\(reason))"
    case .documentType: "the text declares a document type, as no map does"
    case .nesting: "elements lie in each other deeper than in any map"
    case .missingAttribute(let element, let name): "<\(element)> has no \(name)"
    case .badNumber(let element, let attribute): "the \(attribute) of <\(element)> is no number"
    }
  }
}

extension OSMQuantity: CustomStringConvertible {
  public var description: String {
    switch self {
    case .blockHeaderBytes: "the bytes of a block's header"
    case .blockBytes: "the bytes of a block"
    case .blockTexts: "the texts of a block"
    case .textBytes: "the bytes of a text"
    case .xmlElementBytes: "the bytes of one element"
    case .xmlAttributes: "the attributes of one element"
    case .xmlElements: "the kinds of elements"
    case .wayNodes: "the nodes of a way"
    case .relationMembers: "the members of a relation"
    case .tags: "the tags of one thing"
    }
  }
}
