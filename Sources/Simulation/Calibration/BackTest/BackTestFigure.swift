public import Domain

/// A figure of a period that is predicted and compared.
public enum BackTestFigure: String, CaseIterable, Hashable, Sendable, Described {
  case printed, delivered
  case failurePercent = "failure-percent"
  case waitMedianDays = "wait-median-days"
  case waitNinetiethDays = "wait-90-days"
  /// Printed cards that are neither with their residents nor back for good on the last evening.
  case insideAtEnd = "inside-at-end"

  public var phrase: Phrase {
    switch self {
    case .printed: Phrase(id: "kartu dicetak", en: "cards printed")
    case .delivered: Phrase(id: "kartu diterima penduduk", en: "cards received by residents")
    case .failurePercent: Phrase(id: "kunjungan gagal (%)", en: "calls that failed (%)")
    case .waitMedianDays: Phrase(id: "tunggu, tengah (hari)", en: "wait, median (days)")
    case .waitNinetiethDays: Phrase(id: "tunggu, P90 (hari)", en: "wait, P90 (days)")
    case .insideAtEnd:
      Phrase(id: "kartu tercetak belum diterima di akhir", en: "printed cards inside at the end")
    }
  }

  /// Digits after the point that mean something.
  public var decimals: Int { self == .failurePercent ? 1 : 0 }
}
