import Domain
import Geometry
import OpenStreetMap
import Reports
import RoadNetwork

/// What an import of roads found, for people as tables and for programs as JSON.
struct RoadReport {
  struct Import {
    let network: RoadNetwork
    let report: RoadImportReport
  }

  /// How many places of one kind are listed before it is said how many more there are.
  private static let shownPlaces = 5

  let file: String
  let imports: [Import]

  func print(_ options: ListingOptions) {
    if options.json {
      Swift.print(json.text(indented: true))
      return
    }
    guard let first = imports.first?.report else { return }
    Swift.print(
      say(
        "\(file): \(say(first.nodesReading.nodes)) simpul, \(say(first.waysReading.ways)) garis, "
          + "\(say(first.waysReading.relations)) relasi",
        "\(file): \(say(first.nodesReading.nodes)) nodes, \(say(first.waysReading.ways)) ways, "
          + "\(say(first.waysReading.relations)) relations"))
    show(mapTable(first.counts))
    show(profileTable)
    for line in warnings { Terminal.printError(say("peringatan: ", "warning: ") + line) }
    Swift.print(
      imports.contains(where: \.network.isSketch)
        ? say(
          "Rencana sekarang mengikuti jalan ini: sketsa karangan, bukan survei.",
          "Plans now follow these roads: an invented sketch, not a survey.")
        : say(
          "Rencana sekarang mengikuti jalan ini. © kontributor OpenStreetMap, ODbL.",
          "Plans now follow these roads. © OpenStreetMap contributors, ODbL."))
  }

  private func show(_ table: TextTable) {
    Swift.print(table.text(width: Terminal.width, colour: Terminal.usesColour), terminator: "")
  }

  private func mapTable(_ counts: RoadCounts) -> TextTable {
    let rows: [(String, String)] = [
      (say("jalan", "roads"), say(counts.highwayWays)),
      (say("di antaranya untuk mobil", "of them for cars"), say(counts.carWays)),
      (say("km jalan mobil", "km of roads for cars"), say(Int(counts.kilometres.rounded()))),
      (say("persimpangan dan ujung", "junctions and ends"), say(counts.junctionsAndEnds)),
      (say("jalan searah", "one-way roads"), say(counts.onewayWays)),
      (say("bundaran", "roundabouts"), say(counts.roundaboutWays)),
      (say("bernama", "named"), say(counts.namedWays)),
      (say("berambu kecepatan", "with a signed speed"), say(counts.signedSpeedWays)),
      (say("lampu lalu lintas", "traffic signals"), say(counts.trafficSignals)),
      (
        say("larangan belok", "turn restrictions"),
        say(
          "\(say(counts.restrictions)) (\(counts.noRestrictions) dilarang, "
            + "\(counts.onlyRestrictions) wajib, \(counts.viaWayRestrictions) lewat jalan)",
          "\(say(counts.restrictions)) (\(counts.noRestrictions) no, "
            + "\(counts.onlyRestrictions) only, \(counts.viaWayRestrictions) via way)")
      ),
      (
        say("penyeberangan", "ferries"),
        say(
          "\(counts.ferryWays) garis, \(counts.ferryRelations) relasi",
          "\(counts.ferryWays) ways, \(counts.ferryRelations) relations")
      ),
      (
        say("bagian terpisah", "separate parts"),
        say(
          "\(say(counts.weakParts)); yang terbesar \(Self.percent(counts.largestStrongPercent)) %",
          "\(say(counts.weakParts)); the largest has \(Self.percent(counts.largestStrongPercent)) %"
        )
      ),
    ]
    return TextTable(
      columns: [TextTable.Column(say("Peta", "Map")), .number("")],
      rows: rows.map { [$0.0, $0.1] })
  }

  private var profileTable: TextTable {
    TextTable(
      columns: [
        .identifier(say("Profil", "Profile")), .number("km"),
        .number(say("Ruas", "Segments")), .number(say("Simpul", "Nodes")),
        .number(say("Busur", "Arcs")), .number(say("Larangan dipakai", "Restrictions used")),
        .number(say("Penyeberangan", "Ferries")), .number(say("Pulau jaringan", "Islands")),
      ],
      rows: imports.map { made in
        let report = made.report
        let used = report.islands.count(where: \.isUsed)
        return [
          made.network.profile.name, say(Int(report.kilometres.rounded())),
          say(report.segments), say(report.graphNodes), say(report.graphArcs),
          say(report.restrictionsUsed), say(report.ferriesUsed),
          "\(say(used)) / \(say(report.islands.count))",
        ]
      })
  }

