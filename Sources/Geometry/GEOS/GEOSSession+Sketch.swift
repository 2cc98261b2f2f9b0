import CGEOS

/// What drawing a sketch map needs: buffers in metres, and the faces between lines.
extension GEOSSession {
  func disc(
    around middle: (x: Double, y: Double), radius: Double
  ) throws(GeometryError) -> OwnedGeometry {
    let operation = "draw a disc"
    let point = unsafe try owned(
      GEOSGeom_createPointFromXY_r(handle, middle.x, middle.y), operation)
    return unsafe try owned(GEOSBuffer_r(handle, point.pointer, radius, 8), operation)
  }

  func buffered(
    _ geometry: OwnedGeometry, byMetres metres: Double
  ) throws(GeometryError) -> OwnedGeometry {
    unsafe try owned(GEOSBuffer_r(handle, geometry.pointer, metres, 8), "widen an outline")
  }

  /// The union of all `pieces`, which are used up.
  func united(_ pieces: [OwnedGeometry]) throws(GeometryError) -> OwnedGeometry {
    let collection = try collected(pieces, as: GEOS_GEOMETRYCOLLECTION, "unite pieces")
    return unsafe try owned(GEOSUnaryUnion_r(handle, collection.pointer), "unite pieces")
  }

  func union(
    of first: OwnedGeometry, and second: OwnedGeometry
  ) throws(GeometryError) -> OwnedGeometry {
    unsafe try owned(GEOSUnion_r(handle, first.pointer, second.pointer), "unite two pieces")
  }

  func difference(
    of first: OwnedGeometry, and second: OwnedGeometry
  ) throws(GeometryError) -> OwnedGeometry {
    unsafe try owned(
      GEOSDifference_r(handle, first.pointer, second.pointer), "take away a region")
  }

  /// The land with its holes filled.
  func filled(_ land: OwnedGeometry, on plane: GEOSPlane) throws(GeometryError) -> OwnedGeometry {
    let outer = try polygons(of: land, on: plane).map { Polygon(exterior: $0.exterior) }
    return try united([geometry(Shape(polygons: outer), on: plane)])
  }

  func area(of geometry: OwnedGeometry) throws(GeometryError) -> Double {
    var area = 0.0
    guard unsafe GEOSArea_r(handle, geometry.pointer, &area) == 1 else {
      throw failure("measure an outline")
    }
    return area
  }

  /// The polygons between `lines`, which may cross and overlap, on whole coordinates.
  func faces(between lines: OwnedGeometry) throws(GeometryError) -> [Polygon] {
    let operation = "divide the land"
    let noded = unsafe try owned(GEOSUnaryUnionPrec_r(handle, lines.pointer, 1), operation)
    var input: [OpaquePointer?] = unsafe [noded.pointer]
    return try polygons(
      of: unsafe owned(GEOSPolygonize_r(handle, &input, UInt32(input.count)), operation))
  }
}
