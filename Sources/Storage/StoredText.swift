import Custody
import Domain
import GRDB

/// A noun that a text column holds, spelt as people read it.
protocol StoredText: DatabaseValueConvertible {
  var storedText: String { get }
  init?(storedText: String)
}

extension StoredText {
  var databaseValue: DatabaseValue { storedText.databaseValue }

  static func fromDatabaseValue(_ value: DatabaseValue) -> Self? {
    String.fromDatabaseValue(value).flatMap(Self.init(storedText:))
  }
}

extension StoredText where Self: RawRepresentable, RawValue == String {
  var storedText: String { rawValue }
  init?(storedText: String) { self.init(rawValue: storedText) }
}

extension StoredText where Self: CustomStringConvertible {
  var storedText: String { description }
}

extension CardID: StoredText { init?(storedText: String) { self.init(storedText) } }
extension CalendarDate: StoredText { init?(storedText: String) { self.init(storedText) } }
extension DeviceID: StoredText { init?(storedText: String) { self.init(storedText) } }
extension PostItem: StoredText { init?(storedText: String) { self.init(storedText) } }
extension Event.Kind: StoredText {}
extension CourierID: StoredText { init?(storedText: String) { self.init(storedText) } }
extension HandoverDocumentNumber: StoredText {
  init?(storedText: String) { self.init(storedText) }
}
extension PlanID: StoredText { init?(storedText: String) { self.init(storedText) } }
extension RegionCode: StoredText { init?(storedText: String) { self.init(storedText) } }
extension RunID: StoredText { init?(storedText: String) { self.init(storedText) } }
extension Holder: StoredText {
  var storedText: String { code }
  init?(storedText: String) { self.init(code: storedText) }
}

extension CardCustody.Status: StoredText {}
extension Channel: StoredText {}
extension Crossing.Boat: StoredText {}
extension FailureReason: StoredText {}
extension Handover.Kind: StoredText {}
extension LeftOutReason: StoredText {}
extension Location.Source: StoredText {}
extension Region.Kind: StoredText {}
extension PostEventCode: StoredText {}
extension RequestKind: StoredText {}
extension Sex: StoredText {}
extension TimeZoneOffset: StoredText { var storedText: String { rawValue } }
extension Urgency: StoredText {}
extension Vehicle: StoredText {}
