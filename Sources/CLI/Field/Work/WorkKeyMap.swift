import Custody
import Domain

/// Which key does what at a door: digits in every language, letters by language.
enum WorkKeyMap {
  enum Command: Hashable, CaseIterable {
    case residentSigned, familySigned, residentThumb, residentPIN
    case triedAgain, heldAtVillage
    case moved, addressNotFound, otherReason, notHome
    case wholeDoor, nextCard, previousCard, nextDoor, previousDoor
    case find, fee, help, leave
  }

  /// A command with its digit or sign, its letter in both languages, and its name.
  struct Entry {
    let command: Command
    let sign: Character
    let letters: Phrase
    let name: Phrase

    func letter(in language: Language) -> Character? { letters.text(in: language).first }
  }

  /// In the order in which the screen shows them.
  static let outcomes: [Entry] = [
    Entry(
      command: .residentSigned, sign: "1", letters: Phrase(id: "t", en: "r"),
      name: Phrase(id: "pemilik, tanda tangan", en: "resident, signature")),
    Entry(
      command: .familySigned, sign: "2", letters: Phrase(id: "k", en: "f"),
      name: Phrase(id: "keluarga, tanda tangan", en: "family, signature")),
    Entry(
      command: .residentThumb, sign: "3", letters: Phrase(id: "j", en: "t"),
      name: Phrase(id: "pemilik, cap jempol", en: "resident, thumb print")),
    Entry(
      command: .residentPIN, sign: "4", letters: Phrase(id: "p", en: "p"),
      name: Phrase(id: "pemilik, PIN", en: "resident, PIN")),
    Entry(
      command: .triedAgain, sign: "5", letters: Phrase(id: "u", en: "a"),
      name: Phrase(id: "coba lagi yang gagal", en: "try a failed card again")),
    Entry(
      command: .heldAtVillage, sign: "6", letters: Phrase(id: "i", en: "h"),
      name: Phrase(id: "titip di kelurahan", en: "hold at village")),
    Entry(
      command: .moved, sign: "7", letters: Phrase(id: "d", en: "m"),
      name: Phrase(id: "pindah", en: "moved")),
    Entry(
      command: .addressNotFound, sign: "8", letters: Phrase(id: "m", en: "d"),
      name: Phrase(id: "alamat tak ketemu", en: "address not found")),
    Entry(
      command: .otherReason, sign: "9", letters: Phrase(id: "l", en: "o"),
      name: Phrase(id: "gagal, alasan lain", en: "failed, other reason")),
    Entry(
      command: .notHome, sign: "0", letters: Phrase(id: "x", en: "x"),
      name: Phrase(id: "tidak ada orang", en: "nobody at home")),
  ]

  static let movements: [Entry] = [
    Entry(
      command: .wholeDoor, sign: "*", letters: Phrase(id: "", en: ""),
      name: Phrase(id: "semua", en: "all")),
    Entry(
      command: .nextDoor, sign: ">", letters: Phrase(id: "n", en: "n"),
      name: Phrase(id: "maju", en: "next")),
    Entry(
      command: .previousDoor, sign: "<", letters: Phrase(id: "b", en: "b"),
      name: Phrase(id: "mundur", en: "back")),
    Entry(
      command: .find, sign: "/", letters: Phrase(id: "c", en: "s"),
      name: Phrase(id: "cari", en: "search")),
    Entry(
      command: .fee, sign: "$", letters: Phrase(id: "", en: ""),
      name: Phrase(id: "minta uang", en: "money asked")),
    Entry(
      command: .help, sign: "?", letters: Phrase(id: "", en: ""),
      name: Phrase(id: "bantuan", en: "help")),
    Entry(
      command: .leave, sign: "q", letters: Phrase(id: "q", en: "q"),
      name: Phrase(id: "keluar", en: "quit")),
  ]

  /// The command of a key at a door; nothing for keys that mean nothing there.
  static func command(of key: TerminalKey, in language: Language) -> Command? {
    switch key {
    case .right: .nextDoor
    case .left: .previousDoor
    case .down, .tab: .nextCard
    case .up: .previousCard
    case .character(let character):
      (outcomes + movements)
        .first { $0.sign == character || $0.letter(in: language) == character }?.command
    default: nil
    }
  }

  /// What a key of the common outcomes writes down; nothing for those that ask for more first.
  static func outcome(of command: Command) -> DoorOutcome? {
    switch command {
    case .residentSigned: .delivered(to: .own, proof: .signature)
    case .residentThumb: .delivered(to: .own, proof: .thumb)
    case .moved: .failed(.moved)
    case .addressNotFound: .failed(.addressNotFound)
    case .notHome: .failed(.notHome)
    case .triedAgain: .triedAgain
    default: nil
    }
  }

  /// The letter that chooses a reason from the list of all of them.
  static func letter(of reason: FailureReason) -> Character? {
    guard let index = FailureReason.allCases.firstIndex(of: reason), index < 26 else { return nil }
    return Character(Unicode.Scalar(UInt8(ascii: "a") + UInt8(index)))
  }
}
