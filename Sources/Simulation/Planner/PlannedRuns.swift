public import Domain
public import Geometry

/// What the real planner needs to make the runs of a simulation: where the places are.
///
/// Cards get invented doors: anywhere within the outline of their place, or where there is none, on
/// a disc of its area around its point. Couriers start at a place as far from the middle of the
/// residents of their kecamatan as the scenario says, and ride straight lines times its road factor.
public struct PlannedRuns: Sendable {
  let gazetteer: Gazetteer
  let outlines: [RegionCode: Shape]
  let stepsPerStop: Int

  /// - Parameters:
  ///   - outlines: The land of kelurahan and desa, as far as it is known.
  ///   - stepsPerStop: How long the planner looks for shorter runs; 5 is its quick effort, 100 its
  ///     normal one.
  public init(
    gazetteer: Gazetteer, outlines: [RegionCode: Shape] = [:],
    stepsPerStop: Int = 5
  ) {
    self.gazetteer = gazetteer
    self.outlines = outlines
    self.stepsPerStop = stepsPerStop
  }

  /// Checks that runs of `scenario` can be planned.
  ///
  /// - Throws: ``PlannedRunsError`` naming the first thing that the planner cannot work with.
  public func check(_ scenario: Scenario) throws(PlannedRunsError) {
    for kecamatan in scenario.kecamatan {
      let isKnown = kecamatan.code.level == .kecamatan && gazetteer[kecamatan.code] != nil
      guard isKnown else { throw .unknownRegion(kecamatan.code, kecamatan.name) }
      guard (1...200).contains(RunPlanner.plannedSpeed(in: kecamatan)) else {
        throw .badSpeed(kecamatan.name, kilometresPerHour: kecamatan.speedKilometresPerHour)
      }
    }
    for place in scenario.places {
      let isKnown = place.code.level == .desa && gazetteer[place.code] != nil
      guard isKnown else { throw .unknownRegion(place.code, place.name) }
    }
  }
}

/// Why the runs of a scenario cannot be planned.
public enum PlannedRunsError: Error, Equatable, Described {
  case unknownRegion(RegionCode, String)
  case badSpeed(String, kilometresPerHour: Double)

  public var phrase: Phrase {
    switch self {
    case .unknownRegion(let code, let name):
      Phrase(
        id: "\(name) (\(code)) tidak ada di peta; perbaiki kodenya atau pakai perjalanan taksiran",
        en: "\(name) (\(code)) is not on the map; correct its code or use estimated runs")
    case .badSpeed(let name, let speed):
      Phrase(
        id: "\(name): kecepatan \(speed) km/jam tidak bisa direncanakan; isi 1 sampai 200",
        en: "\(name): a speed of \(speed) km/h cannot be planned with; use 1 to 200")
    }
  }
}
