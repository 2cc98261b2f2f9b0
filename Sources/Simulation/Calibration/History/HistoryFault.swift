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

/// How many cards have a fault, and which come first.
public struct HistoryFinding: Hashable, Sendable {
  public var fault: HistoryFault
  public var cards: Int
  /// In the order of the books, at most five.
  public var examples: [CardID]

  public init(fault: HistoryFault, cards: Int, examples: [CardID]) {
    self.fault = fault
    self.cards = cards
    self.examples = examples
  }
}

/// The faults of a history, counted.
struct HistoryFindings: Hashable, Sendable {
  private var cards = Array(repeating: 0, count: HistoryFault.allCases.count)
  private var examples: [[CardID]] = Array(repeating: [], count: HistoryFault.allCases.count)

  /// Counts a card that is left out; one that is used is counted once for each fault, however many
  /// of its events have it.
  mutating func add(_ fault: HistoryFault, _ card: CardID) {
    guard let index = HistoryFault.allCases.firstIndex(of: fault),
      fault.leavesCardOut || lasts[index] != card
    else { return }
    lasts[index] = card
    cards[index] += 1
    if examples[index].count < 5 { examples[index].append(card) }
  }

  private var lasts: [CardID?] = Array(repeating: nil, count: HistoryFault.allCases.count)

  /// Those that occurred.
  var list: [HistoryFinding] {
    HistoryFault.allCases.indices.filter { cards[$0] > 0 }.map { index in
      HistoryFinding(
        fault: HistoryFault.allCases[index], cards: cards[index], examples: examples[index])
    }
  }
}
