import RoadNetwork
import TestSupport
import Testing

#if canImport(Glibc)
  import Glibc
#endif

@Suite struct RoadFileTests {
  /// A file that is gone when the test ends.
  private final class TemporaryFile {
    let path: String

    init(_ name: String, _ bytes: [UInt8] = []) {
      path = "/tmp/road-file-tests-\(getpid())-\(name)"
      write(bytes)
    }

    func write(_ bytes: [UInt8]) {
      guard let file = fopen(path, "wb") else { return }
      _ = bytes.withUnsafeBufferPointer { fwrite($0.baseAddress, 1, $0.count, file) }
      fclose(file)
    }

    deinit { unlink(path) }
  }

  private static func network(seed: UInt64) throws -> RoadNetwork {
    let map = RandomMap(seed: seed, columns: 6, rows: 6)
    return try RoadImport(RoadProfile(DrawnRoads.plain)).run(map).network
  }

  @Test func anOpenedNetworkAnswersAsTheOneThatWasSaved() throws {
    let network = try Self.network(seed: 3)
    let file = TemporaryFile("open")
    try network.save(to: file.path)
    let opened = try RoadNetwork(contentsOf: file.path)
    #expect(opened.profile.text == network.profile.text)
    #expect(opened.segmentCount == network.segmentCount)
    let doors = (0..<Int32(network.segmentCount)).compactMap { segment in
      network.coordinates(ofSegment: segment).first.flatMap { network.snap($0) }
    }
    #expect(doors.count > 20)
    #expect(doors.map { opened.snap($0.place) } == doors)
    #expect(opened.table(among: doors) == network.table(among: doors))
    #expect(
      opened.path(from: doors[0], to: doors[9]) == network.path(from: doors[0], to: doors[9]))
    for segment in 0..<Int32(network.segmentCount) {
      #expect(opened.segment(segment) == network.segment(segment))
    }
  }

  @Test func equalMapsMakeEqualFiles() throws {
    let (first, second) = (TemporaryFile("first"), TemporaryFile("second"))
    try Self.network(seed: 5).save(to: first.path)
    try Self.network(seed: 5).save(to: second.path)
    let bytes = Repository.bytes(of: first.path)
    #expect(bytes.count > 1000)
    #expect(bytes == Repository.bytes(of: second.path))
  }

  @Test func savingAgainReplacesTheFileThatIsOpen() throws {
    let file = TemporaryFile("again")
    try Self.network(seed: 1).save(to: file.path)
    let opened = try RoadNetwork(contentsOf: file.path)
    let before = opened.segmentCount
    try Self.network(seed: 2).save(to: file.path)
    #expect(opened.segmentCount == before)
    #expect(opened.segment(Int32(before - 1)).decimetres > 0)
  }

  @Test func aMissingFileIsNamed() {
    #expect(
      throws: RoadFileError.cannotOpen(
        path: "/nowhere/roads", reason: "No such file or directory")
    ) { try RoadNetwork(contentsOf: "/nowhere/roads") }
    #expect(
      throws: RoadFileError.cannotWrite(
        path: "/nowhere/roads", reason: "No such file or directory")
    ) { try Self.network(seed: 1).save(to: "/nowhere/roads") }
  }

  @Test func anotherKindOfFileIsRefused() throws {
    let file = TemporaryFile("kind", Array("<osm version=\"0.6\"> and so on, at some length".utf8))
    #expect(throws: RoadFileError.notARoadFile(path: file.path)) {
      try RoadNetwork(contentsOf: file.path)
    }
    #expect(throws: RoadFileError.notARoadFile(path: "/tmp")) {
      try RoadNetwork(contentsOf: "/tmp")
    }
  }

  @Test func aFileOfAnotherVersionIsRefused() throws {
    let file = TemporaryFile("version")
    try Self.network(seed: 1).save(to: file.path)
    var bytes = Repository.bytes(of: file.path)
    bytes[8] = 99
    file.write(bytes)
    #expect(throws: RoadFileError.wrongVersion(path: file.path, version: 99, readable: 1)) {
      try RoadNetwork(contentsOf: file.path)
    }
  }

  @Test func aFileCutShortIsRefused() throws {
    let file = TemporaryFile("short")
    try Self.network(seed: 1).save(to: file.path)
    let bytes = Repository.bytes(of: file.path)
    for length in stride(from: 0, to: bytes.count, by: 997) {
      file.write(Array(bytes.prefix(length)))
      #expect(throws: RoadFileError.self) { try RoadNetwork(contentsOf: file.path) }
    }
    file.write(bytes + [0])
    #expect(
      throws: RoadFileError.truncated(
        path: file.path, bytes: bytes.count + 1, expected: UInt64(bytes.count))
    ) { try RoadNetwork(contentsOf: file.path) }
  }

  @Test func everyFlippedBitThatMattersIsNoticed() throws {
    let file = TemporaryFile("flipped")
    try Self.network(seed: 1).save(to: file.path)
    let bytes = Repository.bytes(of: file.path)
    var random = SplitMix64(seed: 7)
    var noticed = 0
    for _ in 0..<300 {
      var damaged = bytes
      let place = Int.random(in: bytes.indices, using: &random)
      damaged[place] ^= 1 << UInt8.random(in: 0..<8, using: &random)
      file.write(damaged)
      do {
        _ = try RoadNetwork(contentsOf: file.path)
        // What lies between sections is never read.
        #expect(bytes[place] == 0)
      } catch {
        noticed += 1
      }
    }
    #expect(noticed > 250)
  }

  /// A file whose checksums are right may still be nonsense; nothing of it may be believed.
  @Test func numbersThatAreNoNetworkAreRefusedEvenWithRightChecksums() throws {
    let network = try Self.network(seed: 1)
    let file = TemporaryFile("nonsense")
    try network.save(to: file.path)
    let bytes = Repository.bytes(of: file.path)
    var random = SplitMix64(seed: 11)
    var refused = 0
    for section in RoadFileSections(bytes).sections
    where section.name != "profile" && !section.bytes.isEmpty {
      for _ in 0..<4 {
        var changed = bytes
        for _ in 0..<3 {
          let place =
            section.bytes.lowerBound
            + Int.random(
              in: 0..<section.bytes.count, using: &random)
          changed[place] = UInt8.random(in: 0...255, using: &random)
        }
        file.write(RoadFileSections(changed).withRightChecksums())
        do {
          let opened = try RoadNetwork(contentsOf: file.path)
          useEverything(of: opened)
        } catch {
          refused += 1
        }
      }
    }
    #expect(refused > 20)
  }

  /// Reads every number of a network; a wrong index would trap in a debug build.
  private func useEverything(of network: RoadNetwork) {
    let doors = (0..<Int32(network.segmentCount)).compactMap { segment in
      network.coordinates(ofSegment: segment).first.flatMap { network.snap($0) }
    }
    _ = network.table(among: doors)
    for door in doors.prefix(5) {
      for other in doors.suffix(5) { _ = network.path(from: door, to: other) }
    }
    for segment in 0..<Int32(network.segmentCount) { _ = network.segment(segment) }
  }
}
