import Foundation

/// Whole files in and out, with errors that name the file and what to do.
enum Files {
  static func read(_ path: String) throws -> [UInt8] {
    var isDirectory: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isDirectory),
      !isDirectory.boolValue
    else {
      throw Failure(
        .noInput, id: "berkas \(path) tidak ada; periksa nama dan foldernya",
        en: "there is no file \(path); check its name and folder")
    }
    do {
      return [UInt8](try Data(contentsOf: URL(filePath: path), options: .mappedIfSafe))
    } catch {
      throw Failure(
        .inputOutput, id: "berkas \(path) tidak bisa dibaca: \(error.localizedDescription)",
        en: "file \(path) cannot be read: \(error.localizedDescription)")
    }
  }

  /// Reads a file, or standard input where the path is `-`.
  static func readInput(_ path: String) throws -> [UInt8] {
    guard path == "-" else { return try read(path) }
    do {
      return [UInt8](try FileHandle.standardInput.readToEnd() ?? Data())
    } catch {
      throw Failure(
        .inputOutput, id: "masukan baku tidak bisa dibaca: \(error.localizedDescription)",
        en: "standard input cannot be read: \(error.localizedDescription)")
    }
  }

  /// Writes a file whole or not at all, making its folder if there is none.
  ///
  /// - Parameter isPersonal: Whether only the file's owner may read it.
  static func write(
    _ bytes: some Sequence<UInt8>, to path: String, isPersonal: Bool = false
  ) throws {
    let url = URL(filePath: path)
    do {
      try FileManager.default.createDirectory(
        at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(bytes).write(to: url, options: .atomic)
      if isPersonal {
        try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: path)
      }
    } catch {
      throw Failure(
        .cannotWrite, id: "berkas \(path) tidak bisa ditulis: \(error.localizedDescription)",
        en: "file \(path) cannot be written: \(error.localizedDescription)")
    }
  }

  static func write(_ text: String, to path: String) throws {
    try write(text.utf8, to: path)
  }

  static func exists(_ path: String) -> Bool { FileManager.default.fileExists(atPath: path) }
}
