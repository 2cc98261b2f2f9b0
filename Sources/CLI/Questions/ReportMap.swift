import ArgumentParser
import Custody
import Domain
import Foundation
import Geometry
import Reports
import Storage

struct ReportMap: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "map",
    abstract: say(
      "Menulis peta hari itu: satu berkas HTML yang terbuka tanpa jaringan.",
      "Writes the map of the day: one HTML file that opens without a network."),
    discussion: say(
      "Contoh:\n  hantar report map --date 2017-07-27 --out dokumen",
      "Example:\n  hantar report map --date 2017-07-27 --out documents"))

  /// Finer than a screen shows at the scale of a kecamatan.
  private static let outlineToleranceMetres = 15.0

  @OptionGroup var options: WorkspaceOptions
  @OptionGroup var selection: RunSelection
  @OptionGroup var output: OutputFolder

  func run() throws {
    let store = try options.openStore()
    let gazetteer = try store.gazetteer()
    let runs = try selection.requireRuns(in: store)
    let couriers = try store.couriersByID()
    let map = try RegionMap(store)
    let roads = try WorkspaceRoads(of: options, store)
    let ways = roads.ways
    let handedOut = Set(
      try store.dayRecord(runs[0].id.plan.date).runs.filter { $0.handedOut > 0 }.map(\.run))
    let page = DayMap(
      title: gazetteer.regency.fullName, date: runs[0].id.plan.date,
      regions: try map.boundaries.map { try region($0, gazetteer) },
      isSketch: map.isSketch, roads: roads.mapRoads(),
      runs: try runs.map { run in
        let courier = try couriers.require(run.courier)
        return MapRun(
          id: run.id, courier: run.courier, kecamatan: run.kecamatan, base: courier.base,
          stops: try run.stops.map {
            try mapStop($0, of: run, isHandedOut: handedOut.contains(run.id), in: store)
          }, way: ways?.way(of: run, by: courier))
      },
      attribution: mapAttribution(isSketch: map.isSketch, roads: roads),
      language: language)
    let path = "\(output.folder(of: options))/map-\(runs[0].id.plan.date).html"
    try Files.write(page.html(with: try Self.leaflet()), to: path)
    print(say("Peta ditulis ke \(path)", "Map written to \(path)"))
  }

  private func region(_ boundary: StoredBoundary, _ gazetteer: Gazetteer) throws -> MapRegion {
    let shape = try boundary.shape.simplified(
      toleranceMetres: Self.outlineToleranceMetres)
    return MapRegion(
      code: boundary.region, name: gazetteer.name(of: boundary.region),
      polygons: shape.polygons.map { polygon in
        ([polygon.exterior] + polygon.holes).map(\.coordinates)
      })
  }

  private func mapStop(
    _ stop: Stop, of run: Run, isHandedOut: Bool, in store: Store
  ) throws -> MapStop {
    MapStop(
      number: stop.number, coordinate: stop.location.coordinate, arrives: stop.arrives,
      cards: try stop.cards.map { card in
        MapStop.Status(try store.custody(of: card), of: run.courier, isHandedOut: isHandedOut)
      })
  }

  private static func leaflet() throws -> LeafletLibrary {
    let folder = "/usr/share/javascript/leaflet"
    guard Files.exists("\(folder)/leaflet.min.js") else {
      throw Failure(
        .noInput,
        id: "pustaka peta tidak ada di \(folder); pasang dengan: apt-get install libjs-leaflet",
        en: "the map library is not in \(folder); install it: apt-get install libjs-leaflet")
    }
    let texts = try ["leaflet.min.js", "leaflet.css"].map {
      String(decoding: try Files.read("\(folder)/\($0)"), as: UTF8.self)
    }
    return try LeafletLibrary(javascript: texts[0], stylesheet: texts[1])
  }
}

extension MapStop.Status {
  /// What the day's report counts a card as, told by where it is now.
  fileprivate init(_ state: CardCustody, of courier: CourierID, isHandedOut: Bool) {
    switch state.status {
    case .delivered: self = .delivered
    case .held: self = .held
    case .outForDelivery where state.holder == .courier(courier): self = .planned
    case .attemptFailed where state.holder == .courier(courier): self = .failed
    // Back in the safe, or already on its way again with somebody else.
    default: self = isHandedOut ? .returned : .planned
    }
  }
}
