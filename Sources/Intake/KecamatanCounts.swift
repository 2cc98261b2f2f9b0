public import Domain

/// Reads how many cards each kecamatan gets: columns `kecamatan` (code or name) and `cards`.
public enum KecamatanCounts {
  private enum Column: Int, TableColumn {
    case kecamatan, cards

    var aliases: [String] { self == .cards ? ["kartu", "jumlah"] : [] }
  }

  /// The counts of `file`.
  ///
  /// - Throws: ``MapTableError`` naming the line; no part of a faulty file is used.
  public static func read(
    _ file: [UInt8], named name: String, gazetteer: Gazetteer
  ) throws(MapTableError) -> [RegionCode: Int] {
    var firstRows: [RegionCode: Int] = [:]
    let rows = try MapTable<Column>(name, file).rows { row throws(Rejection) in
      let name = try row.required(.kecamatan)
      let code: RegionCode
      do throws(RejectionReason) {
        code = try gazetteer.kecamatan(name)
      } catch {
        throw row.rejection(.kecamatan, error)
      }
      if let first = firstRows.updateValue(row.line, forKey: code) {
        throw row.rejection(.kecamatan, .duplicate(firstRow: first))
      }
      guard let cards = try row.wholeNumber(.cards, in: 0...1_000_000) else {
        throw row.rejection(.cards, .empty)
      }
      return (code, cards)
    }
    return Dictionary(rows) { first, _ in first }
  }
}
