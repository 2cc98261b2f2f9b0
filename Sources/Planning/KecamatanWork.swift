public import Domain
public import Geometry

/// What is to be done in one kecamatan on one day.
public struct KecamatanWork: Hashable, Sendable {
  public let kecamatan: RegionCode
  /// Expected time at doors and between them, in seconds.
  public let seconds: Int
  /// The part of it that only couriers with a skill can do, in seconds.
  public let secondsBySkill: [Skill: Int]
  /// The middle of the doors; nothing where the way from a base does not count.
  public let centre: Coordinate?

  public init(
    kecamatan: RegionCode, seconds: Int, secondsBySkill: [Skill: Int] = [:],
    centre: Coordinate? = nil
  ) {
    self.centre = centre
    self.kecamatan = kecamatan
    self.seconds = seconds
    self.secondsBySkill = secondsBySkill
  }
}
