import Domain
import Geometry

/// The invented streets of one desa: communities (RW) of neighbourhoods (RT), each along one street
/// with numbered houses, so that addresses cluster and an RT is one place.
struct SampleTown {
  /// A house with its address and true place.
  struct House {
    var street: String
    var number: Int
    var rt: Int
    var rw: Int
    var place: Coordinate
  }

  private struct Street {
    var name: String
    var rt: Int
    var rw: Int
    var start: PlanarPoint
    var direction: (east: Double, north: Double)
    var houseCount: Int
  }

  private let desa: Region
  private let projection: LocalProjection
  private let isInside: (Coordinate) -> Bool
  private var streets: [Street] = []
  private var taken: Set<Int> = []

  /// Plans the streets of `desa`.
  ///
  /// - Parameter isInside: Whether a place is in the desa.
  init(
    _ desa: Region, names: [String], isInside: @escaping (Coordinate) -> Bool,
    using random: inout SplitMix64
  ) {
    self.desa = desa
    self.isInside = isInside
    projection = LocalProjection(origin: desa.pointInside)
    let communityCount = min(12, max(2, desa.population / 1500))
    var nameIndex = Int(random.next() % UInt64(names.count))
    for rw in 1...communityCount {
      let centre = pointNear(
        PlanarPoint(eastMetres: 0, northMetres: 0), reach: desa.radiusMetres * 0.9, using: &random)
      for rt in 1...Int(2 + random.next() % 4) {
        nameIndex += 1
        let start = pointNear(centre, reach: 220, using: &random)
        streets.append(
          street(names, nameIndex, rt: rt, rw: rw, start: start, using: &random))
      }
    }
  }

  /// A house in which nobody was put yet, or anywhere near the middle once all streets are full.
  mutating func house(using random: inout SplitMix64) -> House {
    for _ in 0..<24 {
      let index = Int(random.next() % UInt64(streets.count))
      let street = streets[index]
      let number = Int(random.next() % UInt64(street.houseCount)) + 1
      guard !taken.contains(index * 1000 + number), let place = place(number, on: street) else {
        continue
      }
      taken.insert(index * 1000 + number)
      return House(street: street.name, number: number, rt: street.rt, rw: street.rw, place: place)
    }
    let street = streets[Int(random.next() % UInt64(streets.count))]
    let number = Int(random.next() % 400) + 100
    let middle = PlanarPoint(eastMetres: 0, northMetres: 0)
    let near = pointNear(middle, reach: desa.radiusMetres * 0.3, using: &random)
    let place = try? projection.coordinate(near)
    return House(
      street: street.name, number: number, rt: street.rt, rw: street.rw,
      place: place ?? desa.pointInside)
  }

  private func street(
    _ names: [String], _ nameIndex: Int, rt: Int, rw: Int, start: PlanarPoint,
    using random: inout SplitMix64
  ) -> Street {
    let name = names[nameIndex % names.count]
    let round = nameIndex / names.count
    let prefix = rt == 1 ? "Jl." : desa.kind == .kelurahan || rt % 2 == 0 ? "Gg." : "Dusun"
    return Street(
      name: "\(prefix) \(name)\(round > 1 ? " \(round)" : "")", rt: rt, rw: rw, start: start,
      direction: directions.pick(using: &random), houseCount: Int(12 + random.next() % 30))
  }

  /// Odd numbers on the left, even on the right, a plot of nine metres each; nothing outside.
  private func place(_ number: Int, on street: Street) -> Coordinate? {
    let along = Double((number + 1) / 2) * 9
    let aside = number % 2 == 0 ? -7.0 : 7.0
    let point = PlanarPoint(
      eastMetres: street.start.eastMetres + along * street.direction.east
        - aside * street.direction.north,
      northMetres: street.start.northMetres + along * street.direction.north
        + aside * street.direction.east)
    guard let place = try? projection.coordinate(point), isInside(place) else { return nil }
    return place
  }

  /// A point of the desa within a square around `centre`; ever nearer to the inner point where the
  /// square hangs over the border.
  private func pointNear(
    _ centre: PlanarPoint, reach: Double, using random: inout SplitMix64
  ) -> PlanarPoint {
    var share = 1.0
    for _ in 0..<16 {
      let point = PlanarPoint(
        eastMetres: share * (centre.eastMetres + reach * (random.unit() * 2 - 1)),
        northMetres: share * (centre.northMetres + reach * (random.unit() * 2 - 1)))
      if let place = try? projection.coordinate(point), isInside(place) { return point }
      share *= 0.85
    }
    return PlanarPoint(eastMetres: 0, northMetres: 0)
  }
}

/// Eight unit vectors whose parts are exact fractions, so that no rounding differs between machines.
private let directions: [(east: Double, north: Double)] = [
  (1, 0), (0.8, 0.6), (0.6, 0.8), (0, 1), (-0.6, 0.8), (-0.8, 0.6), (-1, 0), (0.28, -0.96),
]
