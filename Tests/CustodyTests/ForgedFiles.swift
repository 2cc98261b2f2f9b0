@testable import Custody

/// Means to edit a file the way someone would who knows the format but has no key.
extension [UInt8] {
  var text: String { String(decoding: self, as: UTF8.self) }
}

extension String {
  /// The file with its checksum made to fit its content again.
  func withNewChecksum() throws -> [UInt8] {
    guard case .object(let fields) = try CanonicalValue(bytes: Array(utf8.dropLast())) else {
      throw MissingSample()
    }
    let format = try value(fields.first { $0.key == "format" }?.value.string)
    let version = try value(fields.first { $0.key == "version" }?.value.integer)
    let rest = fields.filter { !["checksum", "format", "version"].contains($0.key) }
    return rest.reduce(SealedFile(format: format, version: Int(version), fields: [:])) {
      $0.with($1.key, $1.value)
    }.bytes
  }

  /// What stands between the first `start` and the next `end`.
  func components(between start: String, and end: String) -> String {
    guard let opening = firstRange(of: start) else { return "" }
    let rest = self[opening.upperBound...]
    return String(rest[..<(rest.firstRange(of: end)?.lowerBound ?? rest.endIndex)])
  }

  var flippingFirstDigit: String { (hasPrefix("0") ? "1" : "0") + dropFirst() }
}
