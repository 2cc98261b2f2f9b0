import Domain
import Foundation

/// The folder of map tables that came with the program.
struct MapsFolder {
  let path: String

  /// Finds the folder: as given, else `HANTAR_MAPS`, else `maps` in or above the folder of the
  /// program or the present one.
  init(given: String?) throws {
    if let named = given ?? ProcessInfo.processInfo.environment["HANTAR_MAPS"] {
      guard Files.exists(named) else {
        throw Failure(
          .noInput, id: "folder peta \(named) tidak ada", en: "there is no maps folder \(named)")
      }
      path = named
      return
    }
    let program = URL(filePath: CommandLine.arguments.first ?? ".").resolvingSymlinksInPath()
    let here = URL(filePath: FileManager.default.currentDirectoryPath)
    let found = [program.deletingLastPathComponent(), here].lazy.compactMap(Self.search).first
    guard let found else {
      throw Failure(
        .noInput, id: "folder peta tidak ditemukan; tunjuk dengan --maps FOLDER",
        en: "the maps folder was not found; name it with --maps FOLDER")
    }
    path = found
  }

  /// The folder of one regency, whose name starts with its code.
  func folder(of regency: RegionCode) throws -> String {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
    guard let name = names.sorted().first(where: { $0.hasPrefix(regency.description) }) else {
      let known = names.filter { $0.first?.isNumber == true }.sorted().joined(separator: ", ")
      throw Failure(
        .noInput,
        id: "peta untuk \(regency) tidak ada di \(path); yang ada: \(known)",
        en: "\(path) has no map of \(regency); it has: \(known)")
    }
    return path + "/" + name
  }

  private static func search(upwardsFrom folder: URL) -> String? {
    var folder = folder.standardizedFileURL
    while true {
      let candidate = folder.appending(path: "maps").path(percentEncoded: false)
      if Files.exists(candidate + "/names/people.csv") { return candidate }
      let parent = folder.deletingLastPathComponent().standardizedFileURL
      guard parent.path.count < folder.path.count else { return nil }
      folder = parent
    }
  }
}
