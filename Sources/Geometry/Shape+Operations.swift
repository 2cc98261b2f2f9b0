/// Operations that GEOS carries out. Each opens a session of its own, so any thread may call them.
extension Shape {
  /// The same land with a valid outline: self-crossings cut apart, overlapping polygons merged,
  /// spikes without area dropped.
  ///
  /// - Throws: ``GeometryError/shapeWithoutPolygons`` if nothing with an area is left.
  public func repaired() throws(GeometryError) -> Shape {
    let session = try GEOSSession()
    return try session.shape(session.madeValid(session.geometry(self)))
  }

  /// The land of all `shapes` together, their common borders dissolved: villages to a district.
  ///
  /// - Parameter shapes: Valid shapes, at least one.
  /// - Throws: ``GeometryError/shapeWithoutPolygons`` if there are none.
  public static func union(_ shapes: [Shape]) throws(GeometryError) -> Shape {
    let session = try GEOSSession()
    return try session.shape(session.union(of: session.geometry(shapes)))
  }

  /// The outline with fewer corners, none moved, each left-out corner within the tolerance.
  ///
  /// For drawing only: neighbours simplified one by one no longer meet exactly.
  ///
  /// - Parameter toleranceMetres: Zero or more.
  public func simplified(toleranceMetres: Double) throws(GeometryError) -> Shape {
    let session = try GEOSSession()
    let plane = GEOSPlane.metres(LocalProjection(origin: boundingBox.centre))
    let geometry = try session.geometry(self, on: plane)
    return try session.shape(
      session.simplified(geometry, tolerance: max(0, toleranceMetres)), on: plane)
  }

  /// A place well inside the land, on its largest polygon, for a label or a route to it.
  public func pointInside() throws(GeometryError) -> Coordinate {
    let session = try GEOSSession()
    return try session.pointInside(session.geometry(self))
  }
}
