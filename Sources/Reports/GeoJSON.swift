public import Domain
internal import Geometry

/// Runs as GeoJSON for map programs: a line a run and a point a stop.
///
/// Source: RFC 7946. Positions are longitude first, in WGS 84.
public enum GeoJSON {
  /// One `FeatureCollection` of all `routes`, in their order.
  ///
  /// Every feature says that it is confidential: map programs keep the properties of features but
  /// drop those of the collection.
  public static func text(of routes: [RouteExport], in language: Language) -> String {
    let collection: JSONText = [
      "type": "FeatureCollection",
      "confidential": true,
      "notice": .string(RouteExport.notice.text(in: language)),
      "features": .array(routes.flatMap(features)),
    ]
    return collection.text() + "\n"
  }

  private static func features(of route: RouteExport) -> [JSONText] {
    let run = route.run
    let line = feature(
      ["type": "LineString", "coordinates": .array(route.path.map(position))],
      [
        "kind": "run", "run": .describing(run.id), "date": .describing(run.id.plan.date),
        "stops": .integer(run.stops.count), "cards": .integer(run.cardCount),
        "leaves": .describing(run.leaves), "returns": .describing(run.returns),
        "confidential": true,
      ])
    let points = run.stops.map { stop in
      feature(
        ["type": "Point", "coordinates": position(stop.location.coordinate)],
        [
          "kind": "stop", "run": .describing(run.id), "stop": .integer(stop.number),
          "arrives": .describing(stop.arrives), "cards": .integer(stop.cards.count),
          "desa": .string(route.desa(of: stop)), "desaCode": .describing(stop.desa),
          "confidential": true,
        ])
    }
    return [line] + points
  }

  private static func feature(_ geometry: JSONText, _ properties: JSONText) -> JSONText {
    ["type": "Feature", "geometry": geometry, "properties": properties]
  }

  private static func position(_ coordinate: Coordinate) -> JSONText {
    [degrees(coordinate.longitudeE7), degrees(coordinate.latitudeE7)]
  }

  static func degrees(_ valueE7: Int32) -> JSONText { .decimal(Int(valueE7), places: 7) }
}
