import Domain
import GRDB
import Geometry

/// A noun that a number column holds.
protocol StoredNumber: DatabaseValueConvertible {
  associatedtype Number: DatabaseValueConvertible
  var storedNumber: Number { get }
  init?(storedNumber: Number)
}

extension StoredNumber {
  var databaseValue: DatabaseValue { storedNumber.databaseValue }

  static func fromDatabaseValue(_ value: DatabaseValue) -> Self? {
    Number.fromDatabaseValue(value).flatMap(Self.init(storedNumber:))
  }
}

extension Instant: StoredNumber {
  var storedNumber: Int64 { milliseconds }
  init?(storedNumber: Int64) { self.init(milliseconds: storedNumber) }
}

extension Metres: StoredNumber {
  var storedNumber: Double { value }
  init?(storedNumber: Double) { self.init(storedNumber) }
}

extension TimeOfDay: StoredNumber {
  var storedNumber: Int32 { seconds }
  init?(storedNumber: Int32) { self.init(seconds: storedNumber) }
}
