import Domain
import Geometry
import Reports

extension Sample {
  func sheets(alongRoads: Bool = false) throws -> [RunSheet] {
    try zip(runs, couriers).map { run, courier in
      try RunSheet(
        run: run, courier: courier, cards: cards, gazetteer: gazetteer, office: "Disdukcapil",
        attribution: "Peta: contoh",
        way: alongRoads ? try way(of: run, from: courier.base) : nil)
    }
  }

  /// The first run with a crossing before stop `crossing` and another one back, `daysLater`.
  func sheet(crossing: Int, daysLater: Int) throws -> RunSheet {
    let (run, courier) = (runs[0], couriers[0])
    let pier = Sailing.Pier(name: "Dermaga Contoh", coordinate: courier.base)
    let island = Sailing.Pier(
      name: "Dermaga Pulau", coordinate: run.stops[0].location.coordinate)
    func boat(_ from: Sailing.Pier, _ to: Sailing.Pier, _ times: (String, String), _ days: Int)
      throws -> Crossing
    {
      Crossing(
        route: "Contoh–Pulau", boat: .charter, from: from, to: to, departs: try time(times.0),
        arrives: try time(times.1), beforeStop: days == 0 ? crossing : run.stops.count + 1,
        daysLater: days, note: "Gelombang tinggi pada musim barat")
    }
    let crossed = Run(
      id: run.id, courier: run.courier, kecamatan: run.kecamatan, leaves: run.leaves,
      returns: run.returns, restStarts: run.restStarts, travel: run.travel,
      distance: run.distance, stops: run.stops,
      crossings: [
        try boat(pier, island, ("09:00", "10:10"), 0),
        try boat(island, pier, ("07:00", "08:10"), daysLater),
      ])
    return try RunSheet(
      run: crossed, courier: courier, cards: cards, gazetteer: gazetteer, office: "Disdukcapil",
      attribution: "Peta: contoh")
  }

  func routes() -> [RouteExport] {
    zip(runs, couriers).map { RouteExport(run: $0, base: $1.base, gazetteer: gazetteer) }
  }

  func routesAlongRoads() throws -> [RouteExport] {
    try zip(runs, couriers).map {
      RouteExport(
        run: $0, base: $1.base, gazetteer: gazetteer, way: try way(of: $0, from: $1.base))
    }
  }

  /// A way of right angles to each stop and back: east first, then north.
  func way(of run: Run, from base: Coordinate) throws -> RunWay {
    let places = [base] + run.stops.map(\.location.coordinate) + [base]
    return RunWay(
      legs: try zip(places, places.dropFirst()).enumerated().map { index, ends in
        let corner = try Coordinate(
          latitudeE7: ends.0.latitudeE7, longitudeE7: ends.1.longitudeE7)
        return RunWay.Leg(
          path: [ends.0, corner, ends.1],
          distance: Metres(
            ends.0.distance(to: corner).value + corner.distance(to: ends.1).value),
          streets: (0...index).map { "Jalan Contoh \($0 + 1)" })
      })
  }

  var entries: [HandoverDocument.Entry] {
    zip(runs, couriers).map { run, courier in
      HandoverDocument.Entry(
        run: run.id, courier: courier.id, courierName: courier.name,
        kecamatan: run.kecamatan.map(gazetteer.name) ?? "", expected: run.cardCount,
        cards: run.cards)
    }
  }

  func map(
    title: String = "Peta hari ini", language: Language = .indonesian, roads: [MapRoad] = [],
    alongRoads: Bool = false
  ) throws -> DayMap {
    let mapRuns = try zip(runs, couriers).map { run, courier in
      MapRun(
        id: run.id, courier: courier.id, kecamatan: run.kecamatan, base: courier.base,
        stops: run.stops.map { stop in
          MapStop(
            number: stop.number, coordinate: stop.location.coordinate, arrives: stop.arrives,
            cards: stop.cards.indices.map { MapStop.Status.allCases[(stop.number + $0) % 5] })
        }, way: alongRoads ? try way(of: run, from: courier.base) : nil)
    }
    let outlines = gazetteer.kecamatan.map { region in
      MapRegion(
        code: region.code, name: region.name,
        polygons: [[[region.pointInside, couriers[0].base, region.pointInside]]])
    }
    return DayMap(
      title: title, date: runs[0].id.plan.date, regions: outlines, isSketch: true, roads: roads,
      runs: mapRuns, attribution: "Peta: contoh", language: language)
  }

  static func handover(
    _ entries: [HandoverDocument.Entry], total: Int? = nil,
    step: HandoverDocument.Step = .toOrganisation
  ) throws -> HandoverDocument {
    try HandoverDocument(
      step: step, number: "470/12/BAST/VII/2017",
      date: known(CalendarDate(year: 2017, month: 7, day: 27)), place: "Bandar Lampung",
      giver: .init(
        name: "Rina Kartika", serviceNumber: "19700101 199503 2 001", position: "Kepala Dinas",
        office: "Disdukcapil"),
      taker: .init(name: "Agus Salim", position: "Kepala Satuan", office: "Satpol PP"),
      entries: entries, total: total ?? entries.reduce(0) { $0 + $1.cards.count })
  }
}
