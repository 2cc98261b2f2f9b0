public import Domain
internal import Geometry

/// Runs as GPX 1.1 for satellite navigators and phone maps: a waypoint a stop, a route a run and,
/// where the roads are known, the track along them.
///
/// Source: <https://www.topografix.com/GPX/1/1/gpx.xsd>; the order of elements is the schema's.
public enum GPX {
  public static func text(of routes: [RouteExport], in language: Language) -> String {
    let title = Phrase(id: "Rute antar KTP-el", en: "KTP-el runs").text(in: language)
    let document: HTMLText = """
      <?xml version="1.0" encoding="UTF-8"?>
      <gpx version="1.1" creator="Hantar" xmlns="http://www.topografix.com/GPX/1/1" \
      xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" \
      xsi:schemaLocation="http://www.topografix.com/GPX/1/1 \
      http://www.topografix.com/GPX/1/1/gpx.xsd">
      <metadata><name>\(title)</name><desc>\(RouteExport.notice.text(in: language))</desc>\
      <keywords>confidential</keywords></metadata>
      \(.each(routes.flatMap(stops), separator: "\n") { route, stop in
        point("wpt", route, stop, language)
      })
      \(.each(routes, separator: "\n") { self.route($0, language) })\
      \(.each(routes) { route in .optional(route.way) { track(route, $0) } })
      </gpx>

      """
    return document.text
  }

  private static func stops(of route: RouteExport) -> [(RouteExport, Stop)] {
    route.run.stops.map { (route, $0) }
  }

  private static func route(_ route: RouteExport, _ language: Language) -> HTMLText {
    let base = Phrase(id: "pangkalan", en: "base").text(in: language)
    let end: HTMLText = """
      <rtept \(place(route.base))><name>\(base)</name></rtept>
      """
    return """
      <rte><name>\(route.run.id)</name><number>\(route.run.id.number)</number>
      \(end)
      \(.each(route.run.stops, separator: "\n") { point("rtept", route, $0, language) })
      \(end)
      </rte>
      """
  }

  private static func track(_ route: RouteExport, _ way: RunWay) -> HTMLText {
    """

    <trk><name>\(route.run.id)</name><number>\(route.run.id.number)</number><trkseg>
    \(.each(way.path, separator: "\n") { "<trkpt \(place($0))></trkpt>" })
    </trkseg></trk>
    """
  }

  private static func point(
    _ element: HTMLText, _ route: RouteExport, _ stop: Stop, _ language: Language
  ) -> HTMLText {
    let word = Phrase(id: "kartu", en: stop.cards.count == 1 ? "card" : "cards")
    return """
      <\(element) \(place(stop.location.coordinate))><name>\(stop.number)</name>\
      <desc>\(stop.arrives) · \(stop.cards.count) \(word.text(in: language)) · \
      \(route.desa(of: stop)) · \(route.run.id)</desc></\(element)>
      """
  }

  private static func place(_ coordinate: Coordinate) -> HTMLText {
    let latitude = GeoJSON.degrees(coordinate.latitudeE7).text()
    let longitude = GeoJSON.degrees(coordinate.longitudeE7).text()
    return "lat=\"\(latitude)\" lon=\"\(longitude)\""
  }
}
