/// The code of a regency, a district or a village in the scheme of the Ministry of Home Affairs.
///
/// Written `PP.KK`, `PP.KK.CC` or `PP.KK.CC.DDDD`. Source: Permendagri 137/2017 and the decrees
/// that renew it. The codes of the statistics office (BPS) differ and must not be mixed in.
public struct RegionCode: Hashable, Comparable, Sendable, CustomStringConvertible {
  public enum Level: Int, Comparable, Sendable {
    case regency = 2
    case kecamatan = 3
    case desa = 4

    public static func < (left: Level, right: Level) -> Bool { left.rawValue < right.rawValue }
  }

  /// The dotted form.
  public let description: String
  public let level: Level

  /// Reads the dotted form, or the same digits without dots (4, 6 or 10 of them).
  public init?(_ text: some StringProtocol) {
    // Generic code is slow from another module, and every card of a store has a code.
    self.init(bytes: Array(text.utf8))
  }

  private init?(bytes: [UInt8]) {
    let dot = UInt8(ascii: ".")
    let digitCount = bytes.count { $0 != dot }
    switch digitCount {
    case 4: level = .regency
    case 6: level = .kecamatan
    case 10: level = .desa
    default: return nil
    }
    var dotted: [UInt8] = []
    dotted.reserveCapacity(digitCount + 3)
    for byte in bytes where byte != dot {
      guard isASCIIDigit(byte) else { return nil }
      if dotted.count == 2 || dotted.count == 5 || dotted.count == 8 { dotted.append(dot) }
      dotted.append(byte)
    }
    guard bytes.count == digitCount || bytes == dotted else { return nil }
    description = String(decoding: dotted, as: UTF8.self)
  }

  private init(description: String, level: Level) {
    self.description = description
    self.level = level
  }

  /// The regency this region is or lies in.
  public var regency: RegionCode { ancestor(.regency) ?? self }

  /// The kecamatan this region is or lies in; nothing for a regency.
  public var kecamatan: RegionCode? { ancestor(.kecamatan) }

  /// The digits without dots.
  public var digits: String {
    String(decoding: description.utf8.filter { $0 != UInt8(ascii: ".") }, as: UTF8.self)
  }

  public func contains(_ other: RegionCode) -> Bool {
    other == self || other.description.hasPrefix(description + ".")
  }

  private func ancestor(_ level: Level) -> RegionCode? {
    guard level != self.level else { return self }
    guard level < self.level else { return nil }
    let code = description.utf8.prefix(level == .regency ? 5 : 8)
    return RegionCode(description: String(Substring(code)), level: level)
  }

  public static func < (left: RegionCode, right: RegionCode) -> Bool {
    left.description < right.description
  }
}
