public import Domain
public import Geometry

/// What is to be done in one kecamatan, or on one island of it, on one day.
public struct KecamatanWork: Hashable, Sendable {
  public let kecamatan: RegionCode
  /// Expected time at doors and between them, in seconds.
  public let seconds: Int
  /// The part of it that only couriers with a skill can do, in seconds.
  public let secondsBySkill: [Skill: Int]
  /// The middle of the doors; nothing where the way from a base does not count.
  public let centre: Coordinate?
  /// What those who can be sent have left for the work, in seconds; nothing where everyone who
  /// serves the kecamatan can, and the way to the middle decides.
  public let secondsByCourier: [CourierID: Int]?
  /// How many couriers the boats to an island take; nothing on land.
  public let seats: Int?

  public init(
    kecamatan: RegionCode, seconds: Int, secondsBySkill: [Skill: Int] = [:],
    centre: Coordinate? = nil, secondsByCourier: [CourierID: Int]? = nil, seats: Int? = nil
  ) {
    self.kecamatan = kecamatan
    self.seconds = seconds
    self.secondsBySkill = secondsBySkill
    self.centre = centre
    self.secondsByCourier = secondsByCourier
    self.seats = seats
  }

  var isIsland: Bool { seats != nil }
}
