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
    guard let value = Value.fromDatabaseValue(try stored(column)) else {
      throw UnreadableColumn(name: column)
    }
    return value
  }

  /// Reads a column that may be empty.
  func readIfPresent<Value: DatabaseValueConvertible>(_ column: String) throws -> Value? {
    try stored(column).isNull ? nil : try read(column) as Value
  }

  /// What stands in a column, which a damaged file may call by another name.
  private func stored(_ column: String) throws -> DatabaseValue {
    if let value: DatabaseValue = self[column] { return value }
    guard hasColumn(column) else { throw UnreadableColumn(name: column) }
    return .null
  }

  /// Reads the columns `latitude_e7` and `longitude_e7`, with `prefix` before both names.
  func readCoordinate(prefix: String = "") throws -> Coordinate {
    try Coordinate(
      latitudeE7: try read(prefix + "latitude_e7"), longitudeE7: try read(prefix + "longitude_e7"))
  }

  /// Reads a place with the columns that tell how well it is known.
  func readLocation() throws -> Location {
    Location(
      coordinate: try readCoordinate(), source: try read("location_source"),
      uncertainty: try read("uncertainty_metres"))
  }
}
