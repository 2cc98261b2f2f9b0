import ArgumentParser
import Domain
import Foundation
import Geometry
import Intake
import Reports
import Storage

struct ImportSailings: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sailings",
    abstract: say(
      "Mengganti jadwal perahu ke pulau-pulau.", "Replaces the timetable of boats to islands."),
    discussion: say(
      """
      Contoh:
        hantar import sailings pelayaran.csv
      Berkas itu menggantikan seluruh jadwal; bila satu baris salah, tidak ada yang berubah.
      Kolomnya: docs/FORMATS.md, "sailings.csv".
      """,
      """
      Example:
        hantar import sailings sailings.csv
      The file replaces the whole timetable; if one row is wrong, nothing changes.
      Its columns: docs/FORMATS.md, "sailings.csv".
      """))

  @OptionGroup var options: WorkspaceOptions

  @Argument(help: ArgumentHelp(say("Berkas CSV, UTF-8.", "CSV file, UTF-8.")), completion: .file())
  var file: String

  func run() throws {
    let bytes = try Files.read(file)
    let store = try options.openStore()
    let land = try LandMasses(union: store.boundaries(level: .kecamatan).map(\.shape))
    let sailings = try Self.sailings(in: bytes, named: file, land: land)
    try store.setSailings(sailings, now: try currentInstant())
    print(
      say(
        "\(file): \(say(sailings.count)) pelayaran menggantikan jadwal sebelumnya",
        "\(file): the timetable now has \(counted(sailings.count, "sailing"))"))
  }

  /// The sailings of a file whose every row is right.
  ///
  /// - Throws: ``Failure`` after naming each wrong row on standard error.
  static func sailings(
    in bytes: [UInt8], named file: String, land: LandMasses
  ) throws -> [Sailing] {
    let readings: [Reading<Sailing>]
    do throws(DelimitedError) {
      readings = try SailingImport.readings(of: bytes, land: land)
    } catch {
      throw Failure.inFile(file, error)
    }
    var sailings: [Sailing] = []
    var rejections: [Rejection] = []
    for reading in readings {
      switch reading {
      case .accepted(let sailing, _): sailings.append(sailing)
      case .rejected(let rejection): rejections.append(rejection)
      }
    }
    guard rejections.isEmpty else {
      for rejection in rejections {
        Terminal.printError(
          "\(file): " + say("baris", "line") + " \(rejection.row), \(rejection.column ?? ""): "
            + rejection.reason.phrase.text(in: language))
      }
      throw Failure(
        .badInput,
        id: "\(say(rejections.count)) baris pelayaran salah; jadwal tidak berubah, perbaiki lalu "
          + "impor lagi",
        en: "\(say(rejections.count)) rows of sailings are wrong; the timetable did not change, "
          + "correct them and import again")
    }
    return sailings
  }
}
