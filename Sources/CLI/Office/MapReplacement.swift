import Domain
import Geometry
import Intake
import Storage

/// What surveyed outlines change on a workspace's map.
struct MapReplacement {
  /// The outlines given and, drawn anew, those of the kecamatan whose desa are among them.
  let outlines: [(RegionCode, Shape)]
  /// Sketched regions of the same level that have no outline of their own and whose place is inside
  /// one given: two regions cannot have the same land.
  let swallowed: [RegionCode]

  init(of boundaries: [Boundary], in store: Store, _ gazetteer: Gazetteer) throws {
    let given = Set(boundaries.map(\.code))
    let stored = try store.boundaries(level: .desa) + store.boundaries(level: .kecamatan)
    let swallowed = stored.filter { sketch in
      guard sketch.isSketch, !given.contains(sketch.region), let region = gazetteer[sketch.region]
      else { return false }
      return boundaries.contains {
        $0.code.level == sketch.region.level && $0.shape.contains(region.pointInside)
      }
    }.map(\.region)
    self.swallowed = swallowed

    var outlines = boundaries.map { ($0.code, $0.shape) }
    let parents = Set(boundaries.compactMap { $0.code.level == .desa ? $0.code.kecamatan : nil })
    for parent in parents.subtracting(given).sorted() {
      let siblings = stored.filter { old in
        old.region.level == .desa && parent.contains(old.region) && !given.contains(old.region)
          && !swallowed.contains(old.region)
      }
      let parts =
        boundaries.filter { $0.code.level == .desa && parent.contains($0.code) }.map(\.shape)
        + siblings.map(\.shape)
      outlines.append((parent, try Shape.union(parts)))
    }
    self.outlines = outlines
  }
}
