import Custody
import Domain

/// What the screen of a courier at work shows, and what each key makes of it.
///
/// A pure value: it reads no clock and touches no pocket. Keys change it and may ask for something
/// to be done (``WorkRequest``); whoever does that reports back with ``recorded(_:doors:)`` or
/// ``refused(_:)``.
struct WorkState {
  enum Mode: Hashable {
    /// A door with its cards, waiting for the key of an outcome.
    case door
    /// The last look before the key that writes down.
    case confirming(DoorOutcome, cards: [CardID])
    case typing(Entry, text: String)
    case choosingReason
    /// Text to read until any key is pressed.
    case reading([String])
  }

  /// What is being typed.
  enum Entry: Hashable {
    case receiverName, residentPIN, desa, fee, search, cardID
  }

  /// What the last key led to.
  struct Notice: Hashable {
    let text: String
    let isTrouble: Bool
  }

  let language: Language
  private(set) var doors: [Door]
  private(set) var doorIndex: Int
  /// The card chosen at the door.
  private(set) var cardIndex = 0
  /// Whether every open card of the door is chosen instead.
  private(set) var choosesWholeDoor = false
  /// The cards whose QR code was read at this door.
  private(set) var scanned: Set<CardID> = []
  private(set) var mode = Mode.door
  private(set) var notice: Notice?

  /// - Parameter doors: At least one, in visiting order, each with at least one card.
  init(doors: [Door], language: Language) {
    precondition(!doors.isEmpty && doors.allSatisfy { !$0.cards.isEmpty }, "a run has doors")
    self.doors = doors
    self.language = language
    doorIndex = doors.firstIndex { !$0.openCards.isEmpty } ?? 0
    chooseFirstOpenCard()
  }

  var door: Door { doors[doorIndex] }
  /// Whether something has been recorded for every card of the run.
  var isFinished: Bool { doors.allSatisfy(\.openCards.isEmpty) }

  /// The cards that the next outcome is about.
  var chosenCards: [DoorCard] {
    guard choosesWholeDoor else { return [door.cards[cardIndex]] }
    return door.openCards.isEmpty ? door.cards.filter(\.isInBag) : door.openCards
  }

  /// Takes a key in.
  mutating func press(_ key: TerminalKey) -> WorkRequest? {
    switch key {
    case .interrupt, .endOfInput: return .leave
    case .suspend: return .suspend
    case .redraw: return .redraw
    default: break
    }
    if !isTyping, case .character(let character) = key, character == "K" || character == "O" {
      // A scanner types the number of a card; none of its digits may be taken for a key.
      mode = .typing(.cardID, text: String(character))
      return nil
    }
    switch mode {
    case .door: return pressAtDoor(key)
    case .confirming(let outcome, let cards): return pressToConfirm(key, outcome, cards)
    case .typing(let entry, let text): return pressWhileTyping(key, entry, text)
    case .choosingReason: return pressForReason(key)
    case .reading:
      mode = .door
      return nil
    }
  }

  /// Whether keys are text.
  var isTyping: Bool { if case .typing = mode { true } else { false } }

  /// Takes in what a scanner has read.
  mutating func scan(_ text: String) {
    mode = .door
    choose(cardID: text)
  }

  /// Takes in that a request was carried out; goes on to the next open card or door.
  mutating func recorded(_ text: String, doors: [Door]) {
    precondition(doors.count == self.doors.count, "a run keeps its doors")
    self.doors = doors
    mode = .door
    notice = Notice(text: text, isTrouble: false)
    if door.openCards.isEmpty, let next = nextOpenDoor { go(to: next) }
    chooseFirstOpenCard()
  }

  /// Takes in that a request was refused; nothing has changed.
  mutating func refused(_ text: String) {
    mode = .door
    notice = Notice(text: text, isTrouble: true)
  }

  /// Shows text until a key is pressed.
  mutating func read(_ lines: [String]) { mode = .reading(lines) }

  // MARK: - At a door

  private mutating func pressAtDoor(_ key: TerminalKey) -> WorkRequest? {
    notice = nil
    if case .character(let character) = key, let index = Self.cardIndex(of: character) {
      guard index < door.cards.count else {
        return tell("tidak ada kartu \(character)", "there is no card \(character)")
      }
      (cardIndex, choosesWholeDoor) = (index, false)
      return nil
    }
    guard let command = WorkKeyMap.command(of: key, in: language) else { return nil }
    return carryOut(command)
  }

