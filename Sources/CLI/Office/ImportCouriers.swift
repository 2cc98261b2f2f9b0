import ArgumentParser
import Domain
import Intake
import Storage

struct ImportCouriers: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "couriers",
    abstract: say(
      "Memasukkan daftar petugas (CSV); petugas yang sudah ada diperbarui.",
      "Takes in a list of couriers (CSV); couriers already there are updated."),
    discussion: say(
      "Contoh:\n  hantar import couriers petugas.csv\nKolom: docs/FORMATS.md.",
      "Example:\n  hantar import couriers couriers.csv\nColumns: docs/FORMATS.md."))

  @OptionGroup var options: WorkspaceOptions

  @OptionGroup var input: RowsFile

  func run() throws {
    let bytes = try Files.read(input.file)
    let store = try options.openStore()
    let map = try RegionMap(store)
    let places = try map.places()
    let readings: [Reading<Courier>]
    do throws(DelimitedError) {
      readings = try CourierImport.readings(
        of: bytes, gazetteer: map.gazetteer, places: places)
    } catch {
      throw Failure.inFile(input.file, error)
    }

    var couriers: [Courier] = []
    var rejections: [Rejection] = []
    var warnings: [Warning] = []
    for reading in readings {
      switch reading {
      case .accepted(let courier, let found):
        couriers.append(courier)
        warnings += found
      case .rejected(let rejection): rejections.append(rejection)
      }
    }
    try store.saveCouriers(couriers, now: try currentInstant())
    print(
      say(
        "\(input.file): \(say(couriers.count)) petugas masuk, \(say(rejections.count)) ditolak",
        "\(input.file): \(counted(couriers.count, "courier")) taken in, \(say(rejections.count)) rejected"
      ))
    try ImportSummary(file: input.file, rejections: rejections, warnings: warnings)
      .conclude(reportPath: input.report)
  }
}
