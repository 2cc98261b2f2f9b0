internal import Domain
internal import Simulation

/// How sentences speak of an answer.
extension Answer {
  /// The day of something that may happen or not, as a clause; nil for what always has a value.
  var event: Phrase? {
    switch self {
    case .stockOutWorkingDay, .stockOutDay: Phrase(id: "blangko habis", en: "blanks run out")
    case .printBacklogClearedDay:
      Phrase(id: "antrean cetak habis", en: "the print queue is cleared")
    case .openingCardsDoneDay:
      Phrase(id: "semua kartu awal tuntas", en: "all opening cards are done")
    case .greenDay: Phrase(id: "zona hijau tercapai", en: "the green zone is reached")
    default: nil
    }
  }

  /// That it does not happen.
  var absence: Phrase? {
    switch self {
    case .stockOutWorkingDay, .stockOutDay:
      Phrase(id: "blangko tidak habis", en: "blanks do not run out")
    case .printBacklogClearedDay:
      Phrase(id: "antrean cetak tidak habis", en: "the print queue is not cleared")
    case .openingCardsDoneDay:
      Phrase(id: "kartu awal tidak semuanya tuntas", en: "not all opening cards are done")
    case .greenDay: Phrase(id: "zona hijau tidak tercapai", en: "the green zone is not reached")
    default: nil
    }
  }

  var isWait: Bool {
    switch self {
    case .waitMedianDays, .waitNinetiethDays, .waitNinetyFifthDays, .waitNinetyNinthDays: true
    default: false
    }
  }

  /// What it is, as the subject of a sentence; always in the singular.
  var subject: Phrase {
    switch self {
    case .stockOutWorkingDay, .stockOutDay:
      Phrase(id: "hari habisnya blangko", en: "the day on which blanks run out")
    case .daysWithoutBlanks:
      Phrase(id: "jumlah hari kerja tanpa blangko", en: "the number of working days without blanks")
    case .printBacklogClearedDay:
      Phrase(id: "hari habisnya antrean cetak", en: "the day on which the print queue is cleared")
    case .waitingToPrintAtEnd:
      Phrase(id: "sisa antrean cetak", en: "the print queue left at the end")
    case .printed: Phrase(id: "jumlah kartu yang dicetak", en: "the number of cards printed")
    case .printedPerWorkingDay:
      Phrase(id: "hasil cetak per hari kerja", en: "the number of cards printed per working day")
    case .handedOver:
      Phrase(
        id: "jumlah kartu yang diserahkan ke pengantar",
        en: "the number of cards handed over for delivery")
    case .delivered:
      Phrase(
        id: "jumlah kartu yang diterima penduduk", en: "the number of cards received by residents")
    case .mostDeliveredInADay:
      Phrase(
        id: "jumlah kartu yang diterima pada hari terbaik",
        en: "the number of cards received on the best day")
    case .deliveredPercent:
      Phrase(
        id: "bagian kartu yang sampai ke penduduk",
        en: "the share of cards that reach their resident")
    case .returned:
      Phrase(id: "jumlah kartu yang kembali ke dinas", en: "the number of cards returned")
    case .openingCardsDoneDay:
      Phrase(id: "hari tuntasnya kartu awal", en: "the day on which all opening cards are done")
    case .cardsInside:
      Phrase(id: "jumlah kartu yang masih dalam proses", en: "the number of cards on their way")
    case .waitMedianDays: Phrase(id: "waktu tunggu tengah (P50)", en: "the median wait (P50)")
    case .waitNinetiethDays: Phrase(id: "waktu tunggu P90", en: "the P90 wait")
    case .waitNinetyFifthDays: Phrase(id: "waktu tunggu P95", en: "the P95 wait")
    case .waitNinetyNinthDays: Phrase(id: "waktu tunggu P99", en: "the P99 wait")
    case .withinPromisePercent:
      Phrase(
        id: "bagian kartu yang tepat janji", en: "the share of cards delivered as promised")
    case .offlineWithinPromisePercent:
      Phrase(
        id: "bagian kartu tepat janji di tempat tanpa sinyal",
        en: "the share of cards delivered as promised to places without signal")
    case .recordedPercent: Phrase(id: "cakupan perekaman", en: "recording coverage")
    case .recordedPercentAtStart:
      Phrase(id: "cakupan perekaman di awal", en: "recording coverage at the start")
    case .greenDay:
      Phrase(id: "hari tercapainya zona hijau", en: "the day on which the green zone is reached")
    case .recorded: Phrase(id: "jumlah penduduk yang direkam", en: "the number of people recorded")
    case .cost: Phrase(id: "biaya seluruhnya", en: "the total cost")
    case .costPerDelivered:
      Phrase(id: "biaya per kartu yang diterima", en: "the cost per delivered card")
    case .deliveredPerCourierDay:
      Phrase(
        id: "hasil antar per petugas per hari", en: "the number of cards per courier and day")
    default: phrase
    }
  }

  /// Its line in a table, with the unit where the value does not show it.
  var tableLabel: Phrase {
    if isWait { return Phrase(id: phrase.indonesian + ", hari", en: phrase.english + ", days") }
    guard let event else { return phrase }
    return self == .stockOutWorkingDay
      ? Phrase(id: event.indonesian + ", hari kerja ke", en: event.english + ", working day")
      : Phrase(id: event.indonesian + ", hari ke", en: event.english + ", day")
  }
}

extension [Answer: Estimate] {
  /// Whether so many cards still wait at the end that the waits of those received say little: who
  /// serves more of the old cards would look worse.
  var areWaitsCut: Bool {
    guard let inside = self[.cardsInside], let delivered = self[.delivered] else { return false }
    return inside.mean > 0.1 * (inside.mean + delivered.mean)
  }
}
