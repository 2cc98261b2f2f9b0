import BenchmarkSupport
import Foundation
import Geometry
import OpenStreetMap
import RoadNetwork
import ShortestPaths

/// Measures the road network on files of OpenStreetMap and prints one JSON object per file.
///
/// Usage: `roads-benchmark PROFILE FOLDER PAIRS FILE.osm.pbf ...`. Into the folder go the network
/// itself, its arcs and a list of doors with our answers, so that peers can be asked the same.
/// `PAIRS` random pairs are held to Dijkstra's search; a difference ends the program with 1.
@main
struct RoadsBenchmark {
  private static let usage = "usage: roads-benchmark PROFILE FOLDER PAIRS FILE.osm.pbf ..."

  static func main() {
    let arguments = Array(CommandLine.arguments.dropFirst())
    guard arguments.count >= 4, let pairs = Int(arguments[2]), pairs > 0 else {
      complain(usage)
      exit(64)
    }
    var isSound = true
    for path in arguments[3...] {
      do {
        let profile = try RoadProfile(String(contentsOfFile: arguments[0], encoding: .utf8))
        var measurement = try Measurement(of: path, profile: profile, folder: arguments[1])
        measurement.takeQueries(pairs: pairs)
        measurement.takeTables()
        try measurement.writeForPeers(pairs: min(pairs, 1000))
        print(measurement.json)
        isSound = isSound && measurement.differences == 0
      } catch {
        complain("\(path): \(error)")
        exit(65)
      }
    }
    if !isSound {
      complain("some answers differ from Dijkstra's search")
      exit(1)
    }
  }

  private static func complain(_ text: String) {
    FileHandle.standardError.write(Data((text + "\n").utf8))
  }
}
