public import Domain
import Geometry

/// Writes couriers as a file that ``CourierImport`` reads back to the same values.
public enum CourierFile {
  /// The file's bytes: a header and one line per courier, UTF-8, commas, line feeds.
  public static func bytes(_ couriers: some Sequence<Courier>) -> [UInt8] {
    var bytes = CardFile.line(CourierColumn.allCases.map(\.name))
    for courier in couriers {
      bytes += CardFile.line(CourierColumn.allCases.map { text($0, of: courier) })
    }
    return bytes
  }

  private static func text(_ column: CourierColumn, of courier: Courier) -> String {
    let rest = courier.shift.rest
    return switch column {
    case .id: courier.id.description
    case .name: courier.name
    case .organisation: courier.organisation
    case .baseLatitude: CardFile.degrees(courier.base.latitudeE7)
    case .baseLongitude: CardFile.degrees(courier.base.longitudeE7)
    case .kecamatan: courier.kecamatan.map(\.description).joined(separator: "|")
    case .shiftStart: courier.shift.start.description
    case .shiftEnd: courier.shift.end.description
    case .breakEarliest: rest?.earliest.description ?? ""
    case .breakLatest: rest?.latest.description ?? ""
    case .breakMinutes: rest.map { String($0.minutes) } ?? ""
    case .vehicle: courier.vehicle.rawValue
    case .speed: String(courier.speedKilometresPerHour)
    case .capacityCards: String(courier.capacityCards)
    case .stops: String(courier.maximumStops)
    case .skills: courier.skills.sorted().map(\.rawValue).joined(separator: "|")
    }
  }
}
