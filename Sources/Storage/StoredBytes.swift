import Custody
import Foundation
import GRDB

/// A noun that a bytes column holds.
protocol StoredBytes: DatabaseValueConvertible {
  var storedBytes: [UInt8] { get }
  init?(storedBytes: Data)
}

extension StoredBytes {
  var databaseValue: DatabaseValue { Data(storedBytes).databaseValue }

  static func fromDatabaseValue(_ value: DatabaseValue) -> Self? {
    Data.fromDatabaseValue(value).flatMap(Self.init(storedBytes:))
  }
}

extension Fingerprint {
  /// As a column keeps it.
  var data: Data { Data(bytes) }
}

extension Fingerprint: StoredBytes {
  var storedBytes: [UInt8] { bytes }
  init?(storedBytes: Data) { self.init(bytes: storedBytes) }
}
