public import Domain
public import Geometry
public import Optimiser

/// How long and how far it is from door to door.
///
/// ``StraightLineTravel`` needs no map; a road network can stand in its place. Times are those of
/// a vehicle at ``referenceKilometresPerHour``, and each courier's own speed scales them, so that
/// one table serves every courier of a problem.
public protocol TravelModel: Sendable {
  /// The open-road speed all times are given for.
  var referenceKilometresPerHour: Int { get }

  /// Times between every ordered pair of `places`, in their order.
  ///
  /// - Parameter kecamatan: Where the places lie; nothing if they lie in several.
  /// - Throws: ``ProblemError`` if a time is too long to be planned with.
  func travelTimes(
    among places: [Coordinate], in kecamatan: RegionCode?
  ) throws(ProblemError) -> TravelTimes

  /// The time from one place to another; nothing if there is no way. Agrees to the second with
  /// the table of ``travelTimes(among:in:)``.
  func travelTime(
    from origin: Coordinate, to destination: Coordinate, in kecamatan: RegionCode?
  ) -> Duration?

  /// The distance driven from one place to another.
  func distance(
    from origin: Coordinate, to destination: Coordinate, in kecamatan: RegionCode?
  ) -> Metres
}
