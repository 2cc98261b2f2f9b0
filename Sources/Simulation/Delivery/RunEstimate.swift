import Glibc

/// How long a run through part of a kecamatan takes, without planning it.
///
/// The way to the first door and back is twice the way to the middle of the kecamatan. Between
/// doors it is that of a shortest tour through so many random places: 0.7124 times the square root
/// of area and number, times what roads add; a run of `n` doors has one gap fewer than doors.
/// Where couriers share a kecamatan, each keeps to a part of its own. Residents do not live evenly,
/// so the area that counts is the square of the sum over places of the root of area times share of
/// residents: what the theorem says of points with a density.
///
/// Source: J. Beardwood, J. H. Halton, J. M. Hammersley, "The shortest path through many points",
/// 1959; its constant from D. S. Johnson, L. A. McGeoch, E. E. Rothberg, 1996. The gaps and the line
/// haul: C. F. Daganzo, "The distance traveled to visit N points with a maximum of C stops per
/// vehicle", 1984.
public struct RunEstimate: Hashable, Sendable {
  /// Length of a shortest tour through many random places, over the root of area and number.
  public static let tourConstant = 0.7124

  /// Seconds from the base to the middle of the kecamatan and back.
  let lineHaulSeconds: Double
  let lineHaulMetres: Double
  /// Metres driven for the root of a stop if one courier serves the whole area.
  private let metresPerRootStop: Double
  private let metresPerSecond: Double

  /// - Parameters:
  ///   - squareMetres: The area that counts; see ``squareMetres(of:in:)``.
  init(_ kecamatan: SimulatedKecamatan, squareMetres: Double) {
    metresPerSecond = kecamatan.speedKilometresPerHour / 3.6
    lineHaulMetres = 2000 * kecamatan.kilometresFromBase
    lineHaulSeconds = lineHaulMetres / metresPerSecond
    metresPerRootStop =
      kecamatan.estimateFactor * Self.tourConstant * kecamatan.roadFactor
      * squareMetres.squareRoot()
  }

  /// The estimate for the places on land of one kecamatan.
  init(ofLandIn kecamatan: Int, _ scenario: Scenario) {
    let places = scenario.places.filter { $0.kecamatan == kecamatan && !$0.isIsland }
    self.init(scenario.kecamatan[kecamatan], squareMetres: Self.squareMetres(of: places))
  }

  /// Metres driven between `stops` doors by one of `couriers` who share the area evenly.
  func metresBetween(stops: Int, couriers: Int) -> Double {
    guard stops > 1 else { return 0 }
    let gaps = Double(stops - 1) / Double(stops)
    return metresPerRootStop * (Double(stops) / Double(couriers)).squareRoot() * gaps
  }

  /// The same as a time.
  func secondsBetween(stops: Int, couriers: Int) -> Double {
    metresBetween(stops: stops, couriers: couriers) / metresPerSecond
  }

  /// The area that counts of some places of one kecamatan, in square metres.
  static func squareMetres(of places: [SimulatedPlace]) -> Double {
    let residents = places.reduce(0) { $0 + $1.obliged }
    guard residents > 0 else {
      return places.reduce(0) { $0 + $1.areaSquareKilometres * 1e6 }
    }
    let roots = places.reduce(0) { sum, place in
      sum + (Double(place.obliged) / Double(residents) * place.areaSquareKilometres).squareRoot()
    }
    return roots * roots * 1e6
  }
}
