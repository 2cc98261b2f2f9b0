public import Domain

/// What is to be done in one kecamatan on one day.
public struct KecamatanWork: Hashable, Sendable {
  public let kecamatan: RegionCode
  /// Expected time at doors and between them, in seconds.
  public let seconds: Int
  /// The part of it that only couriers with a skill can do, in seconds.
  public let secondsBySkill: [Skill: Int]

  public init(kecamatan: RegionCode, seconds: Int, secondsBySkill: [Skill: Int] = [:]) {
    self.kecamatan = kecamatan
    self.seconds = seconds
    self.secondsBySkill = secondsBySkill
  }
}
