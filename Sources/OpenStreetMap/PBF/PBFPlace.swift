/// How the whole numbers of a block become places.
struct PBFPlace {
  /// In 1e-9 degrees.
  var granularity: Int64 = 100
  var latitudeOffset: Int64 = 0
  var longitudeOffset: Int64 = 0

  /// In whole 1e-7 degrees; nothing for what is not on the globe.
  func latitudeE7(_ latitude: Int64) -> Int32? {
    degreesE7(latitude, offset: latitudeOffset, limitE7: 900_000_000)
  }

  /// In whole 1e-7 degrees; nothing for what is not on the globe.
  func longitudeE7(_ longitude: Int64) -> Int32? {
    degreesE7(longitude, offset: longitudeOffset, limitE7: 1_800_000_000)
  }

  @inline(__always)
  private func degreesE7(_ value: Int64, offset: Int64, limitE7: Int64) -> Int32? {
    if granularity == 100, offset == 0 {
      return (-limitE7...limitE7).contains(value) ? Int32(truncatingIfNeeded: value) : nil
    }
    let (scaled, isBeyond) = value.multipliedReportingOverflow(by: granularity)
    let (degreesE9, isFurtherBeyond) = scaled.addingReportingOverflow(offset)
    guard !isBeyond, !isFurtherBeyond, degreesE9.magnitude <= limitE7.magnitude * 100 else {
      return nil
    }
    return Int32(truncatingIfNeeded: (degreesE9 + (degreesE9 < 0 ? -50 : 50)) / 100)
  }
}
