public import Domain

/// Why a card of the books was left out, or an event of it not used.
public enum HistoryFault: String, CaseIterable, Hashable, Sendable, Described {
  case repeatedCard = "repeated-card"
  case printedBeforeRequest = "printed-before-request"
  case eventBeforePrint = "event-before-print"
  case clockRunsBack = "clock-runs-back"
  case eventAfterDelivery = "event-after-delivery"
  case unknownPlace = "unknown-place"
  case unknownReason = "unknown-reason"
  case unknownChannel = "unknown-channel"

  /// Whether the whole card is left out; otherwise only what the fault touches.
  public var leavesCardOut: Bool {
    switch self {
    case .repeatedCard, .printedBeforeRequest, .eventBeforePrint, .clockRunsBack,
      .eventAfterDelivery:
      true
    case .unknownPlace, .unknownReason, .unknownChannel: false
    }
  }

  public var phrase: Phrase {
    switch self {
    case .repeatedCard:
      Phrase(id: "nomor kartu tercatat dua kali", en: "the card's number stands there twice")
    case .printedBeforeRequest:
      Phrase(id: "dicetak sebelum dimohon", en: "printed before it was asked for")
    case .eventBeforePrint:
      Phrase(id: "ada kejadian sebelum dicetak", en: "an event before it was printed")
    case .clockRunsBack:
      Phrase(id: "jam berjalan mundur", en: "the clock runs backwards")
    case .eventAfterDelivery:
      Phrase(id: "ada kejadian setelah diterima", en: "an event after it was delivered")
    case .unknownPlace:
      Phrase(
        id: "desa tidak ada dalam skenario; tidak dihitung per desa",
        en: "its desa is not in the scenario; not counted by desa")
    case .unknownReason:
      Phrase(
        id: "alasan gagal tidak dikenal; kunjungannya tidak dihitung",
        en: "the reason of a failure is not known; that call is not counted")
    case .unknownChannel:
      Phrase(
        id: "skenario tidak punya saluran untuk itu; tidak dihitung",
        en: "the scenario has no channel for it; not counted")
    }
  }
}
