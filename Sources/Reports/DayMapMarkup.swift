internal import Domain
internal import Geometry

/// The map's page: its frame as markup, its content as data, its behaviour as one program.
struct DayMapMarkup {
  let map: DayMap
  let library: LeafletLibrary

  var page: String {
    HTMLPage.text(
      title: "\(map.title) · \(map.date)", language: map.language, style: Self.style, body: body,
      head: library.style, runsOwnScripts: true)
  }

  private var body: HTMLText {
    """
    <div id="map"></div>
    \(map.isSketch ? sketchMark : .empty)
    <aside id="panel">
    <header>
    <button id="toggle" type="button" aria-expanded="true" \
    aria-label="\(say(id: "buka atau tutup panel", en: "open or close the panel"))"></button>
    <h1>\(map.title)</h1><p>\(map.date.text(in: map.language))</p>
    </header>
    <div id="bar" role="img"></div>
    <ul id="statuses"></ul>
    <p id="sums"></p>
    <p id="mixed"><i class="mark mixed"></i>\(say(
      id: "Isi separuh: sebagian kartu perhentian itu sudah diterima. Tandanya mengikuti kartu "
        + "yang paling belum tuntas.",
      en: "Half filled: some of the stop's cards are delivered. The mark is that of its least "
        + "settled card."))</p>
    <div id="filters">
    <select id="kecamatan" aria-label="Kecamatan"></select>
    <input id="search" type="search" autocomplete="off" spellcheck="false" \
    placeholder="\(say(id: "cari rute atau petugas", en: "find a run or courier"))">
    </div>
    <ol id="runs"></ol>
    <footer>\(say(
      id: "Rahasia: titik-titik adalah rumah penduduk.",
      en: "Confidential: the points are people's homes.")) \(map.attribution) · Leaflet</footer>
    </aside>
    \(HTMLText.data(data, id: "day"))
    \(library.script)
    \(Self.program)
    """
  }

  private var sketchMark: HTMLText {
    let text = say(id: "bukan batas resmi", en: "not official borders")
    return """
      <div id="sketch"><b>\(say(id: "SKETSA", en: "SKETCH"))</b> \(text)</div>
      """
  }

  private func say(id: String, en: String) -> String {
    Phrase(id: id, en: en).text(in: map.language)
  }

  private var data: JSONText {
    let styles = MapPalette.styles(of: map.runs)
    return [
      "sketch": .boolean(map.isSketch),
      "words": words,
      "statuses": .array(MapStop.Status.allCases.map { .string($0.phrase.text(in: map.language)) }),
      "regions": .array(map.regions.map(region)),
      "roads": .array(MapRoad.Rank.allCases.map(roads)),
      "runs": .array(zip(map.runs, styles).map(run)),
    ]
  }

  private var words: JSONText {
    [
      "all": .string(say(id: "Semua kecamatan", en: "All kecamatan")),
      "across": .string(say(id: "lintas kecamatan", en: "across kecamatan")),
      "stop": .string(say(id: "Perhentian", en: "Stop")),
      "stops": .string(say(id: "perhentian", en: "stops")),
      "runs": .string(say(id: "rute", en: "runs")),
      "cards": .string(say(id: "kartu", en: "cards")),
      "card": .string(say(id: "kartu", en: "card")),
      "run": .string(say(id: "rute", en: "run")),
      "oneStop": .string(say(id: "perhentian", en: "stop")),
      "of": .string(say(id: "dari", en: "of")),
      "base": .string(say(id: "Pangkalan", en: "Base")),
      "nothing": .string(say(id: "tidak ada rute yang cocok", en: "no run matches")),
      "locale": .string(map.language.rawValue),
    ]
  }

  private func region(_ region: MapRegion) -> JSONText {
    [
      "code": .describing(region.code), "name": .string(region.name),
      "level": .integer(region.code.level.rawValue),
      "polygons": .array(
        region.polygons.map { rings in
          .array(
            rings.map { ring in
              var last = GridPoint.zero
              return .array(ring.flatMap { GridPoint($0).steps(from: &last) })
            })
        }),
    ]
  }

  /// All roads of one rank as one flat list: the count of places of each and their steps, which go
  /// on from the last place of the road before.
  private func roads(of rank: MapRoad.Rank) -> JSONText {
    var last = GridPoint.zero
    return .array(
      map.roads.filter { $0.rank == rank && $0.path.count > 1 }.flatMap { road in
        [.integer(road.path.count)] + road.path.flatMap { GridPoint($0).steps(from: &last) }
      })
  }

  /// A run's legs as flat lists of steps, each from its own beginning.
  private func legs(of way: RunWay) -> JSONText {
    .array(
      way.legs.map { leg in
        var last = GridPoint.zero
        return .array(leg.path.flatMap { GridPoint($0).steps(from: &last) })
      })
  }

  /// A run's stops as one flat list: number, two steps from the place before, minute, status drawn,
  /// and the count of cards in each status.
  private func run(_ run: MapRun, style: Int) -> JSONText {
    var last = GridPoint.zero
    let base = GridPoint(run.base).steps(from: &last)
    let stops = run.stops.flatMap { stop -> [JSONText] in
      [.integer(stop.number)] + GridPoint(stop.coordinate).steps(from: &last) + [
        .integer(Int(stop.arrives.seconds) / 60), .integer(stop.status.rawValue),
      ] + MapStop.Status.allCases.map { .integer(stop.count(of: $0)) }
    }
    return [
      "id": .describing(run.id), "courier": .describing(run.courier),
      "kecamatan": .optional(run.kecamatan) { .describing($0) }, "style": .integer(style),
      "base": .array(base), "stops": .array(stops),
      "legs": .optional(run.way, legs),
    ]
  }
}

/// A place in whole 1e-5 degrees, about a metre: as fine as a map shows.
private struct GridPoint {
  static let zero = GridPoint(latitude: 0, longitude: 0)

  private let latitude: Int
  private let longitude: Int

  private init(latitude: Int, longitude: Int) {
    self.latitude = latitude
    self.longitude = longitude
  }

  init(_ coordinate: Coordinate) {
    latitude = Self.rounded(coordinate.latitudeE7)
    longitude = Self.rounded(coordinate.longitudeE7)
  }

  /// The way here from `last`, which is a small number, and moves `last` here.
  func steps(from last: inout GridPoint) -> [JSONText] {
    defer { last = self }
    return [.integer(latitude - last.latitude), .integer(longitude - last.longitude)]
  }

  private static func rounded(_ valueE7: Int32) -> Int {
    (Int(valueE7) + (valueE7 < 0 ? -50 : 50)) / 100
  }
}
