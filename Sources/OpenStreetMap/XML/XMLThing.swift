/// One thing of a map.
enum XMLThing {
  case node(OSMNode)
  case way(OSMWay)
  case relation(OSMRelation)
}
