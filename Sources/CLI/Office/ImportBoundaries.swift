import ArgumentParser
import Domain
import Geometry
import Intake
import Storage

struct ImportBoundaries: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "boundaries",
    abstract: say(
      "Mengganti peta sketsa dengan batas wilayah sebenarnya (GeoJSON).",
      "Replaces the sketch by real boundaries (GeoJSON)."),
    discussion: say(
      """
      Contoh:
        hantar import boundaries kelurahan.geojson
        hantar import boundaries kelurahan.geojson --repair
      Batas desa juga menggambar ulang kecamatannya. Poligon yang salah atau tumpang tindih
      dilaporkan dengan luas dan tempatnya; yang salah diperbaiki hanya bila diminta.
      """,
      """
      Examples:
        hantar import boundaries kelurahan.geojson
        hantar import boundaries kelurahan.geojson --repair
      Outlines of desa redraw their kecamatan too. Invalid and overlapping polygons are reported
      with size and place; invalid ones are repaired only on request.
      """))

  @OptionGroup var options: WorkspaceOptions

  @Argument(help: ArgumentHelp(say("Berkas GeoJSON.", "GeoJSON file.")), completion: .file())
  var file: String

  @Flag(
    help: ArgumentHelp(
      say("Perbaiki poligon yang memotong dirinya.", "Repair polygons that cross themselves.")))
  var repair = false

  func run() throws {
    let bytes = try Files.read(file)
    let store = try options.openStore()
    let gazetteer = try store.gazetteer()
    let content: BoundaryFile
    do throws(BoundaryError) {
      content = try BoundaryImport.read(bytes, gazetteer: gazetteer)
    } catch {
      throw Failure.inFile(file, error)
    }
    for boundary in content.boundaries { try checkPlace(boundary, gazetteer) }
    let boundaries = try sound(content.boundaries)
    guard !boundaries.isEmpty else {
      throw Failure(
        .badInput, id: "\(file) tidak memuat wilayah dari \(gazetteer.regency.fullName)",
        en: "\(file) has no region of \(gazetteer.regency.fullName)")
    }
    let replacement = try MapReplacement(of: boundaries, in: store, gazetteer)
    try store.saveBoundaries(
      replacement.outlines, source: file.lastPathPart, isSketch: false,
      removing: replacement.swallowed, now: try currentInstant())

    report(content, swallowed: Set(replacement.swallowed), gazetteer)
    print(
      say(
        "\(file): \(say(boundaries.count)) batas wilayah menggantikan sketsa",
        "\(file): \(say(boundaries.count)) boundaries replace the sketch"))
  }

  /// The outlines, each one valid.
  ///
  /// - Throws: ``Failure`` naming every invalid outline, unless repair was asked for.
  private func sound(_ boundaries: [Boundary]) throws -> [Boundary] {
    let coverage = try [RegionCode.Level.kecamatan, .desa, .regency].map { level in
      let group = boundaries.filter { $0.code.level == level }
      return (group, try CoverageReport.check(group.map(\.shape)))
    }
    for (group, found) in coverage { report(found, of: group) }
    let flaws = coverage.flatMap { group, found in found.invalid.map { (group[$0.index], $0) } }
    for (boundary, flaw) in flaws {
      warn(
        say(
          "\(boundary.code) \(boundary.name): poligon tidak sah di \(flaw.place): \(flaw.reason)",
          "\(boundary.code) \(boundary.name): invalid polygon at \(flaw.place): \(flaw.reason)"))
    }
    guard !flaws.isEmpty else { return boundaries }
    guard repair else {
      throw Failure(
        .badInput,
        id: "\(flaws.count) poligon tidak sah, tidak ada yang berubah; perbaiki berkasnya atau "
          + "pakai --repair",
        en: "\(flaws.count) polygons are invalid, nothing changed; correct the file or use --repair"
      )
    }
    let invalid = Set(flaws.map(\.0.code))
    return try boundaries.map { boundary in
      guard invalid.contains(boundary.code) else { return boundary }
      return Boundary(
        code: boundary.code, name: boundary.name, shape: try boundary.shape.repaired())
    }
  }

  /// Says where outlines overlap, and where land lies between them that belongs to none.
  private func report(_ coverage: CoverageReport, of group: [Boundary]) {
    for overlap in coverage.overlaps {
      let names = [overlap.first, overlap.second].map { group[$0].name }.joined(separator: " / ")
      let size = say(Int(overlap.squareMetres.rounded()))
      warn(
        say(
          "\(names): tumpang tindih \(size) m² di \(overlap.place)",
          "\(names): overlap of \(size) m² at \(overlap.place)"))
    }
    guard let largest = coverage.gaps.max(by: { $0.squareMetres < $1.squareMetres }) else { return }
    let size = say(Int(largest.squareMetres.rounded()))
    warn(
      say(
        "\(say(coverage.gaps.count)) celah antara poligon; yang terbesar \(size) m² "
          + "di \(largest.place)",
        "\(say(coverage.gaps.count)) gaps between polygons; the largest of \(size) m² "
          + "at \(largest.place)"))
  }

  /// A polygon far from its region belongs to another code or another coordinate system.
  private func checkPlace(_ boundary: Boundary, _ gazetteer: Gazetteer) throws {
    let farthest = Metres(25_000)
    guard boundary.code.level != .regency, let region = gazetteer[boundary.code] else { return }
    let distance = boundary.shape.distance(to: region.pointInside)
    guard distance > farthest else { return }
    let kilometres = say(Int((distance.value / 1000).rounded()))
    throw Failure(
      .badInput,
      id: "\(file): poligon \(boundary.code) \(region.name) terletak \(kilometres) km dari "
        + "wilayahnya; periksa kode dan sistem koordinatnya",
      en: "\(file): the polygon of \(boundary.code) \(region.name) lies \(kilometres) km from "
        + "its region; check its code and coordinate system")
  }

  private func report(
    _ content: BoundaryFile, swallowed: Set<RegionCode>, _ gazetteer: Gazetteer
  ) {
    for code in content.missing where swallowed.contains(code) {
      warn(
        say(
          "\(code) \(gazetteer.name(of: code)): tidak ada poligonnya; tanahnya terhitung pada "
            + "wilayah sekitarnya",
          "\(code) \(gazetteer.name(of: code)): has no polygon; its land counts to the regions "
            + "around it"))
    }
    let kept = content.missing.count { !swallowed.contains($0) }
    if kept > 0 {
      warn(
        say(
          "\(say(kept)) wilayah lain tidak ada dalam berkas; petanya tidak berubah",
          "\(say(kept)) other regions are not in the file; their map does not change"))
    }
    for code in content.unknown {
      warn(
        say(
          "\(code): tidak ada dalam daftar wilayah; dilewati",
          "\(code): is not in the list of regions; skipped"))
    }
  }

  private func warn(_ text: String) {
    Terminal.printError(say("peringatan: ", "warning: ") + text)
  }
}

extension String {
  /// The file's name without its folders.
  fileprivate var lastPathPart: String { split(separator: "/").last.map(String.init) ?? self }
}
