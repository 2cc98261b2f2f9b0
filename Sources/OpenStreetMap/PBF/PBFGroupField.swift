/// The fields of a `PrimitiveGroup` that hold things of the map.
enum PBFGroupField: UInt64 {
  case node = 1
  case denseNodes = 2
  case way = 3
  case relation = 4

  var kinds: OSMKinds {
    switch self {
    case .node, .denseNodes: .nodes
    case .way: .ways
    case .relation: .relations
    }
  }
}
