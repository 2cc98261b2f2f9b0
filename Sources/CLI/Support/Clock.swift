import Domain
import Foundation

/// The present moment, or the one `HANTAR_NOW` names (RFC 3339) so that drills and demonstrations
/// of a past day read as they would have then.
func currentInstant() throws -> Instant {
  guard let text = ProcessInfo.processInfo.environment["HANTAR_NOW"], !text.isEmpty else {
    return Instant(milliseconds: Int64(Date().timeIntervalSince1970 * 1000))
  }
  guard let date = try? Date(text, strategy: .iso8601) else {
    throw Failure(
      .badInput, id: "HANTAR_NOW=\(text) bukan waktu; tulis seperti 2017-07-27T08:00:00+07:00",
      en: "HANTAR_NOW=\(text) is not a time; write it like 2017-07-27T08:00:00+07:00")
  }
  return Instant(milliseconds: Int64((date.timeIntervalSince1970 * 1000).rounded()))
}
