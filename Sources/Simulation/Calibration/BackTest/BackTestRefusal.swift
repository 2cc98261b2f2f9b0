public import Domain

/// Why a past period cannot be predicted and compared.
public enum BackTestRefusal: Error, Hashable, Sendable, Described {
  case noCards
  case periodOutsideBooks(ClosedRange<CalendarDate>, books: ClosedRange<CalendarDate>)
  /// The books were opened on the first day: what lay in the office then is not known.
  case nothingBefore(CalendarDate)
  case periodTooLong(days: Int)

  public var phrase: Phrase {
    switch self {
    case .noCards:
      Phrase(
        id: "tidak ada kartu yang dapat dipakai dalam catatan; impor kartu dahulu",
        en: "there is no usable card in the books; import cards first")
    case .periodOutsideBooks(let period, let books):
      Phrase(
        id: "catatan mencakup \(books.lowerBound) sampai \(books.upperBound), bukan "
          + "\(period.lowerBound) sampai \(period.upperBound); pilih masa di dalamnya",
        en: "the books cover \(books.lowerBound) to \(books.upperBound), not "
          + "\(period.lowerBound) to \(period.upperBound); choose days within them")
    case .nothingBefore(let first):
      Phrase(
        id: "catatan baru mulai \(first); pilih masa yang mulai sesudahnya",
        en: "the books begin only on \(first); choose days that begin later")
    case .periodTooLong(let days):
      Phrase(
        id: "\(days) hari terlalu panjang; paling lama \(BackTest.longestDays) hari",
        en: "\(days) days are too many; \(BackTest.longestDays) at most")
    }
  }
}
