public import Domain

/// One number that a simulated run answers a manager with.
///
/// Days are counted from the first simulated day, which is day 1; working days are the ordinary
/// ones of the office. A percentage of nothing, and a day that did not come, are absent.
public enum Answer: String, CaseIterable, Hashable, Sendable {
  /// Working days up to and including the day on which a printer that had a queue, an operator and
  /// time left first found no blank at its site.
  case stockOutWorkingDay = "stock-out-working-day"
  /// The same as a day of the calendar.
  case stockOutDay = "stock-out-day"
  /// Working days on which that happened, at least at one site.
  case daysWithoutBlanks = "days-without-blanks"
  /// The first day whose evening found no one waiting to be printed.
  case printBacklogClearedDay = "print-backlog-cleared-day"
  /// Cards in the queues and in printers on the last evening.
  case waitingToPrintAtEnd = "waiting-to-print-at-end"
  /// Cards that passed the check.
  case printed
  /// Cards printed on an ordinary working day on which no site ran out, mean.
  case printedPerWorkingDay = "printed-per-working-day"
  /// Cards handed over to a channel.
  case handedOver = "handed-over"
  /// Cards that reached their resident, those printed on the spot included.
  case delivered
  /// Of the cards handed over, those that reached their resident by the end, in percent.
  case deliveredPercent = "delivered-percent"
  /// Cards that reached their residents on the best day.
  case mostDeliveredInADay = "most-delivered-in-a-day"
  /// Cards that came back for good.
  case returned
  /// The first day whose evening found every card of the opening backlog with its resident, back, or
  /// known to be a second record.
  case openingCardsDoneDay = "opening-cards-done-day"
  /// Cards between print ready and the resident's hand when the period ends.
  case cardsInside = "cards-inside"
  /// Whole days from print ready to hand that half of the cards which arrived waited at most; the
  /// others alike. Cards that wait still are not among them.
  case waitMedianDays = "wait-median-days"
  case waitNinetiethDays = "wait-90-days"
  case waitNinetyFifthDays = "wait-95-days"
  case waitNinetyNinthDays = "wait-99-days"
  /// Cards that reached their resident no more whole days after print ready than promised, in
  /// percent of those for which that time ran out within the period: cards whose time was over
  /// before the first day are not counted, cards that came back are.
  case withinPromisePercent = "within-promise-percent"
  /// The same for the promise to places without signal, from recording to hand.
  case offlineWithinPromisePercent = "offline-within-promise-percent"
  /// Recorded residents in percent of those who must hold a card, on the last evening.
  case recordedPercent = "recorded-percent"
  case recordedPercentAtStart = "recorded-percent-at-start"
  /// The first day whose evening found recording coverage in the green zone.
  case greenDay = "green-day"
  /// Residents recorded within the period.
  case recorded
  /// Of recording units, printing, blanks and delivery, in rupiah.
  case cost
  case costPerDelivered = "cost-per-delivered"
  /// Cards delivered on a courier's working day, mean over the channels that have couriers.
  case deliveredPerCourierDay = "delivered-per-courier-day"
  /// At the sites that are open on the first day; printers out of order included.
  case printersAtStart = "printers-at-start"
  case operatorsAtStart = "operators-at-start"

  public enum Unit: Sendable { case days, cards, residents, percent, rupiah, machines, people }

  public var unit: Unit {
    switch self {
    case .stockOutWorkingDay, .stockOutDay, .daysWithoutBlanks, .printBacklogClearedDay,
      .openingCardsDoneDay, .waitMedianDays, .waitNinetiethDays, .waitNinetyFifthDays,
      .waitNinetyNinthDays, .greenDay:
      .days
    case .waitingToPrintAtEnd, .printed, .printedPerWorkingDay, .handedOver, .delivered,
      .mostDeliveredInADay, .returned, .cardsInside, .deliveredPerCourierDay:
      .cards
    case .deliveredPercent, .withinPromisePercent, .offlineWithinPromisePercent, .recordedPercent,
      .recordedPercentAtStart:
      .percent
    case .recorded: .residents
    case .cost, .costPerDelivered: .rupiah
    case .printersAtStart: .machines
    case .operatorsAtStart: .people
    }
  }

