import CGEOS

/// Swift values in and out.
extension GEOSSession {
  /// The multi-polygon of `shape`.
  func geometry(
    _ shape: Shape, on plane: GEOSPlane = .wholeDegreesE7
  ) throws(GeometryError) -> OwnedGeometry {
    try geometry([shape], on: plane)
  }

  /// All polygons of `shapes` in one collection; overlaps stay as they are.
  func geometry(
    _ shapes: [Shape], on plane: GEOSPlane = .wholeDegreesE7
  ) throws(GeometryError) -> OwnedGeometry {
    var polygons: [OwnedGeometry] = []
    for polygon in shapes.lazy.flatMap(\.polygons) {
      try polygons.append(geometry(polygon, on: plane))
    }
    return try collected(polygons, as: GEOS_MULTIPOLYGON, "take in a region")
  }

  /// Open lines, in the coordinates of no particular plane.
  func geometry(lines: [[(x: Double, y: Double)]]) throws(GeometryError) -> OwnedGeometry {
    var parts: [OwnedGeometry] = []
    for line in lines {
      let sequence = unsafe try sequence(line.flatMap { [$0.x, $0.y] })
      unsafe try parts.append(
        owned(GEOSGeom_createLineString_r(handle, sequence), "take in a line"))
    }
    return try collected(parts, as: GEOS_MULTILINESTRING, "take in lines")
  }

  /// The polygons of a geometry as one shape.
  ///
  /// - Throws: ``GeometryError/shapeWithoutPolygons`` if it has none.
  func shape(
    _ geometry: OwnedGeometry, on plane: GEOSPlane = .wholeDegreesE7
  ) throws(GeometryError) -> Shape {
    try Shape(polygons: polygons(of: geometry, on: plane))
  }

  /// The polygons of a geometry; points and lines in it are left out.
  func polygons(
    of geometry: OwnedGeometry, on plane: GEOSPlane = .wholeDegreesE7
  ) throws(GeometryError) -> [Polygon] {
    var polygons: [Polygon] = []
    unsafe try collectPolygons(of: geometry.pointer, on: plane, into: &polygons)
    return polygons
  }

  private func collectPolygons(
    of geometry: OpaquePointer, on plane: GEOSPlane, into polygons: inout [Polygon]
  ) throws(GeometryError) {
    let type = unsafe GEOSGeomTypeId_r(handle, geometry)
    if type == Int32(GEOS_POLYGON.rawValue) {
      guard unsafe GEOSisEmpty_r(handle, geometry) == 0 else { return }
      unsafe try polygons.append(polygon(geometry, on: plane))
    } else if type >= Int32(GEOS_MULTIPOINT.rawValue) {
      let count = unsafe GEOSGetNumGeometries_r(handle, geometry)
      for index in 0..<count {
        guard let part = unsafe GEOSGetGeometryN_r(handle, geometry, index) else { continue }
        unsafe try collectPolygons(of: part, on: plane, into: &polygons)
      }
    }
  }

  private func polygon(
    _ geometry: OpaquePointer, on plane: GEOSPlane
  ) throws(GeometryError) -> Polygon {
    let exterior = unsafe try ring(GEOSGetExteriorRing_r(handle, geometry), on: plane)
    var holes: [Ring] = []
    let count = unsafe GEOSGetNumInteriorRings_r(handle, geometry)
    for index in 0..<max(0, count) {
      unsafe try holes.append(ring(GEOSGetInteriorRingN_r(handle, geometry, index), on: plane))
    }
    return Polygon(exterior: exterior, holes: holes)
  }

  private func ring(_ line: OpaquePointer?, on plane: GEOSPlane) throws(GeometryError) -> Ring {
    let operation = "read a ring"
    guard let line = unsafe line, let sequence = unsafe GEOSGeom_getCoordSeq_r(handle, line) else {
      throw failure(operation)
    }
    var count: UInt32 = 0
    guard unsafe GEOSCoordSeq_getSize_r(handle, sequence, &count) == 1 else {
      throw failure(operation)
    }
    var values = [Double](repeating: 0, count: 2 * Int(count))
    guard unsafe GEOSCoordSeq_copyToBuffer_r(handle, sequence, &values, 0, 0) == 1 else {
      throw failure(operation)
    }
    var coordinates: [Coordinate] = []
    coordinates.reserveCapacity(Int(count))
    for index in 0..<Int(count) {
      coordinates.append(
        try place(x: values[2 * index], y: values[2 * index + 1], on: plane, operation))
    }
    return try Ring(coordinates)
  }

  /// A GEOS result as a coordinate.
  func place(
    x: Double, y: Double, on plane: GEOSPlane, _ operation: String
  ) throws(GeometryError) -> Coordinate {
    do {
      return try plane.coordinate(x: x, y: y)
    } catch {
      throw .resultOffTheGlobe(operation: operation)
    }
  }

  private func geometry(
    _ polygon: Polygon, on plane: GEOSPlane
  ) throws(GeometryError) -> OwnedGeometry {
    var holes: [OwnedGeometry] = []
    for hole in polygon.holes { try holes.append(geometry(hole, on: plane)) }
    let exterior = unsafe try geometry(polygon.exterior, on: plane).handedOver()
    var handed = unsafe holes.map { unsafe Optional($0.handedOver()) }
    return unsafe try owned(
      GEOSGeom_createPolygon_r(handle, exterior, &handed, UInt32(handed.count)),
      "take in a polygon")
  }

  private func geometry(_ ring: Ring, on plane: GEOSPlane) throws(GeometryError) -> OwnedGeometry {
    let sequence = unsafe try sequence(
      ring.coordinates.flatMap { coordinate in
        let point = plane.point(coordinate)
        return [point.x, point.y]
      })
    return unsafe try owned(GEOSGeom_createLinearRing_r(handle, sequence), "take in a ring")
  }

  /// One collection of `parts`, which are used up.
  func collected(
    _ parts: [OwnedGeometry], as type: GEOSGeomTypes, _ operation: String
  ) throws(GeometryError) -> OwnedGeometry {
    var handed = unsafe parts.map { unsafe Optional($0.handedOver()) }
    return unsafe try owned(
      GEOSGeom_createCollection_r(
        handle, Int32(type.rawValue), &handed, UInt32(handed.count)), operation)
  }

  /// - Parameter values: x and y in turn.
  private func sequence(_ values: [Double]) throws(GeometryError) -> OpaquePointer {
    let sequence = unsafe GEOSCoordSeq_copyFromBuffer_r(
      handle, values, UInt32(values.count / 2), 0, 0)
    guard let sequence = unsafe sequence else { throw failure("take in coordinates") }
    return unsafe sequence
  }
}
