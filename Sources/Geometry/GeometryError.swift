/// Why an outline, a set of regions or a sketch was refused.
public enum GeometryError: Error, Equatable, CustomStringConvertible {
  case ringTooShort(coordinates: Int)
  case ringNotClosed(first: Coordinate, last: Coordinate)
  case shapeWithoutPolygons
  case invalidShape(index: Int, reason: String, place: Coordinate)
  case noSeeds
  case seedWithoutArea(seed: Int, squareMetres: Double)
  case unknownNeighbour(seed: Int, neighbour: Int)
  case sharedSeedPoint(first: Int, second: Int, place: Coordinate)
  case resultOffTheGlobe(operation: String)
  case geos(operation: String, message: String)

  public var description: String {
    switch self {
    case .ringTooShort(let coordinates):
      "a ring of \(coordinates) coordinates encloses nothing; it needs at least 4, the last equal"
        + " to the first"
    case .ringNotClosed(let first, let last):
      "a ring starts at \(first) but ends at \(last); repeat the first coordinate at the end"
    case .shapeWithoutPolygons:
      "a region has no polygon; leave it out of the map instead"
    case .invalidShape(let index, let reason, let place):
      "region number \(index) has an invalid outline at \(place): \(reason); repair it first"
    case .noSeeds:
      "a sketch map needs at least one region"
    case .seedWithoutArea(let seed, let squareMetres):
      "region number \(seed) has an area of \(squareMetres) m²; give its true area"
    case .unknownNeighbour(let seed, let neighbour):
      "region number \(seed) names neighbour \(neighbour), which is not another region of the map"
    case .sharedSeedPoint(let first, let second, let place):
      "regions number \(first) and \(second) have the same point \(place); correct one of them"
    case .resultOffTheGlobe(let operation):
      "could not \(operation): the result lies off the globe; check that latitude and longitude"
        + " are not swapped"
    case .geos(let operation, let message):
      "could not \(operation): \(message); check the outlines with a coverage report"
    }
  }
}