  /// Which direction is better for residents and the office; nil where it depends.
  public var betterIsHigher: Bool? {
    switch self {
    case .stockOutWorkingDay, .stockOutDay, .printed, .printedPerWorkingDay, .handedOver,
      .delivered, .mostDeliveredInADay, .deliveredPercent, .withinPromisePercent,
      .offlineWithinPromisePercent,
      .recordedPercent, .recorded, .deliveredPerCourierDay:
      true
    case .daysWithoutBlanks, .printBacklogClearedDay, .waitingToPrintAtEnd, .returned,
      .openingCardsDoneDay, .cardsInside, .waitMedianDays, .waitNinetiethDays,
      .waitNinetyFifthDays, .waitNinetyNinthDays, .greenDay, .cost, .costPerDelivered:
      false
    case .recordedPercentAtStart, .printersAtStart, .operatorsAtStart: nil
    }
  }
}

extension Answer: Described {
  public var phrase: Phrase {
    switch self {
    case .stockOutWorkingDay:
      Phrase(id: "blangko habis pada hari kerja ke-", en: "blanks run out on working day")
    case .stockOutDay: Phrase(id: "blangko habis pada hari ke-", en: "blanks run out on day")
    case .daysWithoutBlanks:
      Phrase(id: "hari kerja tanpa blangko", en: "working days without blanks")
    case .printBacklogClearedDay:
      Phrase(id: "antrean cetak habis pada hari ke-", en: "print queue cleared on day")
    case .waitingToPrintAtEnd:
      Phrase(id: "menunggu dicetak di akhir", en: "waiting to be printed at the end")
    case .printed: Phrase(id: "kartu dicetak", en: "cards printed")
    case .printedPerWorkingDay:
      Phrase(id: "kartu dicetak per hari kerja", en: "cards printed per working day")
    case .handedOver: Phrase(id: "kartu diserahkan ke pengantar", en: "cards handed over")
    case .delivered: Phrase(id: "kartu diterima penduduk", en: "cards received by residents")
    case .mostDeliveredInADay:
      Phrase(id: "kartu diterima pada hari terbaik", en: "cards received on the best day")
    case .deliveredPercent:
      Phrase(id: "diterima dari yang diserahkan", en: "received of those handed over")
    case .returned: Phrase(id: "kartu kembali ke dinas", en: "cards returned to the office")
    case .openingCardsDoneDay:
      Phrase(id: "kartu awal selesai pada hari ke-", en: "opening cards done on day")
    case .cardsInside: Phrase(id: "kartu masih dalam proses", en: "cards still on their way")
    case .waitMedianDays: Phrase(id: "tunggu, tengah (P50)", en: "wait, median (P50)")
    case .waitNinetiethDays: Phrase(id: "tunggu, P90", en: "wait, P90")
    case .waitNinetyFifthDays: Phrase(id: "tunggu, P95", en: "wait, P95")
    case .waitNinetyNinthDays: Phrase(id: "tunggu, P99", en: "wait, P99")
    case .withinPromisePercent: Phrase(id: "janji ditepati", en: "promise kept")
    case .offlineWithinPromisePercent:
      Phrase(id: "janji tempat tanpa sinyal ditepati", en: "promise to offline places kept")
    case .recordedPercent: Phrase(id: "cakupan perekaman di akhir", en: "recorded at the end")
    case .recordedPercentAtStart:
      Phrase(id: "cakupan perekaman di awal", en: "recorded at the start")
    case .greenDay: Phrase(id: "zona hijau pada hari ke-", en: "green zone on day")
    case .recorded: Phrase(id: "penduduk direkam", en: "residents recorded")
    case .cost: Phrase(id: "biaya", en: "cost")
    case .costPerDelivered:
      Phrase(id: "biaya per kartu diterima", en: "cost per card received")
    case .deliveredPerCourierDay:
      Phrase(id: "kartu per petugas per hari", en: "cards per courier and day")
    case .printersAtStart: Phrase(id: "pencetak", en: "printers")
    case .operatorsAtStart: Phrase(id: "operator", en: "operators")
    }
  }
}
