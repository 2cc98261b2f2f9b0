import Domain
import Geometry

/// Finds where a card goes: the measured door, checked against the address, or the best guess.
struct AddressLocator {
  private let gazetteer: Gazetteer
  private let places: MapPlaces
  private let tolerance: Metres

  /// - Parameter tolerance: How far outside its kecamatan a door may be measured.
  init(_ gazetteer: Gazetteer, _ places: MapPlaces, tolerance: Metres) {
    self.gazetteer = gazetteer
    self.places = places
    self.tolerance = tolerance
  }

  /// The location of `row`, whose address is `address`.
  ///
  /// - Throws: ``Rejection`` if the coordinate is no number, no place in Indonesia, or too far from
  ///   the kecamatan of the address.
  func location(
    of address: Address, _ row: TableRow<CardColumn>, _ warnings: inout [Warning]
  ) throws(Rejection) -> Location {
    guard let place = try row.coordinate(.latitude, .longitude) else {
      return guess(address)
    }
    if let oddity = try oddity(of: place, in: address.desa, row) {
      warnings.append(row.warning(.latitude, oddity))
    }
    return Location(coordinate: place, source: .house)
  }

  /// What is odd about `place` for an address in `desa`; nothing if all is well.
  private func oddity(
    of place: Coordinate, in desa: RegionCode, _ row: TableRow<CardColumn>
  ) throws(Rejection) -> WarningReason? {
    let found = places.locate(place)
    if found == desa { return nil }
    // A neighbour may win a place on the border, and young desa have no outline of their own yet.
    let distanceToDesa = places.distance(place, desa)
    if distanceToDesa == Metres(0) { return nil }
    if let kecamatan = desa.kecamatan, let distance = places.distance(place, kecamatan) {
      guard distance <= tolerance else {
        throw row.rejection(
          .latitude, .farFromKecamatan(gazetteer.name(of: kecamatan), metres: Int(distance.value)))
      }
      if distance == Metres(0), distanceToDesa == nil { return nil }
    }
    if let found { return .inOtherRegion(gazetteer.name(of: found)) }
    return distanceToDesa == nil ? nil : .outsideMap
  }

  /// The point of the neighbourhood, or of the desa where that is not known either.
  ///
  /// Nobody measured the neighbourhood: its point only keeps neighbours together, so the door may be
  /// anywhere in the desa, and the uncertainty says so.
  func guess(_ address: Address) -> Location {
    guard let desa = gazetteer[address.desa] else {
      return Location(coordinate: gazetteer.regency.pointInside, source: .desa)
    }
    let radius = Metres(max(Location.Source.neighbourhood.uncertainty.value, desa.radiusMetres))
    guard address.rt != nil || address.rw != nil else {
      return Location(coordinate: desa.pointInside, source: .desa, uncertainty: radius)
    }
    let point = desa.neighbourhoodPoint(rt: address.rt ?? 0, rw: address.rw ?? 0) {
      places.distance($0, desa.code).map { $0 == Metres(0) } ?? true
    }
    return Location(coordinate: point, source: .neighbourhood, uncertainty: radius)
  }
}

extension Region {
  /// The radius of a disc as large as the region.
  var radiusMetres: Double { (areaSquareKilometres * 1e6 / Double.pi).squareRoot() }

  /// A place for neighbourhood `rt` of community `rw`: always the same, near its siblings, within
  /// half the region's radius of its inner point, and where `isInside` allows.
  func neighbourhoodPoint(
    rt: Int, rw: Int, where isInside: (Coordinate) -> Bool
  ) -> Coordinate {
    let projection = LocalProjection(origin: pointInside)
    let community = scatter(rw, 0)
    let neighbourhood = scatter(rw, rt + 1)
    var reach = radiusMetres * 0.35
    for _ in 0..<8 {
      let point = PlanarPoint(
        eastMetres: reach * (community.east + neighbourhood.east / 4),
        northMetres: reach * (community.north + neighbourhood.north / 4))
      if let place = try? projection.coordinate(point), isInside(place) { return place }
      reach /= 2
    }
    return pointInside
  }

  /// Two numbers from -1 to 1 that look random but depend only on the arguments and the code.
  private func scatter(_ first: Int, _ second: Int) -> (east: Double, north: Double) {
    let code = code.digits.utf8.reduce(UInt64(0)) { $0 &* 31 &+ UInt64($1) }
    var random = SplitMix64(seed: code &* 1_000_003 &+ UInt64(first * 1009 + second))
    return (random.unit() * 2 - 1, random.unit() * 2 - 1)
  }
}
