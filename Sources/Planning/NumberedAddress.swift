import Domain

/// An address that names one door: street and house number within one neighbourhood.
struct NumberedAddress: Hashable {
  let desa: RegionCode
  let rt: Int?
  let rw: Int?
  /// Letters and digits only.
  let street: String
  let number: String

  /// The door a card's address names; nothing without a house number, because many strangers
  /// live in one street.
  init?(_ card: Card) {
    let address = card.resident.address
    street = Self.comparable(address.street)
    number = Self.comparable(address.number ?? "")
    let counting = UInt8(ascii: "1")...UInt8(ascii: "9")
    guard !street.isEmpty, number.utf8.contains(where: counting.contains) else { return nil }
    desa = address.desa
    rt = address.rt
    rw = address.rw
  }

  /// Letters and digits in lower case, with the usual short forms of street words written out.
  private static func comparable(_ text: String) -> String {
    let words = text.lowercased().split { !($0.isLetter || $0.isNumber) }
    let inFull: [Substring: Substring] = ["jl": "jalan", "jln": "jalan", "gg": "gang"]
    return words.map { inFull[$0] ?? $0 }.joined()
  }
}
