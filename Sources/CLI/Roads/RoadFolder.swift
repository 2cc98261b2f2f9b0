import Domain
import Foundation
import RoadNetwork

/// The road networks of a workspace: one file per profile in its folder `roads`.
struct RoadFolder {
  /// What the files of networks end in.
  private static let ending = ".roads"

  let path: String

  init(of workspace: String) {
    path = workspace + "/roads"
  }

  /// Opens every network, in order of profile name; none where no roads were imported.
  ///
  /// - Throws: ``Failure`` naming the first file that is no sound network.
  func open() throws -> [RoadNetwork] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
    return try names.filter { $0.hasSuffix(Self.ending) }.sorted().map { name in
      do throws(RoadFileError) {
        return try RoadNetwork(contentsOf: "\(path)/\(name)")
      } catch {
        throw Failure(.badInput, error.phrase)
      }
    }
  }

  /// Puts `networks` in the place of those there are, all or none.
  func replace(with networks: [RoadNetwork]) throws {
    let manager = FileManager.default
    let draft = path + ".new"
    let old = path + ".old"
    do {
      try? manager.removeItem(atPath: draft)
      try manager.createDirectory(atPath: draft, withIntermediateDirectories: false)
      for network in networks {
        try network.save(to: "\(draft)/\(network.profile.name)\(Self.ending)")
      }
      try? manager.removeItem(atPath: old)
      if Files.exists(path) { try manager.moveItem(atPath: path, toPath: old) }
      try manager.moveItem(atPath: draft, toPath: path)
      try? manager.removeItem(atPath: old)
    } catch {
      try? manager.removeItem(atPath: draft)
      if !Files.exists(path), Files.exists(old) { try? manager.moveItem(atPath: old, toPath: path) }
      throw Failure(
        .cannotWrite, id: "jaringan jalan tidak bisa disimpan di \(path): \(error)",
        en: "the road network cannot be stored in \(path): \(error)")
    }
  }
}
