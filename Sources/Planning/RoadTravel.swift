public import Domain
public import Geometry
public import Optimiser
public import RoadNetwork

/// Travel along the roads and ferries of a map, in a network per kind of vehicle.
///
/// Places are snapped to the nearest road they can be walked to, on their own piece of land; the
/// walk is part of the time. Kecamatan make no difference.
///
/// Up to ``largestTable`` places, times among them are a table of `places × places × 4` bytes, of
/// which the search holds a few copies: 64 MB each at the limit. Beyond it they are found from the
/// hubs of each place when asked for, in some kilobytes per place. Both are the same times.
public struct RoadTravel: TravelModel {
  /// The most places for which times are kept as a table.
  public static let largestTable = 4_000

  /// Used by every profile without a network of its own.
  private let main: RoadQueries
  private let others: [TravelProfile: RoadQueries]
  private let largestTable: Int

  /// - Parameters:
  ///   - network: For vehicles without a network of their own in `others`.
  ///   - land: The land of the regency, so that no place is snapped to a road across water.
  ///   - largestTable: The most places for which times are kept as a table.
  public init(
    _ network: RoadNetwork, others: [TravelProfile: RoadNetwork] = [:], land: LandMasses? = nil,
    largestTable: Int = RoadTravel.largestTable
  ) {
    main = RoadQueries(network, land: land)
    self.others = others.mapValues { RoadQueries($0, land: land) }
    self.largestTable = largestTable
  }

  public var followsRoads: Bool { true }

  public func referenceKilometresPerHour(by profile: TravelProfile) -> Double {
    queries(by: profile).network.profile.referenceKilometresPerHour
  }

  public func travelTimes(
    among places: [Coordinate], by profile: TravelProfile, in kecamatan: RegionCode?, threads: Int
  ) throws(ProblemError) -> TravelTimes {
    let queries = queries(by: profile)
    let snaps = places.map(queries.snap)
    if places.count > largestTable {
      return TravelTimes(try RoadLabels(snaps, on: queries.network, threads: threads).labels)
    }
    let known = snaps.indices.filter { snaps[$0] != nil }
    let table = queries.network.table(among: snaps.compactMap(\.self), threads: threads)
    return try TravelTimes(
      count: places.count, seconds: Self.spread(table, over: places.count, at: known))
  }

  public func travelTime(
    from origin: Coordinate, to destination: Coordinate, by profile: TravelProfile,
    in kecamatan: RegionCode?
  ) -> Duration? {
    queries(by: profile).milliseconds(from: origin, to: destination)
      .map { .seconds((Int64($0) + 500) / 1000) }
  }

  public func distance(
    from origin: Coordinate, to destination: Coordinate, by profile: TravelProfile,
    in kecamatan: RegionCode?
  ) -> Metres? {
    queries(by: profile).path(from: origin, to: destination)?.metres
  }

  /// The way itself, for a map or for directions; nothing if there is none.
  public func path(
    from origin: Coordinate, to destination: Coordinate, by profile: TravelProfile
  ) -> RoadPath? {
    queries(by: profile).path(from: origin, to: destination)
  }

  /// The network that vehicles of `profile` use.
  public func network(by profile: TravelProfile) -> RoadNetwork { queries(by: profile).network }

  public func remoteness(of place: Coordinate, by profile: TravelProfile) -> Metres? {
    let queries = queries(by: profile)
    return queries.snap(place) == nil ? Metres(queries.network.profile.snapLimitMetres) : nil
  }

  private func queries(by profile: TravelProfile) -> RoadQueries { others[profile] ?? main }

  /// A table among some places as a part of one among all, the others unreachable.
  private static func spread(_ table: [Int32], over count: Int, at known: [Int]) -> [Int32] {
    guard known.count < count else { return table }
    var cells = [Int32](repeating: TravelTimes.unreachable, count: count * count)
    for place in 0..<count { cells[place * count + place] = 0 }
    for (row, from) in known.enumerated() {
      for (column, to) in known.enumerated() {
        cells[from * count + to] = table[row * known.count + column]
      }
    }
    return cells
  }
}
