import Domain
import GRDB
import Geometry

/// A column that holds no value of its kind: this program wrote none like it.
struct UnreadableColumn: Error {
  let name: String
}

extension Row {
  /// Reads a column as a value of the domain.
  func read<Value: DatabaseValueConvertible>(_ column: String) throws -> Value {
    try Self.value(of: stored(column), in: column)
  }

  /// Reads a column that may be empty.
  func readIfPresent<Value: DatabaseValueConvertible>(_ column: String) throws -> Value? {
    let stored = try stored(column)
    return stored.isNull ? nil : try Self.value(of: stored, in: column)
  }

  private static func value<Value: DatabaseValueConvertible>(
    of stored: DatabaseValue, in column: String
  ) throws -> Value {
    guard let value = Value.fromDatabaseValue(stored) else {
      throw UnreadableColumn(name: column)
    }
    return value
  }

  /// What stands in a column, which a damaged file may call by another name.
  private func stored(_ column: String) throws -> DatabaseValue {
    // Of the ways to ask for a column, the one that leaves its value as it is.
    let value: (any DatabaseValueConvertible)? = self[column]
    if let value { return value.databaseValue }
    guard hasColumn(column) else { throw UnreadableColumn(name: column) }
    return .null
  }

  /// Reads the columns `latitude_e7` and `longitude_e7`, with `prefix` before both names.
  func readCoordinate(prefix: String = "") throws -> Coordinate {
    try Coordinate(
      latitudeE7: try read(prefix + "latitude_e7"), longitudeE7: try read(prefix + "longitude_e7"))
  }

  /// Reads a place with the columns that tell how well it is known; see ``Location/columns``.
  func readLocation() throws -> Location {
    Location(
      coordinate: try readCoordinate(), source: try read("location_source"),
      uncertainty: try read("uncertainty_metres"))
  }
}

extension Location {
  /// The columns that say where a place is, in the order in which they are read.
  static let columns = "latitude_e7, longitude_e7, location_source, uncertainty_metres"

  init(_ columns: inout Columns) throws {
    self.init(
      coordinate: try Coordinate(
        latitudeE7: try columns.next(), longitudeE7: try columns.next()),
      source: try columns.next(), uncertainty: try columns.next())
  }
}
