import Domain
import Geometry
import Simulation

extension ScenarioBuilder {
  /// The kecamatan that stand on their own, and the index of each kecamatan of today.
  func mergedInto() -> [RegionCode: (parent: String, section: Section)] {
    var merged: [RegionCode: (String, Section)] = [:]
    for (name, section) in root.section("places")?.named("kecamatan") ?? [] {
      guard let parent = section.text("merge"), let code = code(ofKecamatan: name) else { continue }
      merged[code] = (parent, section)
    }
    return merged
  }

  mutating func simulatedKecamatan() -> ([SimulatedKecamatan], [RegionCode: Int]) {
    let merged = mergedInto()
    let alone = gazetteer.kecamatan.filter { merged[$0.code] == nil }
    var indices = Dictionary(uniqueKeysWithValues: alone.enumerated().map { ($1.code, $0) })
    for region in gazetteer.kecamatan {
      guard let (parent, section) = merged[region.code] else { continue }
      guard let code = kecamatan(named: parent, in: section, "merge") else { continue }
      guard let index = alone.firstIndex(where: { $0.code == code }) else {
        note(
          section, "merge",
          Phrase(
            id: "kecamatan induk itu sendiri digabung", en: "that kecamatan is merged itself"))
        continue
      }
      indices[region.code] = index
    }
    let base = basePoint()
    return (alone.map { simulated($0, base: base) }, indices)
  }

  private mutating func simulated(_ region: Region, base: Coordinate) -> SimulatedKecamatan {
    let places = root.section("places")
    let own = kecamatanOverrides[region.code]
    let factor = own?.number("road-factor") ?? places?.number("road-factor") ?? 1
    let metres = region.pointInside.distance(to: base).value * factor
    return SimulatedKecamatan(
      code: region.code, name: region.name,
      speedKilometresPerHour: own?.number("speed") ?? places?.number("speed") ?? 20,
      roadFactor: factor,
      kilometresFromBase: own?.number("from-base") ?? (metres / 100).rounded() / 10,
      estimateFactor: own?.number("estimate-factor") ?? 1)
  }

  /// Where couriers start: the place named, else the middle of the first kecamatan.
  private mutating func basePoint() -> Coordinate {
    guard let places = root.section("places"), let name = places.text("base") else {
      return gazetteer.kecamatan.first?.pointInside ?? gazetteer.regency.pointInside
    }
    let codes = gazetteer.kecamatan(named: name) + gazetteer.desa(named: name)
    let found = RegionCode(name).map { [$0] } ?? codes
    guard let first = found.first, let region = gazetteer[first] else {
      let names = (gazetteer.kecamatan + gazetteer.desa).map(\.name)
      noteUnknown(name, among: names, in: places, "base")
      return gazetteer.regency.pointInside
    }
    return region.pointInside
  }

  /// What the file says of single kecamatan or desa, by their codes; what stands under the name of one
  /// and what stands under its code belong together.
  static func overrides(
    _ level: String, in root: Section, _ codes: (String) -> [RegionCode]
  ) -> [RegionCode: Section] {
    var overrides: [RegionCode: Section] = [:]
    for (name, section) in root.section("places")?.named(level) ?? [] {
      let found = RegionCode(name).map { [$0] } ?? codes(name)
      guard found.count == 1 else { continue }
      overrides[found[0]] = overrides[found[0]].map { section.over($0) } ?? section
    }
    return overrides
  }

  private func code(ofKecamatan name: String) -> RegionCode? {
    if let code = RegionCode(name) { return gazetteer[code] == nil ? nil : code }
    return gazetteer.kecamatan(named: name).first
  }

  /// The kecamatan a name or code means, or a problem at `key`.
  mutating func kecamatan(named name: String, in section: Section, _ key: String) -> RegionCode? {
    if let code = code(ofKecamatan: name), code.level == .kecamatan { return code }
    noteUnknown(name, among: gazetteer.kecamatan.map(\.name), in: section, key)
    return nil
  }

  /// Indices of the kecamatan listed at `key`, in order, each once; empty where none are.
  mutating func indicesOfKecamatan(_ section: Section, _ key: String = "kecamatan") -> [Int] {
    var found: Set<Int> = []
    for name in section.names(key) ?? [] {
      guard let code = kecamatan(named: name, in: section, key) else { continue }
      if let index = kecamatanIndices[code] { found.insert(index) }
    }
    return found.sorted()
  }

  mutating func noteUnknown(
    _ name: String, among names: [String], in section: Section, _ key: String
  ) {
    let hint = suggestion(for: name, among: names)
    note(
      section, key,
      Phrase(
        id: "“\(name)” tidak dikenal di \(gazetteer.regency.name); \(hint.indonesian)",
        en: "“\(name)” is not known in \(gazetteer.regency.name); \(hint.english)"))
  }

  /// Notes every kecamatan and desa of the file that the regency does not have.
  private mutating func checkPlaceNames() {
    guard let places = root.section("places") else { return }
    for (name, section) in places.named("kecamatan") where code(ofKecamatan: name) == nil {
      noteUnknown(name, among: gazetteer.kecamatan.map(\.name), in: section, "")
    }
    for (name, section) in places.named("desa") {
      let codes = RegionCode(name).map { [$0] } ?? gazetteer.desa(named: name)
      if codes.count == 1, gazetteer[codes[0]] != nil { continue }
      guard codes.count > 1 else {
        noteUnknown(name, among: gazetteer.desa.map(\.name), in: section, "")
        continue
      }
      let listed = codes.map(\.description).joined(separator: ", ")
      note(
        section, "",
        Phrase(
          id: "ada \(codes.count) desa bernama itu; tulis kodenya: \(listed)",
          en: "\(codes.count) desa have that name; write the code: \(listed)"))
    }
  }

  mutating func simulatedPlaces() -> [SimulatedPlace] {
    checkPlaceNames()
    let regions = gazetteer.desa.filter { $0.code.kecamatan != nil }
    let parents = regions.map { desa in
      desa.code.kecamatan.flatMap { kecamatanOverrides[$0] }
    }
    let own = regions.map { desaOverrides[$0.code] }
    let counts = residents(of: regions, own, parents)
    return regions.indices.compactMap { index in
      guard let code = regions[index].code.kecamatan, let kecamatan = kecamatanIndices[code] else {
        return nil
      }
      let sections = [own[index], parents[index]].compactMap(\.self)
      return SimulatedPlace(
        code: regions[index].code, name: regions[index].name, kecamatan: kecamatan,
        areaSquareKilometres: regions[index].areaSquareKilometres, obliged: counts.obliged[index],
        recorded: counts.recorded[index], holders: counts.holders[index],
        isIsland: sections.lazy.compactMap { $0.flag("island") }.first ?? false,
        hasSignal: sections.lazy.compactMap { $0.flag("signal") }.first ?? true)
    }
  }
}
