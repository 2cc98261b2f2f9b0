public import Custody
public import Domain

/// What one holder had in the morning, took in, gave out and has in the evening.
///
/// Invariant: no count is negative, and opening and received together are given and closing.
public struct HolderClosing: Hashable, Sendable {
  public let holder: Holder
  /// The holder as people call it.
  public let name: String
  public let opening: Int
  public let received: Int
  public let given: Int
  public let closing: Int
  /// What a person counted; nothing where nobody did.
  public let counted: Int?
  /// Cards that the ledger has with the holder and the count did not find.
  public let missing: [CardID]
  /// Cards that the count found and the ledger has elsewhere.
  public let extra: [CardID]

  /// - Throws: ``HolderClosingError`` if the counts cannot all be true.
  public init(
    holder: Holder, name: String, opening: Int, received: Int, given: Int, closing: Int,
    counted: Int? = nil, missing: [CardID] = [], extra: [CardID] = []
  ) throws(HolderClosingError) {
    guard [opening, received, given, closing, counted ?? 0].allSatisfy({ $0 >= 0 }) else {
      throw .negative(name)
    }
    guard opening + received - given == closing else {
      throw .doesNotAddUp(name, expected: opening + received - given, closing: closing)
    }
    if let counted, counted != closing - missing.count + extra.count {
      throw .countDoesNotAddUp(
        name, expected: closing - missing.count + extra.count, counted: counted)
    }
    self.holder = holder
    self.name = name
    self.opening = opening
    self.received = received
    self.given = given
    self.closing = closing
    self.counted = counted
    self.missing = missing
    self.extra = extra
  }

  /// By how much the count differs from the ledger; nothing where nobody counted.
  public var difference: Int? { counted.map { $0 - closing } }
}

/// Why counts of a holder cannot be true.
public enum HolderClosingError: Error, Hashable, Described {
  case negative(String)
  case doesNotAddUp(String, expected: Int, closing: Int)
  case countDoesNotAddUp(String, expected: Int, counted: Int)

  public var phrase: Phrase {
    switch self {
    case .negative(let name):
      Phrase(
        id: "jumlah kartu pada \(name) negatif; jalankan `hantar audit verify`",
        en: "a count of \(name) is negative; run `hantar audit verify`")
    case .doesNotAddUp(let name, let expected, let closing):
      Phrase(
        id: "\(name) seharusnya menutup hari dengan \(expected) kartu, tercatat \(closing); "
          + "jalankan `hantar audit verify`",
        en: "\(name) should close the day with \(expected) cards but has \(closing); "
          + "run `hantar audit verify`")
    case .countDoesNotAddUp(let name, let expected, let counted):
      Phrase(
        id: "hitungan \(name) adalah \(counted), padahal menurut daftar hilang dan lebih "
          + "\(expected); hitung ulang",
        en: "the count of \(name) is \(counted), but the lists of missing and extra cards make it "
          + "\(expected); count again")
    }
  }
}
