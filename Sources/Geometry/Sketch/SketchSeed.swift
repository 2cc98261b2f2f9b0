/// What is known of one region before its outline is drawn.
public struct SketchSeed: Hashable, Sendable {
  /// A place inside the region; it stays inside the drawn outline.
  public let point: Coordinate
  /// The balance point of the region, where known; it may lie outside, as in a bay.
  public let centroid: Coordinate
  public let areaSquareMetres: Double
  /// Indices of the regions that share a border with this one.
  public let neighbours: [Int]
  /// Which larger region this one belongs to, such as the kecamatan of a desa.
  public let group: Int

  /// - Parameter centroid: By default `point`.
  public init(
    point: Coordinate, centroid: Coordinate? = nil, areaSquareMetres: Double, neighbours: [Int],
    group: Int
  ) {
    self.point = point
    self.centroid = centroid ?? point
    self.areaSquareMetres = areaSquareMetres
    self.neighbours = neighbours
    self.group = group
  }
}
