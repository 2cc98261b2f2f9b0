import Foundation
import OpenStreetMap
import Testing

@Suite struct OSMFileTests {
  private static let foreignFiles: [([UInt8], String)] = [
    ([], "empty; fetch it again"),
    (Array("PK\u{3}\u{4}".utf8), "a ZIP archive; unpack it and take the .osm or .osm.pbf inside"),
    ([0xFD] + Array("7zXZ\0".utf8), "packed with xz; unpack it with: unxz"),
    ([0x28, 0xB5, 0x2F, 0xFD, 0], "packed with zstd; unpack it with: unzstd"),
    ([0xFF, 0xE0], "a map in the format o5m; write it anew with: osmium cat -f pbf"),
    (Array("{\"elements\": []}".utf8), "JSON; ask the server for XML, or for PBF"),
    (
      Array(" <!DOCTYPE html><html>".utf8),
      "a web page, perhaps what a server answered instead of a map; fetch it again"
    ),
    (
      Array("<osmChange version='0.6'/>".utf8),
      "a list of changes to a map (osmChange); take the map itself"
    ),
    (
      Array("<gpx/>".utf8), "XML, but its first element is \"gpx\" and not \"osm\"; take a map"
    ),
    (
      Array("Jl. Melati".utf8),
      "no map in a known format; take .osm.pbf, .osm, .osm.gz or .osm.bz2"
    ),
    (
      StoredPacking.gzip(Array("Jl. Melati".utf8)),
      "no map in a known format; take .osm.pbf, .osm, .osm.gz or .osm.bz2"
    ),
    (StoredPacking.gzip([]), "empty; fetch it again"),
    (
      [0, 0, 0, 13, 10, 9] + Array("OtherData".utf8),
      "no map in a known format; take .osm.pbf, .osm, .osm.gz or .osm.bz2"
    ),
  ]

  @Test(arguments: foreignFiles)
  func whatIsNoMapIsNamed(bytes: [UInt8], sentence: String) throws {
    #expect(try refusal(of: bytes) == "FILE is \(sentence)")
  }

  @Test func aFileThatIsNotThereIsNamed() {
    #expect(
      throws: OSMError.unreadable(path: "/no/such.osm", reason: "No such file or directory")
    ) { try OSMFile(path: "/no/such.osm") }
  }

  @Test func aFolderIsNoFile() throws {
    let folder = FileManager.default.temporaryDirectory.path
    #expect(throws: OSMError.unreadable(path: folder, reason: "Is a directory")) {
      try OSMFile(path: folder)
    }
  }

  @Test func theFormatIsToldByTheContentNotByTheName() throws {
    let text = Array("\u{FEFF}\n <osm/>".utf8)
    let files: [([UInt8], OSMFormat)] = [
      (PBFMap().bytes, OSMFormat.pbf), (text, .xml), (StoredPacking.gzip(text), .xmlGzip),
      (BZip2Samples.firstHalf, .xmlBZip2),
    ]
    for (bytes, format) in files {
      let file = try ScratchFile(bytes)
      #expect(try OSMFile(path: file.path).format == format)
    }
  }
}
