public import Domain
public import Geometry

/// One run as other programs may see it: where it goes and when, and nothing about anybody.
///
/// The places are still those of homes, so both formats say that the file is confidential.
public struct RouteExport: Sendable {
  public let run: Run
  /// Where the run starts and ends.
  public let base: Coordinate
  /// The way along the roads; nothing where none are known.
  public let way: RunWay?
  let gazetteer: Gazetteer

  public init(run: Run, base: Coordinate, gazetteer: Gazetteer, way: RunWay? = nil) {
    self.run = run
    self.base = base
    self.way = way
    self.gazetteer = gazetteer
  }

  /// The way along the roads, or straight from the base past every stop and back.
  var path: [Coordinate] {
    way?.path ?? [base] + run.stops.map(\.location.coordinate) + [base]
  }

  func desa(of stop: Stop) -> String { gazetteer.name(of: stop.desa) }

  static let notice = Phrase(
    id: "Rahasia: titik-titik ini adalah rumah penduduk; hapus setelah dipakai.",
    en: "Confidential: these points are people's homes; delete after use.")
}
