public import Domain
public import Geometry
public import Optimiser

/// How long and how far it is from door to door.
///
/// ``StraightLineTravel`` needs no map, ``RoadTravel`` follows one. Times are those of a vehicle at
/// the reference speed of its profile, and each courier's own speed scales them, so that one table
/// serves every courier of a problem with the same kind of vehicle.
public protocol TravelModel: Sendable {
  /// Whether ways are those of a map: then no way means that there is none, over water or on land.
  var followsRoads: Bool { get }

  /// The open-road speed that times of `profile` are given for; above zero.
  func referenceKilometresPerHour(by profile: TravelProfile) -> Double

  /// Times between every ordered pair of `places`, in their order.
  ///
  /// - Parameters:
  ///   - kecamatan: Where the places lie; nothing if they lie in several.
  ///   - threads: How many to compute them on; no effect on the times.
  /// - Throws: ``ProblemError`` if a time is too long to be planned with.
  func travelTimes(
    among places: [Coordinate], by profile: TravelProfile, in kecamatan: RegionCode?, threads: Int
  ) throws(ProblemError) -> TravelTimes

  /// The time from one place to another; nothing if there is no way. Agrees to the second with
  /// the table of ``travelTimes(among:by:in:threads:)``.
  func travelTime(
    from origin: Coordinate, to destination: Coordinate, by profile: TravelProfile,
    in kecamatan: RegionCode?
  ) -> Duration?

  /// The distance driven from one place to another; nothing if there is no way.
  func distance(
    from origin: Coordinate, to destination: Coordinate, by profile: TravelProfile,
    in kecamatan: RegionCode?
  ) -> Metres?

  /// Nothing if a way leads near enough to `place`; else how far the nearest one is, at least.
  func remoteness(of place: Coordinate, by profile: TravelProfile) -> Metres?
}

extension TravelModel {
  /// A courier's speed in thousandths of the reference speed.
  ///
  /// A way takes the courier `time × 1000 / speedPermille`, rounded up to whole seconds.
  func speedPermille(of courier: Courier) -> Int {
    let reference = referenceKilometresPerHour(by: courier.vehicle.profile)
    return max(1, Int((Double(courier.speedKilometresPerHour) * 1000 / reference).rounded()))
  }

  /// The time `courier` needs from one place to another; nothing if there is no way.
  func seconds(
    from origin: Coordinate, to destination: Coordinate, for courier: Courier,
    in kecamatan: RegionCode?
  ) -> Int? {
    let time = travelTime(
      from: origin, to: destination, by: courier.vehicle.profile, in: kecamatan)
    let permille = speedPermille(of: courier)
    return time.map { (Int($0.components.seconds) * 1000 + permille - 1) / permille }
  }
}
