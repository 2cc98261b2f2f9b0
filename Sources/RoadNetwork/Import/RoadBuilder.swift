import Geometry
import ShortestPaths

/// Turns what was read of a map into the graph, its segments and their index.
struct RoadBuilder {
  private let collector: WayCollector
  private let nodeNumbers: [Int32]
  private var nodes: NodeTable
  private let profile: RoadProfile
  private(set) var report: RoadImportReport

  init(
    _ collector: WayCollector, _ nodeNumbers: [Int32], _ nodes: NodeTable, _ profile: RoadProfile,
    _ report: RoadImportReport
  ) {
    self.collector = collector
    self.nodeNumbers = nodeNumbers
    self.nodes = nodes
    self.profile = profile
    self.report = report
  }

  /// - Throws: ``RoadImportError/noRoads(profile:highways:)``.
  mutating func build() throws -> RoadGraph {
    var lines = RoadLines(collector, nodeNumbers: nodeNumbers, nodes)
    report.waysCut = lines.waysCut
    report.missingNodes = lines.missingNodes
    guard !lines.lines.isEmpty else {
      throw RoadImportError.noRoads(profile: profile.name, highways: report.counts.highwayWays)
    }
    var joiner = FerryJoiner(collector, profile)
    joiner.join(&lines, &nodes)
    report.ferriesJoined = joiner.joined
    report.ferriesLoose = joiner.loose

    let (table, restrictions) = cut(lines, joiner.links)
    let result = try GraphBuilder(table, restrictions).build()
    let usability = SegmentUsability(table, result, profile)
    describe(table, result, usability)
    return RoadGraph(table, result, usability, names: collector.names.names)
  }

  /// Cuts the lines into segments, and finds out which of them turn restrictions concern.
  private mutating func cut(
    _ lines: RoadLines, _ links: [(end: Int32, road: Int32)]
  ) -> (SegmentTable, [ResolvedRestriction]) {
    let ferryUses = applyFerryDurations(collector, lines, nodes)
    var lines = lines
    let firstLink = lines.lines.count
    for link in links { lines.append([link.end, link.road], of: Int32(collector.ways.count)) }
    let viaNodes = collector.restrictions.compactMap { $0.viaNode.flatMap(nodes.number(of:)) }
    var builder = SegmentBuilder(lines, nodes, viaNodes: viaNodes)
    let linkUse = pierLinkUse()
    for line in lines.lines.indices {
      let run = lines.nodes[lines.nodeRange(of: line)]
      let number = lines.lines[line].way
      if line >= firstLink {
        builder.add(run, way: number, name: 0, use: linkUse)
        continue
      }
      let way = collector.ways[Int(number)]
      guard let use = ferryUses[number] ?? way.use else { continue }
      builder.add(run, way: number, name: way.name, use: use)
    }
    builder.addBoarding(milliseconds: profile.ferryBoardingMilliseconds)
    report.closedBarriers = builder.closedBarriers
    return (builder.table, resolveRestrictions(builder))
  }

  private func pierLinkUse() -> RoadUse {
    let speed = profile.walkingKilometresPerHour / profile.walkingDetour
    return RoadUse(
      roadClass: .pierLink, flags: .pierLink, forwardKilometresPerHour: speed,
      backwardKilometresPerHour: speed)
  }

  private mutating func resolveRestrictions(_ builder: SegmentBuilder) -> [ResolvedRestriction] {
    let named = Set(collector.restrictions.flatMap { $0.from + $0.viaWays + $0.to })
    var wayNumbers: [Int64: Int32] = [:]
    for (number, way) in collector.ways.enumerated() where named.contains(way.id) {
      wayNumbers[way.id] = Int32(number)
    }
    let resolver = RestrictionResolver(builder.table, wayNumbers: wayNumbers)
    var resolved: [ResolvedRestriction] = []
    var ignored = collector.ignoredRestrictions
    for restriction in collector.restrictions {
      let junction = restriction.viaNode.flatMap(nodes.number(of:)).flatMap(builder.junction(at:))
      switch resolver.resolve(restriction, junction: junction) {
      case .restrictions(let found):
        resolved += found
        report.restrictionsUsed += 1
      case .ignored(let fault): ignored[fault, default: 0] += 1
      }
    }
    report.restrictionsIgnored = RestrictionFault.allCases.compactMap { fault in
      ignored[fault].map { (fault, $0) }
    }
    return resolved
  }

  private mutating func describe(
    _ table: SegmentTable, _ result: GraphBuilder.Result, _ usability: SegmentUsability
  ) {
    report.waysUsed = collector.ways.reduce(0) { $0 + ($1.use == nil ? 0 : 1) }
    report.ferriesUsed = collector.ways.reduce(0) { $0 + ($1.use?.roadClass == .ferry ? 1 : 0) }
    report.graphNodes = result.graph.nodeCount
    report.graphNodeCopies = result.copies
    report.graphArcs = result.graph.arcCount
    report.segments = table.count
    for segment in 0..<table.count where !table.isFerry(segment) {
      report.kilometres += Double(table.decimetres[segment]) / 10_000
    }
    report.segmentsWithoutReturn = usability.withoutReturn
    report.islands = usability.islands
  }
}
