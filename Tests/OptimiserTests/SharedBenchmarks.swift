import Foundation

/// Benchmark instances in `../shared` beside the repository, which need not be there.
enum SharedBenchmarks {
  private static let folder = URL(filePath: #filePath)
    .deletingLastPathComponent()
    .appending(path: "../../../shared/data/bench").standardizedFileURL

  static var areThere: Bool {
    FileManager.default.fileExists(atPath: folder.path())
  }

  static func text(_ name: String) throws -> String {
    try String(contentsOf: folder.appending(path: name), encoding: .utf8)
  }
}
