import Glibc
import ShortestPaths

/// Writes sections to a file that replaces the old one only when it is whole.
struct RoadFileWriter {
  private struct Section {
    let name: String
    let offset: Int
    let byteCount: Int
    let hash: UInt64
    /// Hands the section's bytes to whoever writes them.
    let write: (inout OutputDescriptor) throws(RoadFileError) -> Void
  }

  private let path: String
  private var sections: [Section] = []
  private let sectionCount: Int
  private var end: Int

  /// - Parameter sectionCount: How many sections will be added.
  init(path: String, sectionCount: Int) {
    self.path = path
    self.sectionCount = sectionCount
    end = RoadFileLayout.headerBytes + sectionCount * RoadFileLayout.entryBytes
  }

  mutating func add<Element>(_ name: String, _ elements: FlatArray<Element>) {
    let alignment = RoadFileLayout.alignment
    let offset = (end + alignment - 1) / alignment * alignment
    let byteCount = elements.count * MemoryLayout<Element>.stride
    sections.append(
      Section(
        name: name, offset: offset, byteCount: byteCount,
        hash: unsafe elements.withUnsafeElements { unsafe fastHash(UnsafeRawBufferPointer($0)) },
        write: { (output) throws(RoadFileError) in
          try unsafe elements.withUnsafeElements { (memory) throws(RoadFileError) in
            try unsafe output.write(UnsafeRawBufferPointer(memory), at: offset)
          }
        }))
    end = offset + byteCount
  }

  /// Writes everything beside the file and then puts it in the file's place.
  consuming func finish() throws(RoadFileError) {
    precondition(sections.count == sectionCount, "\(sections.count) sections were added")
    let head = FlatArray(copying: headerAndTable())
    var output = try OutputDescriptor(path: path)
    try unsafe head.withUnsafeElements { (memory) throws(RoadFileError) in
      try unsafe output.write(UnsafeRawBufferPointer(memory), at: 0)
    }
    for section in sections { try section.write(&output) }
    try output.replaceFile()
  }

  private func headerAndTable() -> [UInt8] {
    var table: [UInt8] = []
    for section in sections {
      let name = Array(section.name.utf8)
      precondition(name.count <= RoadFileLayout.nameBytes, "\(section.name) is too long")
      table += name + [UInt8](repeating: 0, count: RoadFileLayout.nameBytes - name.count)
      append(UInt64(section.offset), to: &table)
      append(UInt64(section.byteCount), to: &table)
      append(section.hash, to: &table)
    }
    var header = RoadFileLayout.magic
    append(RoadFileLayout.version, to: &header)
    append(UInt32(sections.count), to: &header)
    append(UInt64(end), to: &header)
    append(unsafe table.withUnsafeBytes { unsafe fastHash($0) }, to: &header)
    return header + table
  }

  private func append(_ number: some FixedWidthInteger, to bytes: inout [UInt8]) {
    for byte in 0..<number.bitWidth / 8 {
      bytes.append(UInt8(truncatingIfNeeded: number >> (8 * byte)))
    }
  }
}

/// A temporary file beside the one to be written, taken away unless it took that one's place.
struct OutputDescriptor: ~Copyable {
  private let path: String
  private let temporary: String
  private let descriptor: Int32
  private var isInPlace = false

  init(path: String) throws(RoadFileError) {
    self.path = path
    temporary = "\(path).\(getpid()).part"
    descriptor = unsafe open(temporary, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else {
      throw .cannotWrite(path: path, reason: systemErrorText())
    }
  }

  func write(_ bytes: UnsafeRawBufferPointer, at offset: Int) throws(RoadFileError) {
    var done = 0
    while done < bytes.count {
      let rest = unsafe UnsafeRawBufferPointer(rebasing: bytes[done...])
      let written = unsafe pwrite(descriptor, rest.baseAddress, rest.count, off_t(offset + done))
      if written < 0, errno == EINTR { continue }
      guard written > 0 else { throw .cannotWrite(path: path, reason: systemErrorText()) }
      done += written
    }
  }

  /// Makes sure that the bytes are on the disk, and gives the file its name.
  mutating func replaceFile() throws(RoadFileError) {
    guard fsync(descriptor) == 0, unsafe rename(temporary, path) == 0 else {
      throw .cannotWrite(path: path, reason: systemErrorText())
    }
    isInPlace = true
  }

  deinit {
    close(descriptor)
    if !isInPlace { _ = unsafe unlink(temporary) }
  }
}

/// What the system says about its last refusal.
func systemErrorText() -> String {
  unsafe String(cString: strerror(errno))
}