  private mutating func carryOut(_ command: WorkKeyMap.Command) -> WorkRequest? {
    switch command {
    case .familySigned: ask(.receiverName)
    case .residentPIN: ask(.residentPIN)
    case .heldAtVillage: ask(.desa, suggesting: door.desa.description)
    case .otherReason: if cardsInBag() != nil { mode = .choosingReason }
    case .wholeDoor: choosesWholeDoor.toggle()
    case .nextCard: moveCard(by: 1)
    case .previousCard: moveCard(by: -1)
    case .nextDoor: go(to: (doorIndex + 1) % doors.count)
    case .previousDoor: go(to: (doorIndex + doors.count - 1) % doors.count)
    case .find: mode = .typing(.search, text: "")
    case .fee: mode = .typing(.fee, text: "")
    case .help: mode = .reading(WorkHelp.lines(in: language))
    case .leave: return .leave
    case .residentSigned, .residentThumb, .triedAgain, .moved, .addressNotFound, .notHome:
      if let outcome = WorkKeyMap.outcome(of: command) { propose(outcome) }
    }
    return nil
  }

  private mutating func ask(_ entry: Entry, suggesting text: String = "") {
    if cardsInBag() != nil { mode = .typing(entry, text: text) }
  }

  private mutating func propose(_ outcome: DoorOutcome) {
    if let cards = cardsInBag() { mode = .confirming(outcome, cards: cards) }
  }

  /// The chosen cards, if something may still be recorded about them.
  private mutating func cardsInBag() -> [CardID]? {
    let chosen = chosenCards
    guard !chosen.isEmpty, chosen.allSatisfy(\.isInBag) else {
      _ = tell(
        "kartu ini tidak ada lagi di tas; pilih kartu atau alamat lain",
        "this card is no longer in the bag; choose another card or stop")
      return nil
    }
    return chosen.map(\.id)
  }

  // MARK: - The last look

  /// A new card against its old one is confirmed by a key of its own, so that nobody says by
  /// pressing a key twice that the old card was taken.
  private mutating func pressToConfirm(
    _ key: TerminalKey, _ outcome: DoorOutcome, _ cards: [CardID]
  ) -> WorkRequest? {
    let exchanged = oldCards(for: outcome, of: cards)
    switch key {
    case .character("1") where exchanged.isEmpty, .enter where exchanged.isEmpty,
      .character("5") where !exchanged.isEmpty:
      return .record(
        outcome, cards: cards, scanned: scanned.intersection(cards), exchanging: exchanged)
    case .character("6") where !exchanged.isEmpty:
      mode = .confirming(.failed(.oldCardMissing), cards: cards.filter(exchanged.contains))
    case .character("0"), .escape, .backspace: mode = .door
    default: break
    }
    return nil
  }

  /// The cards of a proposed outcome that may be handed over only against the old one.
  func oldCards(for outcome: DoorOutcome, of cards: [CardID]) -> Set<CardID> {
    guard case .delivered = outcome else { return [] }
    return Set(door.cards.filter { $0.needsOldCard && cards.contains($0.id) }.map(\.id))
  }

  private mutating func pressForReason(_ key: TerminalKey) -> WorkRequest? {
    guard case .character(let character) = key, character != "0" else {
      mode = .door
      return nil
    }
    let reason = FailureReason.allCases.first { WorkKeyMap.letter(of: $0) == character }
    if let reason { propose(.failed(reason)) }
    return nil
  }

  // MARK: - Typing

  private mutating func pressWhileTyping(
    _ key: TerminalKey, _ entry: Entry, _ text: String
  ) -> WorkRequest? {
    switch key {
    case .character(let character) where text.count < entry.maximumLength:
      mode = .typing(entry, text: text + String(character))
    case .backspace where !text.isEmpty: mode = .typing(entry, text: String(text.dropLast()))
    case .backspace, .escape: mode = .door
    case .enter:
      mode = .door
      return finish(entry, text.trimmed)
    default: break
    }
    return nil
  }

  private mutating func finish(_ entry: Entry, _ text: String) -> WorkRequest? {
    switch entry {
    case .receiverName:
      propose(
        .delivered(to: .family, proof: .signature, receiverName: text.isEmpty ? nil : text))
    case .residentPIN:
      guard text.count == 6, text.allSatisfy({ $0.isASCII && $0.isNumber }) else {
        return tell("PIN penduduk terdiri dari 6 angka", "the resident's PIN has 6 digits")
      }
      propose(.delivered(to: .own, proof: .pin, pin: text))
    case .desa:
      guard let desa = RegionCode(text), desa.level == .desa else {
        return tell(
          "\(text) bukan kode kelurahan/desa; ketik seperti 18.71.01.1003",
          "\(text) is not the code of a desa; type it like 18.71.01.1003")
      }
      propose(.held(at: desa))
    case .fee: return fee(text)
    case .search: search(text)
    case .cardID: choose(cardID: text)
    }
    return nil
  }

