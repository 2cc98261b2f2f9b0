import Domain
import Foundation
import Intake
import Scenarios
import Simulation

/// The scenario files that came with the program, or those of a folder named.
struct ScenarioFolder {
  let path: String
  let library: ScenarioLibrary

  /// Finds the folder: as given, else `HANTAR_SCENARIOS`, else `scenarios` beside the maps.
  init(given: String?, maps: MapsFolder) throws {
    let named = given ?? ProcessInfo.processInfo.environment["HANTAR_SCENARIOS"]
    let folder =
      named
      ?? URL(filePath: maps.path).deletingLastPathComponent().appending(path: "scenarios")
      .path(percentEncoded: false)
    guard let files = try? FileManager.default.contentsOfDirectory(atPath: folder) else {
      throw Failure(
        .noInput,
        id: "folder skenario \(folder) tidak ada; tunjuk dengan --scenarios FOLDER",
        en: "there is no folder of scenarios \(folder); name it with --scenarios FOLDER")
    }
    path = folder
    library = ScenarioLibrary(files: files.sorted()) { name in
      let file = "\(folder)/\(name)"
      return Files.exists(file) ? try Files.read(file) : nil
    }
  }
}

/// Where scenarios and the facts about their places are, and how one is chosen.
struct ScenarioOptions {
  let folder: ScenarioFolder
  let maps: MapsFolder

  init(scenarios: String?, maps: String?) throws {
    self.maps = try MapsFolder(given: maps)
    folder = try ScenarioFolder(given: scenarios, maps: self.maps)
  }

  var library: ScenarioLibrary { folder.library }

  /// The scenario `name+variant+…` with settings laid over it.
  func scenario(_ name: String, settings: [Setting] = []) throws -> Scenario {
    try library.scenario(name, settings: settings, gazetteer: gazetteer)
  }

  func gazetteer(of regency: RegionCode) throws -> Gazetteer {
    try tables(of: regency).gazetteer
  }

  /// What plans the runs of a scenario with the real planner.
  ///
  /// - Throws: ``PlannedRunsError`` if they cannot be planned.
  func planner(for scenario: Scenario) throws -> PlannedRuns {
    let planner = PlannedRuns(gazetteer: try gazetteer(of: scenario.region))
    try planner.check(scenario)
    return planner
  }

  func tables(of regency: RegionCode) throws -> MapTables {
    try MapTables(of: regency, in: maps)
  }
}
