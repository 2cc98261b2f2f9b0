import Foundation
import Testing

/// A fresh workspace of Kota Bandar Lampung, made once and copied for every test that needs one:
/// drawing the sketch map takes longest of all.
enum Regency {
  private static let made: Result<Program, any Error> = Result {
    let program = try Program()
    try program.succeed("init", "office", "--region", "18.71")
    return program
  }

  /// Puts a copy of the workspace into `program`'s folder as `office`.
  static func copy(to program: Program) throws {
    let source = try made.get()
    try FileManager.default.copyItem(atPath: source.path("office"), toPath: program.path("office"))
  }
}
