public import Domain

/// A kecamatan as the simulation sees it.
public struct SimulatedKecamatan: Hashable, Sendable {
  public var code: RegionCode
  public var name: String
  /// Riding speed between doors, in kilometres an hour.
  public var speedKilometresPerHour: Double
  /// Length of a way on roads over the straight line.
  public var roadFactor: Double
  /// The way from the base of the couriers to the middle of the kecamatan, in kilometres.
  public var kilometresFromBase: Double
  /// What the way between doors is multiplied with where run times are estimated; see
  /// ``RunCalibration``.
  public var estimateFactor: Double

  public init(
    code: RegionCode, name: String, speedKilometresPerHour: Double, roadFactor: Double,
    kilometresFromBase: Double, estimateFactor: Double = 1
  ) {
    self.code = code
    self.name = name
    self.speedKilometresPerHour = speedKilometresPerHour
    self.roadFactor = roadFactor
    self.kilometresFromBase = kilometresFromBase
    self.estimateFactor = estimateFactor
  }
}

/// A kelurahan or desa: where residents live.
///
/// Invariant: `holders <= recorded <= obliged`.
public struct SimulatedPlace: Hashable, Sendable {
  public var code: RegionCode
  public var name: String
  /// Index into ``Scenario/kecamatan``.
  public var kecamatan: Int
  public var areaSquareKilometres: Double
  /// Residents who must hold a card (wajib KTP) on the first day.
  public var obliged: Int
  /// Of those, residents whose biometrics are recorded.
  public var recorded: Int
  /// Of those, residents who hold their card.
  public var holders: Int
  /// Reached only by boat.
  public var isIsland: Bool
  /// Whether recording units have a connection there.
  public var hasSignal: Bool

  public init(
    code: RegionCode, name: String, kecamatan: Int, areaSquareKilometres: Double, obliged: Int,
    recorded: Int, holders: Int, isIsland: Bool = false, hasSignal: Bool = true
  ) {
    self.code = code
    self.name = name
    self.kecamatan = kecamatan
    self.areaSquareKilometres = areaSquareKilometres
    self.obliged = obliged
    self.recorded = recorded
    self.holders = holders
    self.isIsland = isIsland
    self.hasSignal = hasSignal
  }
}
