import Domain
import Geometry

/// The streets of one desa: communities (RW) of neighbourhoods (RT), each along one street with
/// numbered houses, so that addresses cluster and an RT is one place.
///
/// Streets are invented where the town is given none.
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
    var pieces: [Piece]
    /// Odd numbers on the left, even on the right, from one up.
    var houseCount: Int
    /// What is added to house numbers: another part of the street has the lower ones.
    var numberOffset = 0
  }

  /// A straight part of a street.
  private struct Piece {
    var start: PlanarPoint
    var direction: (east: Double, north: Double)
    var metres: Double
  }

  private static let plotMetres = 9.0

  private let desa: Region
  private let projection: LocalProjection
  private let isInside: (Coordinate) -> Bool
  private var streets: [Street] = []
  private var taken: Set<Int> = []

  /// Plans the streets of `desa`.
  ///
  /// - Parameters:
  ///   - given: The streets that are there; none to invent some.
  ///   - isInside: Whether a place is in the desa.
  init(
    _ desa: Region, names: [String], along given: [SampleStreet],
    isInside: @escaping (Coordinate) -> Bool, using random: inout SplitMix64
  ) {
    self.desa = desa
    self.isInside = isInside
    projection = LocalProjection(origin: desa.pointInside)
    let communityCount = min(12, max(2, desa.population / 1500))
    if given.isEmpty {
      invent(communityCount, names, using: &random)
    } else {
      choose(communityCount, of: given, using: &random)
    }
  }

  private mutating func invent(
    _ communityCount: Int, _ names: [String], using random: inout SplitMix64
  ) {
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
      return House(
        street: street.name, number: number + street.numberOffset, rt: street.rt, rw: street.rw,
        place: place)
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
      name: "\(prefix) \(name)\(round > 1 ? " \(round)" : "")", rt: rt, rw: rw,
      pieces: [
        Piece(start: start, direction: directions.pick(using: &random), metres: .infinity)
      ],
      houseCount: Int(12 + random.next() % 30))
  }

  /// Communities around streets drawn by lot, each with the streets nearest to its first.
  private mutating func choose(
    _ communityCount: Int, of given: [SampleStreet], using random: inout SplitMix64
  ) {
    let lines = given.map { $0.line.map(projection.point) }
    var numbersTaken: [String: Int] = [:]
    for rw in 1...communityCount {
      let core = lines[Int(random.next() % UInt64(lines.count))][0]
      let count = Int(2 + random.next() % 4)
      let nearest = lines.indices.sorted {
        (core.metres(to: lines[$0][0]), $0) < (core.metres(to: lines[$1][0]), $1)
      }
      for (rt, index) in zip(1...count, nearest) {
        let pieces = Self.pieces(of: lines[index])
        let metres = pieces.reduce(0) { $0 + $1.metres }
        let name = given[index].postalName
        let houseCount = min(42, max(2, 2 * Int(metres / Self.plotMetres)))
        streets.append(
          Street(
            name: name, rt: rt, rw: rw, pieces: pieces, houseCount: houseCount,
            numberOffset: numbersTaken[name, default: 0]))
        numbersTaken[name, default: 0] += houseCount
      }
    }
  }

  private static func pieces(of line: [PlanarPoint]) -> [Piece] {
    zip(line, line.dropFirst()).compactMap { start, end in
      let metres = start.metres(to: end)
      guard metres > 0 else { return nil }
      return Piece(
        start: start,
        direction: (
          (end.eastMetres - start.eastMetres) / metres,
          (end.northMetres - start.northMetres) / metres
        ),
        metres: metres)
    }
  }

  /// A plot of nine metres each, seven from the middle of the street; nothing outside.
  private func place(_ number: Int, on street: Street) -> Coordinate? {
    var along = Double((number + 1) / 2) * Self.plotMetres
    let aside = number % 2 == 0 ? -7.0 : 7.0
    var rest = street.pieces[...]
    while rest.count > 1, let first = rest.first, along > first.metres {
      along -= first.metres
      rest.removeFirst()
    }
    guard let piece = rest.first else { return nil }
    let point = PlanarPoint(
      eastMetres: piece.start.eastMetres + along * piece.direction.east
        - aside * piece.direction.north,
      northMetres: piece.start.northMetres + along * piece.direction.north
        + aside * piece.direction.east)
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
