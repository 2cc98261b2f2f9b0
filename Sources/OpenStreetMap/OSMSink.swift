/// What takes the things of a file one at a time, in file order.
public protocol OSMSink {
  mutating func take(_ node: OSMNode)
  mutating func take(_ way: OSMWay)
  mutating func take(_ relation: OSMRelation)
}
