/// What a VRPLIB instance text says, field by field, before it is made a problem.
///
/// Headers and sections may come in any order. Nothing here is as long as a header claims, only as
/// long as the text is.
///
/// Source: Reinelt, "TSPLIB 95"; Uchoa et al., 2017; the time-window dialect of the 12th DIMACS
/// implementation challenge, 2021; the vehicle sections of PyVRP.
struct VRPLIBText {
  /// A node's number as written, with the one or two values that follow it.
  struct Row {
    let line: Int32
    let node: Int32
    let first: Double
    let second: Double
  }

  /// A header's value and where it stands.
  struct Header {
    let line: Int
    let value: String
  }

  private static let types = ["CVRP", "VRP", "DCVRP", "CVRPTW", "VRPTW", "MDVRP", "MDVRPTW"]
  private static let headers: Set = [
    "NAME", "COMMENT", "TYPE", "DIMENSION", "CAPACITY", "VEHICLES", "SERVICE_TIME", "DISTANCE",
    "VEHICLES_MAX_DURATION", "EDGE_WEIGHT_TYPE", "EDGE_WEIGHT_FORMAT", "NODE_COORD_TYPE",
    "DISPLAY_DATA_TYPE",
  ]

  private(set) var headers: [String: Header] = [:]
  private(set) var coordinates: [Row] = []
  private(set) var demands: [Row] = []
  private(set) var windows: [Row] = []
  private(set) var serviceTimes: [Row] = []
  /// One row per vehicle with the depot it belongs to.
  private(set) var vehicleDepots: [Row] = []
  private(set) var depots: [Row] = []
  private(set) var weights: [Double] = []

  init(_ bytes: [UInt8]) throws(VRPLIBError) {
    var scanner = VRPLIBScanner(bytes)
    var section: String?
    while scanner.goToNextLine() {
      guard scanner.isAtWord() else {
        try readRow(&scanner, of: section)
        continue
      }
      let keyword = scanner.takeKeyword()
      if keyword == "EOF" { return }
      if keyword.hasSuffix("_SECTION") {
        section = keyword
        _ = scanner.skipColon()
        guard scanner.isAtLineEnd() else { try readRow(&scanner, of: section); continue }
      } else {
        try readHeader(keyword, &scanner)
      }
    }
  }

  /// Whether stops have time windows, which decides how distances are rounded.
  var hasTimeWindows: Bool {
    !windows.isEmpty || headers["TYPE"]?.value.uppercased().hasSuffix("TW") ?? false
  }

  private mutating func readHeader(
    _ keyword: String, _ scanner: inout VRPLIBScanner
  ) throws(VRPLIBError) {
    let line = scanner.line
    guard Self.headers.contains(keyword) else {
      throw .unsupported(
        line: line, field: "keyword", value: keyword,
        need: .documented)
    }
    guard scanner.skipColon() else {
      throw .malformed(
        line: line, field: keyword, text: scanner.takeRest(), need: .headerLine(keyword))
    }
    let header = Header(line: line, value: scanner.takeRest())
    if keyword == "TYPE", !Self.types.contains(header.value.uppercased()) {
      throw .unsupported(
        line: line, field: "TYPE", value: header.value, need: .oneOf(Self.types))
    }
    let before = headers.updateValue(header, forKey: keyword)
    guard before == nil || keyword == "COMMENT" else {
      throw .repeated(line: line, field: keyword)
    }
  }

  private mutating func readRow(
    _ scanner: inout VRPLIBScanner, of section: String?
  ) throws(VRPLIBError) {
    switch section {
    case "NODE_COORD_SECTION":
      coordinates.append(try Self.row(&scanner, "NODE_COORD_SECTION", values: 2))
    case "DEMAND_SECTION": demands.append(try Self.row(&scanner, "DEMAND_SECTION", values: 1))
    case "TIME_WINDOW_SECTION":
      windows.append(try Self.row(&scanner, "TIME_WINDOW_SECTION", values: 2))
    case "SERVICE_TIME_SECTION":
      serviceTimes.append(try Self.row(&scanner, "SERVICE_TIME_SECTION", values: 1))
    case "VEHICLES_DEPOT_SECTION":
      vehicleDepots.append(try Self.row(&scanner, "VEHICLES_DEPOT_SECTION", values: 1))
    case "DEPOT_SECTION": try readDepots(&scanner)
    case "EDGE_WEIGHT_SECTION": try readWeights(&scanner)
    case "DISPLAY_DATA_SECTION": break
    case let section?:
      throw .unsupported(
        line: scanner.line, field: "section", value: section,
        need: .documented)
    case nil:
      throw .malformed(
        line: scanner.line, field: "keyword", text: scanner.takeRest(),
        need: .sectionName)
    }
  }

  private mutating func readDepots(_ scanner: inout VRPLIBScanner) throws(VRPLIBError) {
    while !scanner.isAtLineEnd() {
      let node = try scanner.takeWhole("DEPOT_SECTION", in: -1...Limits.amount.upperBound)
      if node == -1 { continue }
      depots.append(
        Row(line: Int32(clamping: scanner.line), node: Int32(node), first: 0, second: 0))
    }
  }

  private mutating func readWeights(_ scanner: inout VRPLIBScanner) throws(VRPLIBError) {
    while !scanner.isAtLineEnd() {
      let weight = try scanner.takeNumber("EDGE_WEIGHT_SECTION")
      let isDistance = weight >= 0 && weight <= Double(Limits.travelSeconds.upperBound)
      guard isDistance || weight == Double(TravelTimes.unreachable) else {
        throw scanner.malformed("EDGE_WEIGHT_SECTION", .way)
      }
      weights.append(weight)
    }
  }

  private static func row(
    _ scanner: inout VRPLIBScanner, _ section: String, values count: Int
  ) throws(VRPLIBError) -> Row {
    let node = try scanner.takeWhole(section, in: 1...Limits.amount.upperBound)
    let first = try scanner.takeNumber(section)
    let second = count > 1 ? try scanner.takeNumber(section) : 0
    guard scanner.isAtLineEnd() else {
      throw .malformed(
        line: scanner.line, field: section, text: scanner.takeRest(),
        need: .fields(count + 1))
    }
    return Row(line: Int32(clamping: scanner.line), node: Int32(node), first: first, second: second)
  }
}

/// Headers as numbers.
extension VRPLIBText {
  /// Returns the value of a header as a whole number in `allowed`, or nil where it is not given.
  func whole(
    _ keyword: String, in allowed: ClosedRange<Int> = Limits.amount
  ) throws(VRPLIBError) -> Int? {
    guard let header = headers[keyword] else { return nil }
    guard let number = number(of: header), let whole = Int(exactly: number),
      allowed.contains(whole)
    else {
      throw .malformed(
        line: header.line, field: keyword, text: header.value,
        need: .whole(allowed))
    }
    return whole
  }

  /// Returns the value of a header as seconds of which there are `scale` in one unit, parts cut off.
  func seconds(_ keyword: String, scale: Int) throws(VRPLIBError) -> Int32? {
    guard let header = headers[keyword] else { return nil }
    let most = Limits.seconds.upperBound / scale
    guard let number = number(of: header), number >= 0, number <= Double(most) else {
      throw .malformed(
        line: header.line, field: keyword, text: header.value, need: .number(upTo: most))
    }
    return Int32(number * Double(scale))
  }

  private func number(of header: Header) -> Double? {
    var scanner = VRPLIBScanner(Array(header.value.utf8))
    guard scanner.goToNextLine(), let number = try? scanner.takeNumber("") else { return nil }
    return scanner.isAtLineEnd() ? number : nil
  }
}
