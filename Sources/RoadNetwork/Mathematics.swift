// The C mathematics library under full names: RoadNetwork does not import Foundation.
import Glibc

func cosine(_ radians: Double) -> Double { cos(radians) }

/// Metres per 1e-7 degree of latitude on the mean sphere.
let metresPerUnitNorth = 6_371_008.8 * Double.pi / 180 / 1e7

/// Metres per 1e-7 degree of longitude at a latitude.
func metresPerUnitEast(latitudeE7: Double) -> Double {
  metresPerUnitNorth * cosine(latitudeE7 * (Double.pi / 180 / 1e7))
}

/// The distance between two places near one another, which may lie on both sides of 180°.
func straightMetres(
  _ latitudeE7: Int32, _ longitudeE7: Int32, _ otherLatitudeE7: Int32, _ otherLongitudeE7: Int32
) -> Double {
  let middle = (Double(latitudeE7) + Double(otherLatitudeE7)) / 2
  let north = (Double(otherLatitudeE7) - Double(latitudeE7)) * metresPerUnitNorth
  var units = Double(otherLongitudeE7) - Double(longitudeE7)
  if units > 1.8e9 { units -= 3.6e9 }
  if units < -1.8e9 { units += 3.6e9 }
  let east = units * metresPerUnitEast(latitudeE7: middle)
  return (north * north + east * east).squareRoot()
}
