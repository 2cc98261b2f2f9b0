/// What a VRPLIB instance text says, field by field, before it is made a problem.
///
/// Source: Reinelt, "TSPLIB 95"; Uchoa et al., 2017; the time-window dialect of the 12th DIMACS
/// implementation challenge, 2021.
struct VRPLIBText {
  /// A node's number as written, with the values that follow it.
  struct Row {
    let line: Int
    let node: Int
    let values: [Double]
  }

  private(set) var name = ""
  private(set) var hasTimeWindows = false
  private(set) var dimension: Int?
  private(set) var capacity: Int?
  private(set) var vehicles: Int?
  private(set) var serviceTime = 0
  private(set) var longestRoute: Int?
  private(set) var weightType: VRPLIBLine?
  private(set) var weightFormat: VRPLIBLine?
  private(set) var coordinates: [Row] = []
  private(set) var demands: [Row] = []
  private(set) var windows: [Row] = []
  private(set) var serviceTimes: [Row] = []
  private(set) var depots: [Int] = []
  private(set) var depotLine = 0
  private(set) var weights: [Double] = []

  init(_ text: String) throws(VRPLIBError) {
    var section = ""
    for line in VRPLIBLine.lines(of: text) {
      if line.isKeyword {
        section = line.keyword
        if section == "EOF" { return }
        if !section.hasSuffix("_SECTION") { try readHeader(line) }
      } else {
        try readRow(line, of: section)
      }
    }
  }

  private mutating func readHeader(_ line: VRPLIBLine) throws(VRPLIBError) {
    switch line.keyword {
    case "NAME": name = line.value
    case "TYPE":
      guard ["CVRP", "VRPTW", "CVRPTW"].contains(line.value) else {
        throw .unsupported(line: line.number, field: "TYPE", value: line.value)
      }
      hasTimeWindows = line.value != "CVRP"
    case "DIMENSION": dimension = try line.wholeValue("DIMENSION")
    case "CAPACITY": capacity = try line.wholeValue("CAPACITY")
    case "VEHICLES": vehicles = try line.wholeValue("VEHICLES")
    case "SERVICE_TIME": serviceTime = try line.wholeValue("SERVICE_TIME")
    case "DISTANCE": longestRoute = try line.wholeValue("DISTANCE")
    case "EDGE_WEIGHT_TYPE": weightType = line
    case "EDGE_WEIGHT_FORMAT": weightFormat = line
    case "COMMENT", "NODE_COORD_TYPE", "DISPLAY_DATA_TYPE": break
    default: throw .unsupported(line: line.number, field: "keyword", value: line.keyword)
    }
  }

  private mutating func readRow(_ line: VRPLIBLine, of section: String) throws(VRPLIBError) {
    switch section {
    case "NODE_COORD_SECTION": coordinates.append(try row(line, section, values: 2))
    case "DEMAND_SECTION": demands.append(try row(line, section, values: 1))
    case "TIME_WINDOW_SECTION": windows.append(try row(line, section, values: 2))
    case "SERVICE_TIME_SECTION": serviceTimes.append(try row(line, section, values: 1))
    case "DEPOT_SECTION":
      if depots.isEmpty { depotLine = line.number }
      for index in line.fields.indices {
        let node = try line.wholeNumber(index, section)
        if node != -1 { depots.append(node) }
      }
    case "EDGE_WEIGHT_SECTION":
      for index in line.fields.indices { weights.append(try line.number(index, section)) }
    default:
      throw .unsupported(line: line.number, field: "section", value: section)
    }
  }

  private func row(
    _ line: VRPLIBLine, _ section: String, values count: Int
  ) throws(VRPLIBError) -> Row {
    var values: [Double] = []
    for index in 1...count { values.append(try line.number(index, section)) }
    return Row(line: line.number, node: try line.wholeNumber(0, section), values: values)
  }
}
