import Glibc
import ShortestPaths

/// A file in memory, as long as anybody looks at it.
@safe
final class MappedFile {
  let bytes: UnsafeRawBufferPointer

  init(path: String) throws(RoadFileError) {
    let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw .cannotOpen(path: path, reason: systemErrorText()) }
    defer { close(descriptor) }
    var status = stat()
    guard unsafe fstat(descriptor, &status) == 0 else {
      throw .cannotOpen(path: path, reason: systemErrorText())
    }
    guard status.st_mode & S_IFMT == S_IFREG else { throw .notARoadFile(path: path) }
    let count = Int(status.st_size)
    guard count >= RoadFileLayout.headerBytes else { throw .notARoadFile(path: path) }
    let memory = unsafe mmap(
      nil, count, PROT_READ, MAP_PRIVATE | Int32(MAP_POPULATE), descriptor, 0)
    guard let memory = unsafe memory, unsafe memory != MAP_FAILED else {
      throw .cannotOpen(path: path, reason: systemErrorText())
    }
    unsafe bytes = UnsafeRawBufferPointer(start: memory, count: count)
  }

  deinit {
    unsafe munmap(UnsafeMutableRawPointer(mutating: bytes.baseAddress), bytes.count)
  }
}

/// The sections of a file of roads, all of them checked for damage.
struct RoadFileReader {
  let path: String
  private let file: MappedFile
  private var places: [String: Range<Int>] = [:]

  /// - Throws: ``RoadFileError`` if the file is not a whole and sound file of roads.
  /// - Complexity: Every byte of the file is read once.
  init(path: String) throws(RoadFileError) {
    self.path = path
    file = try MappedFile(path: path)
    let sectionCount = try checkHeader()
    for entry in 0..<sectionCount { try readEntry(entry) }
  }

  /// The elements of a section, where they lie.
  func array<Element>(_ name: String, of: Element.Type) throws(RoadFileError) -> FlatArray<Element>
  {
    guard let place = places[name] else { throw .missing(path: path, section: name) }
    let bytes = unsafe UnsafeRawBufferPointer(rebasing: file.bytes[place])
    guard place.count.isMultiple(of: MemoryLayout<Element>.stride) else {
      throw .inconsistent(path: path, section: name)
    }
    return unsafe FlatArray(viewing: bytes.assumingMemoryBound(to: Element.self), of: file)
  }

  /// Checks the header and the table, and returns the number of sections.
  private func checkHeader() throws(RoadFileError) -> Int {
    let magic = RoadFileLayout.magic
    guard unsafe file.bytes.prefix(magic.count).elementsEqual(magic) else {
      throw .notARoadFile(path: path)
    }
    let version = UInt32(truncatingIfNeeded: number(at: 8, bytes: 4))
    guard version == RoadFileLayout.version else {
      throw .wrongVersion(path: path, version: version, readable: RoadFileLayout.version)
    }
    let expected = number(at: 16, bytes: 8)
    guard unsafe expected == UInt64(file.bytes.count) else {
      throw unsafe .truncated(path: path, bytes: file.bytes.count, expected: expected)
    }
    let sectionCount = Int(number(at: 12, bytes: 4))
    let start = RoadFileLayout.headerBytes
    let end = start + sectionCount * RoadFileLayout.entryBytes
    guard sectionCount <= RoadFileLayout.mostSections, unsafe end <= file.bytes.count,
      unsafe fastHash(UnsafeRawBufferPointer(rebasing: file.bytes[start..<end]))
        == number(at: 24, bytes: 8)
    else { throw .damaged(path: path, section: nil) }
    return sectionCount
  }

  private mutating func readEntry(_ entry: Int) throws(RoadFileError) {
    let start = RoadFileLayout.headerBytes + entry * RoadFileLayout.entryBytes
    let nameEnd = start + RoadFileLayout.nameBytes
    let name = unsafe String(
      decoding: file.bytes[start..<nameEnd].prefix { $0 != 0 }, as: UTF8.self)
    let offset = Int(truncatingIfNeeded: number(at: nameEnd, bytes: 8))
    let count = Int(truncatingIfNeeded: number(at: nameEnd + 8, bytes: 8))
    guard offset >= 0, count >= 0, offset.isMultiple(of: RoadFileLayout.alignment),
      unsafe offset <= file.bytes.count, unsafe count <= file.bytes.count - offset
    else { throw .damaged(path: path, section: nil) }
    let bytes = unsafe UnsafeRawBufferPointer(rebasing: file.bytes[offset..<offset + count])
    guard unsafe fastHash(bytes) == number(at: nameEnd + 16, bytes: 8) else {
      throw .damaged(path: path, section: name)
    }
    places[name] = offset..<offset + count
  }

  private func number(at offset: Int, bytes: Int) -> UInt64 {
    (0..<bytes).reduce(0) { number, byte in
      unsafe number | UInt64(file.bytes[offset + byte]) << (8 * UInt64(byte))
    }
  }
}
