import Glibc

/// A place as TSPLIB's GEO gives it: degrees and minutes written `DDD.MM`.
///
/// Source: Reinelt, "TSPLIB 95", section 2.4, with the degrees cut off rather than rounded, as its
/// author's list of questions corrects it.
struct GeographicalPoint {
  private static let radiusKilometres = 6_378.388
  /// TSPLIB's own value of π; another would change distances.
  private static let pi = 3.141592

  private let latitude: Double
  private let longitude: Double

  init(latitude: Double, longitude: Double) {
    self.latitude = Self.radians(latitude)
    self.longitude = Self.radians(longitude)
  }

  /// Returns one more than the distance, so that cutting its part off rounds it up.
  func kilometres(to other: GeographicalPoint) -> Double {
    let along = cos(longitude - other.longitude)
    let apart = cos(latitude - other.latitude)
    let together = cos(latitude + other.latitude)
    let cosine = 0.5 * ((1 + along) * apart - (1 - along) * together)
    return Self.radiusKilometres * acos(max(-1, min(1, cosine))) + 1
  }

  private static func radians(_ degreesAndMinutes: Double) -> Double {
    let degrees = degreesAndMinutes.rounded(.towardZero)
    let minutes = degreesAndMinutes - degrees
    return pi * (degrees + 5 * minutes / 3) / 180
  }
}
