import Custody
import Foundation

/// The event hash of CBV 2.0 computed from the written JSON, slowly and from the text of the
/// standard: an order of members, bare words made web addresses, times in UTC, lists sorted.
enum EPCISHash {
  static func id(of event: [String: Any], namespaces: [String: String]) -> String {
    let text = hashedText(of: event, namespaces: namespaces)
    return "ni:///sha-256;\(Fingerprint(sha256Of: Array(text.utf8)))?ver=CBV2.0"
  }

  static func hashedText(of event: [String: Any], namespaces: [String: String]) -> String {
    let order = [
      "eventTime", "eventTimeZoneOffset", "epcList", "parentID", "childEPCs", "action", "bizStep",
      "disposition", "readPoint", "bizLocation", "bizTransactionList", "sourceList",
      "destinationList",
    ]
    let type = event["type"] as? String ?? ""
    let standard = order.compactMap { name in event[name].map { member(name, $0) } }
    let own = event.keys.filter { $0.contains(":") }.flatMap { key -> [String] in
      let parts = key.split(separator: ":").map(String.init)
      let name = "{\(namespaces[parts[0]] ?? "")}\(parts[1])"
      return values(event[key]).map { "\(name)=\($0)" }
    }
    return "eventType=\(type)" + standard.joined() + own.sorted(by: bytewise).joined()
  }

  private static func member(_ name: String, _ value: Any) -> String {
    switch name {
    case "eventTime": return "\(name)=\(universal(value as? String ?? ""))"
    case "epcList", "childEPCs":
      return name + values(value).map { "epc=\($0)" }.sorted(by: bytewise).joined()
    case "bizStep": return "\(name)=https://ref.gs1.org/cbv/BizStep-\(value)"
    case "disposition": return "\(name)=https://ref.gs1.org/cbv/Disp-\(value)"
    case "readPoint", "bizLocation": return "\(name)id=\((value as? [String: String])?["id"] ?? "")"
    case "bizTransactionList": return list(name, value, "bizTransaction", "BTT")
    case "sourceList": return list(name, value, "source", "SDT")
    case "destinationList": return list(name, value, "destination", "SDT")
    default: return "\(name)=\(value)"
    }
  }

  private static func list(_ name: String, _ value: Any, _ key: String, _ vocabulary: String)
    -> String
  {
    let entries = (value as? [[String: String]] ?? []).map { entry in
      "type=https://ref.gs1.org/cbv/\(vocabulary)-\(entry["type"] ?? "")\(key)=\(entry[key] ?? "")"
    }
    return name + entries.sorted(by: bytewise).joined()
  }

  private static func values(_ value: Any?) -> [String] {
    switch value {
    case let texts as [String]: texts
    case let value?: ["\(value)"]
    case nil: []
    }
  }

  private static func universal(_ text: String) -> String {
    let reader = ISO8601DateFormatter()
    reader.formatOptions = [.withInternetDateTime, .withFractionalSeconds]
    let writer = ISO8601DateFormatter()
    writer.formatOptions = [.withInternetDateTime, .withFractionalSeconds]
    writer.timeZone = TimeZone(secondsFromGMT: 0)
    return reader.date(from: text).map(writer.string) ?? text
  }

  private static func bytewise(_ left: String, _ right: String) -> Bool {
    Array(left.utf8).lexicographicallyPrecedes(Array(right.utf8))
  }
}
