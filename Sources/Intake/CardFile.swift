public import Domain
import Geometry

/// Writes cards as a file that ``CardImport`` reads back to the same values.
public enum CardFile {
  /// The file's bytes: a header and one line per row, UTF-8, commas, line feeds.
  ///
  /// Only measured doors get a coordinate; the import finds the others again. Phone numbers are
  /// written with a leading zero, because a leading plus is a formula to a spreadsheet.
  public static func bytes(_ rows: some Sequence<NewCard>) -> [UInt8] {
    var bytes = line(CardColumn.allCases.map(\.name))
    for row in rows { bytes += line(CardColumn.allCases.map { text($0, of: row) }) }
    return bytes
  }

  private static func text(_ column: CardColumn, of row: NewCard) -> String {
    let resident = row.resident
    let address = resident.address
    let place = row.location.source == .house ? row.location.coordinate : nil
    return switch column {
    case .cardID: row.id?.description ?? ""
    case .nik: resident.nik.digits
    case .name: resident.name
    case .birthDate: resident.birthDate.description
    case .sex: resident.sex.rawValue
    case .familyCard: resident.familyCard?.digits ?? ""
    case .street: address.street
    case .number: address.number ?? ""
    case .rt: address.rt.map { padded($0, to: 3) } ?? "-"
    case .rw: address.rw.map { padded($0, to: 3) } ?? "-"
    case .desa: address.desa.description
    case .kecamatan: address.desa.kecamatan?.description ?? ""
    case .latitude: place.map { degrees($0.latitudeE7) } ?? ""
    case .longitude: place.map { degrees($0.longitudeE7) } ?? ""
    case .landmark: address.landmark ?? ""
    case .phone: resident.phone.map { "0" + $0.dropFirst(3) } ?? ""
    case .request: row.request.rawValue
    case .urgency: row.urgency.rawValue
    case .requestedOn: row.requestedOn.description
    case .printedOn: row.printedOn.description
    case .channel: row.channel.rawValue
    }
  }

  static func line(_ fields: [String]) -> [UInt8] {
    var bytes: [UInt8] = []
    for (index, field) in fields.enumerated() {
      if index > 0 { bytes.append(.comma) }
      let needsQuotes = field.utf8.contains {
        $0 == .comma || $0 == .quote || $0 == .lineFeed || $0 == .carriageReturn
      }
      guard needsQuotes else {
        bytes += field.utf8
        continue
      }
      bytes.append(.quote)
      for byte in field.utf8 {
        if byte == .quote { bytes.append(.quote) }
        bytes.append(byte)
      }
      bytes.append(.quote)
    }
    bytes.append(.lineFeed)
    return bytes
  }

  /// Degrees with all seven decimals: `-5.3815910`.
  static func degrees(_ value: Int32) -> String {
    let magnitude = Int(value.magnitude)
    return "\(value < 0 ? "-" : "")\(magnitude / 10_000_000)."
      + padded(magnitude % 10_000_000, to: 7)
  }
}
