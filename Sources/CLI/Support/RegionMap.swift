import Domain
import Geometry
import Intake
import Storage

/// The outlines of a workspace's regions.
struct RegionMap {
  let gazetteer: Gazetteer
  /// Kecamatan, then desa.
  let boundaries: [StoredBoundary]

  init(_ store: Store) throws {
    gazetteer = try store.gazetteer()
    boundaries = try store.boundaries(level: .kecamatan) + store.boundaries(level: .desa)
  }

  /// What the outlines say about places; for the thread that asks, and no other.
  func places() throws -> MapPlaces {
    try MapPlaces(
      boundaries.map {
        Boundary(code: $0.region, name: gazetteer.name(of: $0.region), shape: $0.shape)
      })
  }

  /// Whether any outline in use was drawn from facts rather than surveyed.
  var isSketch: Bool { boundaries.contains(where: \.isSketch) }
}
