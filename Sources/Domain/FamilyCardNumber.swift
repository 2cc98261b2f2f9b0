/// The number of a family card (kartu keluarga, KK): 16 digits, used only to group a household.
///
/// It is masked in print like a NIK.
public struct FamilyCardNumber: Hashable, Sendable, CustomStringConvertible {
  public let digits: String

  /// Reads 16 digits, ignoring spaces, dots and dashes.
  public init?(_ text: some StringProtocol) {
    let bytes = Array(text.utf8).filter {
      $0 != UInt8(ascii: " ") && $0 != UInt8(ascii: ".") && $0 != UInt8(ascii: "-")
    }
    guard bytes.count == 16, bytes.allSatisfy(isASCIIDigit) else { return nil }
    digits = String(decoding: bytes, as: UTF8.self)
  }

  public var masked: String { NIK.masked(digits) }

  public var description: String { masked }
}
