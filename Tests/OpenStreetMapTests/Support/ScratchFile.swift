import Foundation
import OpenStreetMap

/// A file that is there while a test runs.
final class ScratchFile {
  let path: String

  init(_ bytes: [UInt8]) throws {
    let url = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try Data(bytes).write(to: url)
    path = url.path
  }

  deinit { unlink(path) }
}

/// What a file of these bytes delivers.
func read(
  _ bytes: [UInt8], _ kinds: OSMKinds = [.nodes, .ways, .relations]
) throws -> (lines: [String], report: OSMReadReport) {
  let file = try ScratchFile(bytes)
  var lines = Lines()
  let report = try OSMFile(path: file.path).read(kinds, into: &lines)
  return (lines.lines, report)
}

/// Why a file of these bytes is not read, with its name left out; nothing if it is read.
func refusal(of bytes: [UInt8]) throws -> String? {
  let file = try ScratchFile(bytes)
  do {
    var lines = Lines()
    _ = try OSMFile(path: file.path).read([.nodes, .ways, .relations], into: &lines)
    return nil
  } catch {
    return "\(error)".replacing(file.path, with: "FILE")
  }
}

/// Takes every thing of a map as a line of text.
struct Lines: OSMSink {
  var lines: [String] = []

  mutating func take(_ node: OSMNode) {
    lines.append("node \(node.id) \(node.latitudeE7) \(node.longitudeE7)\(text(node.tags))")
  }

  mutating func take(_ way: OSMWay) {
    let nodes = way.nodes.map { " \($0)" }.joined()
    lines.append("way \(way.id):\(nodes)\(text(way.tags))")
  }

  mutating func take(_ relation: OSMRelation) {
    let members = relation.members.map { " \($0.kind) \($0.id) \($0.role)" }.joined(separator: ",")
    lines.append("relation \(relation.id):\(members)\(text(relation.tags))")
  }

  private func text(_ tags: OSMTags) -> String {
    tags.map { " \($0.key)=\($0.value)" }.joined()
  }
}
