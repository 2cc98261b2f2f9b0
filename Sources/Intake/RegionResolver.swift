import Domain

/// Finds the desa that the kecamatan and desa columns of a row name, each by code or name.
///
/// Remembers every pair it has seen, since a file names few regions many times.
struct RegionResolver {
  private let gazetteer: Gazetteer
  private var known: [[UInt8]: RegionCode] = [:]

  init(_ gazetteer: Gazetteer) { self.gazetteer = gazetteer }

  /// - Throws: ``Rejection`` if a name is unknown or ambiguous or the two do not fit.
  mutating func desa<Column>(
    of row: TableRow<Column>, kecamatan kecamatanColumn: Column, desa desaColumn: Column
  ) throws(Rejection) -> RegionCode {
    let key = Array(row.bytes(kecamatanColumn)) + [0] + Array(row.bytes(desaColumn))
    if let code = known[key] { return code }
    let desa = try row.required(desaColumn)
    var kecamatan: RegionCode?
    if let text = row.optional(kecamatanColumn) {
      do { kecamatan = try gazetteer.kecamatan(text) } catch {
        throw row.rejection(kecamatanColumn, error)
      }
    }
    do {
      let code = try gazetteer.desa(desa, in: kecamatan)
      known[key] = code
      return code
    } catch {
      throw row.rejection(desaColumn, error)
    }
  }
}

extension Gazetteer {
  /// The kecamatan of that code or name.
  func kecamatan(_ text: String) throws(RejectionReason) -> RegionCode {
    if let code = RegionCode(text) {
      guard code.level == .kecamatan, self[code] != nil else {
        throw .unknownKecamatan(closest: nil)
      }
      return code
    }
    let found = kecamatan(named: text)
    guard let code = found.first else {
      throw .unknownKecamatan(closest: closestName(to: text, among: kecamatan))
    }
    guard found.count == 1 else { throw .ambiguousKecamatan(found) }
    return code
  }

  /// The desa of that code or name, which must lie in `kecamatan` where one is given.
  func desa(_ text: String, in kecamatan: RegionCode?) throws(RejectionReason) -> RegionCode {
    if let code = RegionCode(text) {
      guard code.level == .desa, self[code] != nil else { throw .unknownDesa(closest: nil) }
      if let kecamatan, !kecamatan.contains(code) { throw notInKecamatan(code) }
      return code
    }
    let found = desa(named: text, in: kecamatan)
    if found.count > 1 { throw .ambiguousDesa(found) }
    if let code = found.first { return code }
    if let elsewhere = desa(named: text).first { throw notInKecamatan(elsewhere) }
    let candidates = kecamatan.map { desa(of: $0) } ?? desa
    throw .unknownDesa(closest: closestName(to: text, among: candidates))
  }

  private func notInKecamatan(_ desa: RegionCode) -> RejectionReason {
    .desaNotInKecamatan(actual: desa.kecamatan.map(name(of:)) ?? desa.description)
  }

  /// The one name at most two letters away from `text`, the first in order of code on a tie.
  private func closestName(to text: String, among regions: [Region]) -> String? {
    let typed = Array(Self.normalised(text).prefix(60))
    var best: (name: String, distance: Int)?
    for region in regions {
      for name in [region.name] + region.aliases {
        let distance = editDistance(typed, Array(Self.normalised(name)))
        guard distance <= min(2, typed.count / 3), distance < best?.distance ?? .max else {
          continue
        }
        best = (region.name, distance)
      }
    }
    return best?.name
  }
}

/// The fewest letters to insert, delete or replace to make one word the other (Levenshtein 1965).
private func editDistance(_ left: [Character], _ right: [Character]) -> Int {
  var row = Array(0...right.count)
  for (index, letter) in left.enumerated() {
    var diagonal = row[0]
    row[0] = index + 1
    for column in right.indices {
      let replaced = diagonal + (letter == right[column] ? 0 : 1)
      diagonal = row[column + 1]
      row[column + 1] = min(replaced, row[column] + 1, row[column + 1] + 1)
    }
  }
  return row[right.count]
}