  private mutating func fee(_ text: String) -> WorkRequest? {
    guard let rupiah = Int(text.filter { $0 != "." && $0 != "," }), rupiah > 0 else {
      return tell("\(text) bukan jumlah rupiah", "\(text) is not a sum in rupiah")
    }
    return .reportFee(rupiah: rupiah, cards: chosenCards.filter(\.isInBag).map(\.id))
  }

  private mutating func search(_ text: String) {
    guard !text.isEmpty else { return }
    let order = Array(doors.indices[(doorIndex + 1)...]) + Array(doors.indices[...doorIndex])
    let isNumber = doors.contains { String($0.number) == text }
    guard
      let index = order.first(where: {
        isNumber ? String(doors[$0].number) == text : doors[$0].mentions(text)
      })
    else {
      _ = tell("\"\(text)\" tidak ada dalam rute ini", "\"\(text)\" is not in this run")
      return
    }
    go(to: index)
  }

  /// Goes to a card that was scanned, or typed in as a scanner types.
  private mutating func choose(cardID text: String) {
    guard let id = CardID(text) else {
      _ = tell("\(text) bukan nomor kartu; pindai lagi", "\(text) is not a card; scan it again")
      return
    }
    guard let index = doors.firstIndex(where: { $0.cards.contains { $0.id == id } }),
      let place = doors[index].cards.firstIndex(where: { $0.id == id })
    else {
      _ = tell(
        "\(id) tidak ada dalam rute ini; pisahkan kartunya dan beri tahu kantor",
        "\(id) is not in this run; put the card aside and tell the office")
      return
    }
    if index != doorIndex { go(to: index) }
    (cardIndex, choosesWholeDoor) = (place, false)
    scanned.insert(id)
    notice = Notice(text: say("terpindai: ", "scanned: ") + id.description, isTrouble: false)
  }

  // MARK: - Moving

  private mutating func go(to index: Int) {
    if index != doorIndex { scanned = [] }
    doorIndex = index
    chooseFirstOpenCard()
  }

  private mutating func moveCard(by step: Int) {
    choosesWholeDoor = false
    cardIndex = (cardIndex + step + door.cards.count) % door.cards.count
  }

  private mutating func chooseFirstOpenCard() {
    choosesWholeDoor = false
    cardIndex =
      door.cards.firstIndex { $0.status == .outForDelivery }
      ?? door.cards.firstIndex(where: \.isInBag) ?? 0
  }

  /// The first door after this one, and after the last the first, where something is left to do.
  private var nextOpenDoor: Int? {
    let order = Array(doors.indices[doorIndex...]) + Array(doors.indices[..<doorIndex])
    return order.first { !doors[$0].openCards.isEmpty }
  }

  /// `A` to `H` choose one of the first eight cards.
  private static func cardIndex(of character: Character) -> Int? {
    guard let byte = character.asciiValue, (UInt8(ascii: "A")...UInt8(ascii: "H")).contains(byte)
    else { return nil }
    return Int(byte - UInt8(ascii: "A"))
  }

  private mutating func tell(_ indonesian: String, _ english: String) -> WorkRequest? {
    notice = Notice(text: say(indonesian, english), isTrouble: true)
    return nil
  }

  private func say(_ indonesian: String, _ english: String) -> String {
    Phrase(id: indonesian, en: english).text(in: language)
  }
}

extension WorkState.Entry {
  var maximumLength: Int {
    switch self {
    case .residentPIN: 6
    case .fee: 12
    case .desa: 13
    case .cardID: 24
    case .receiverName, .search: 60
    }
  }
}

extension Door {
  /// Whether the address, the landmark, a name or the number of a card holds `text`.
  fileprivate func mentions(_ text: String) -> Bool {
    let wanted = text.lowercased()
    let texts =
      [addressLine, landmark ?? ""] + cards.flatMap { [$0.residentName, $0.id.description] }
    return texts.contains { $0.lowercased().contains(wanted) }
  }
}

extension String {
  fileprivate var trimmed: String {
    String(drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
  }
}