  /// What a user may want to mend in the map, the same for all profiles said once.
  private var warnings: [String] {
    guard let first = imports.first?.report else { return [] }
    var lines: [String] = []
    func add(_ count: Int, _ indonesian: String, _ english: String) {
      if count > 0 { lines.append("\(say(count)) " + say(indonesian, english)) }
    }
    add(
      first.nodesReading.nodesOffTheGlobe, "simpul tidak terletak di bumi; dilewati",
      "nodes are not on the globe; passed over")
    add(
      first.waysReading.mendedTexts + first.nodesReading.mendedTexts,
      "teks bukan UTF-8 yang benar; huruf yang rusak diganti",
      "texts are not valid UTF-8; broken characters were replaced")
    add(
      first.waysCut, "jalan kehilangan simpul di tepi cuplikan; dipotong di sana",
      "roads lack nodes, as at the edge of an extract; they were cut there")
    for made in imports {
      lines += looseFerries(made.report).map { "\(made.network.profile.name): \($0)" }
    }
    return lines
  }

  private func looseFerries(_ report: RoadImportReport) -> [String] {
    guard !report.ferriesLoose.isEmpty else { return [] }
    let shown = report.ferriesLoose.prefix(Self.shownPlaces).map(\.place.description)
    let places =
      shown.joined(separator: "; ") + (shown.count < report.ferriesLoose.count ? " …" : "")
    return [
      say(
        "\(say(report.ferriesLoose.count)) ujung penyeberangan jauh dari jalan: \(places)",
        "\(say(report.ferriesLoose.count)) ends of ferries are far from any road: \(places)")
    ]
  }

  private static func percent(_ value: Double) -> String {
    let tenths = Int((value * 10).rounded())
    return "\(tenths / 10)\(say(",", "."))\(tenths % 10)"
  }

  private var json: JSONText {
    guard let first = imports.first?.report else { return [:] }
    return [
      "nodes": .integer(first.nodesReading.nodes), "ways": .integer(first.waysReading.ways),
      "relations": .integer(first.waysReading.relations),
      "highwayWays": .integer(first.counts.highwayWays), "carWays": .integer(first.counts.carWays),
      "carNodes": .integer(first.counts.carNodes),
      "junctionsAndEnds": .integer(first.counts.junctionsAndEnds),
      "directedEdges": .integer(first.counts.directedEdges),
      "kilometres": .integer(Int(first.counts.kilometres.rounded())),
      "onewayWays": .integer(first.counts.onewayWays),
      "roundaboutWays": .integer(first.counts.roundaboutWays),
      "namedWays": .integer(first.counts.namedWays),
      "signedSpeedWays": .integer(first.counts.signedSpeedWays),
      "trafficSignals": .integer(first.counts.trafficSignals),
      "restrictions": .integer(first.counts.restrictions),
      "noRestrictions": .integer(first.counts.noRestrictions),
      "onlyRestrictions": .integer(first.counts.onlyRestrictions),
      "viaWayRestrictions": .integer(first.counts.viaWayRestrictions),
      "ferryWays": .integer(first.counts.ferryWays),
      "ferryRelations": .integer(first.counts.ferryRelations),
      "weakParts": .integer(first.counts.weakParts),
      "largestStrongPermille": .integer(Int((first.counts.largestStrongPercent * 10).rounded())),
      "profiles": .array(imports.map(Self.json)),
    ]
  }

  private static func json(_ made: Import) -> JSONText {
    let report = made.report
    return [
      "profile": .string(made.network.profile.name),
      "kilometres": .integer(Int(report.kilometres.rounded())),
      "segments": .integer(report.segments), "nodes": .integer(report.graphNodes),
      "copiedNodes": .integer(report.graphNodeCopies), "arcs": .integer(report.graphArcs),
      "restrictionsUsed": .integer(report.restrictionsUsed),
      "restrictionsIgnored": .array(
        report.restrictionsIgnored.map {
          ["why": .string($0.fault.rawValue), "count": .integer($0.count)]
        }),
      "ferriesUsed": .integer(report.ferriesUsed),
      "ferryEndsJoined": .integer(report.ferriesJoined.count),
      "ferryEndsLoose": .integer(report.ferriesLoose.count),
      "waysCut": .integer(report.waysCut), "missingNodes": .integer(report.missingNodes),
      "closedBarriers": .integer(report.closedBarriers),
      "segmentsWithoutReturn": .integer(report.segmentsWithoutReturn),
      "islands": .array(
        report.islands.map { island in
          [
            "segments": .integer(island.segments),
            "kilometres": .integer(Int(island.kilometres.rounded())),
            "place": .describing(island.place), "used": .boolean(island.isUsed),
          ]
        }),
    ]
  }
}
