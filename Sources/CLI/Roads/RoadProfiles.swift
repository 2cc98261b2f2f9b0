import ArgumentParser
import Domain
import Foundation
import RoadNetwork

/// The profiles for which roads are imported.
struct RoadProfiles: ParsableArguments {
  @Option(
    parsing: .singleValue,
    help: ArgumentHelp(
      say(
        "Berkas profil kendaraan; boleh diulang (bawaan: semua di maps/profiles).",
        "Profile of a vehicle; may be repeated (default: all in maps/profiles)."),
      valueName: say("berkas", "file")), completion: .file())
  var profile: [String] = []

  @Option(
    help: ArgumentHelp(
      say("Folder tabel peta (bawaan: maps).", "Folder of map tables (default: maps).")),
    completion: .directory)
  var maps: String?

  /// Reads the profiles, in order of name.
  ///
  /// - Throws: ``Failure`` naming the file and line that is wrong.
  func read() throws -> [RoadProfile] {
    let profiles = try paths().map(Self.read).sorted { $0.name < $1.name }
    for (profile, next) in zip(profiles, profiles.dropFirst()) where profile.name == next.name {
      throw Failure(
        .badInput, id: "dua profil bernama \(profile.name); ganti nama salah satunya",
        en: "two profiles are named \(profile.name); rename one of them")
    }
    return profiles
  }

  private func paths() throws -> [String] {
    guard profile.isEmpty else { return profile }
    let folder = try MapsFolder(given: maps).path + "/profiles"
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    let found = names.filter { $0.hasSuffix(".profile") }.sorted().map { "\(folder)/\($0)" }
    guard !found.isEmpty else {
      throw Failure(
        .noInput, id: "tidak ada profil kendaraan di \(folder); tunjuk dengan --profile BERKAS",
        en: "there are no profiles in \(folder); name them with --profile FILE")
    }
    return found
  }

  private static func read(_ path: String) throws -> RoadProfile {
    let text = String(decoding: try Files.read(path), as: UTF8.self)
    do throws(RoadProfileError) {
      return try RoadProfile(text)
    } catch {
      throw Failure.inFile(path, error.phrase)
    }
  }
}
