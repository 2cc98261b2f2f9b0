/// A made-up town of straight streets over all of Kota Bandar Lampung, as OpenStreetMap XML.
///
/// Streets run every half kilometre from west to east (`Jalan Mendatar 1` ...) and from south to
/// north (`Jalan Tegak 1` ...).
struct StreetGrid {
  private static let step = 0.0045
  private static let size = 44

  var south = -5.50
  var west = 105.17

  var xml: String {
    let size = Self.size
    var lines = ["<?xml version=\"1.0\"?>", "<osm version=\"0.6\">"]
    for row in 0..<size {
      for column in 0..<size {
        let latitude = south + Double(row) * Self.step
        let longitude = west + Double(column) * Self.step
        lines.append(
          "<node id=\"\(id(row, column))\" lat=\"\(latitude)\" lon=\"\(longitude)\"/>")
      }
    }
    for street in 0..<size {
      lines.append(way(street + 1, "Jalan Mendatar \(street + 1)", (0..<size).map { (street, $0) }))
      lines.append(
        way(size + street + 1, "Jalan Tegak \(street + 1)", (0..<size).map { ($0, street) }))
    }
    return lines.joined(separator: "\n") + "\n</osm>\n"
  }

  private func id(_ row: Int, _ column: Int) -> Int { row * Self.size + column + 1 }

  private func way(_ id: Int, _ name: String, _ places: [(Int, Int)]) -> String {
    let nodes = places.map { "<nd ref=\"\(self.id($0.0, $0.1))\"/>" }.joined()
    return "<way id=\"\(id)\">\(nodes)<tag k=\"highway\" v=\"residential\"/>"
      + "<tag k=\"name\" v=\"\(name)\"/></way>"
  }
}
