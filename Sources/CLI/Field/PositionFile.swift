import Custody
import Foundation

/// A file in which a satellite receiver keeps writing where the device is.
struct PositionFile {
  /// Nobody stands still for longer, and a courier on a motorcycle is kilometres away.
  private static let longestAge = 300.0

  let path: String

  /// The place in the file; nothing if it is old, unreadable or no place.
  func position() -> EventDetail.Position? {
    guard
      let written = try? FileManager.default.attributesOfItem(atPath: path)[.modificationDate],
      let date = written as? Date, abs(date.timeIntervalSinceNow) < Self.longestAge,
      let line = try? Files.readLine(path)
    else { return nil }
    return PositionArgument(argument: line)?.position
  }
}
