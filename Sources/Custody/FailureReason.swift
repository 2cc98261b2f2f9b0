public import Domain

/// Why a card could not be handed over at the door.
public enum FailureReason: String, CaseIterable, Sendable, Described {
  case notHome = "NOT_HOME"
  case addressNotFound = "ADDR_NOT_FOUND"
  case addressIncomplete = "ADDR_INCOMPLETE"
  case noSuchPerson = "NO_SUCH_PERSON"
  case moved = "MOVED"
  case deceased = "DECEASED"
  case refused = "REFUSED"
  case oldCardMissing = "OLD_CARD_MISSING"
  case identityMismatch = "ID_MISMATCH"
  case wrongData = "WRONG_DATA"
  case damaged = "DAMAGED"
  case noAccess = "NO_ACCESS"
  case noTime = "NO_TIME"
  case missorted = "MISSORTED"
  case cardNotInBag = "CARD_NOT_IN_BAG"

  public var phrase: Phrase {
    switch self {
    case .notHome: Phrase(id: "penghuni tidak di tempat", en: "nobody at home")
    case .addressNotFound: Phrase(id: "alamat tidak ditemukan", en: "address not found")
    case .addressIncomplete: Phrase(id: "alamat kurang lengkap", en: "address incomplete")
    case .noSuchPerson: Phrase(id: "tidak dikenal", en: "not known there")
    case .moved: Phrase(id: "pindah", en: "moved")
    case .deceased: Phrase(id: "meninggal", en: "deceased")
    case .refused: Phrase(id: "menolak", en: "refused")
    case .oldCardMissing:
      Phrase(id: "KTP lama tidak diserahkan", en: "old card not surrendered")
    case .identityMismatch: Phrase(id: "identitas tidak cocok", en: "identity does not match")
    case .wrongData: Phrase(id: "data kartu salah", en: "data on the card is wrong")
    case .damaged: Phrase(id: "kartu rusak", en: "card damaged")
    case .noAccess:
      Phrase(id: "akses terputus (banjir, ombak)", en: "no access (flood, high sea)")
    case .noTime: Phrase(id: "tidak sempat", en: "out of time")
    case .missorted: Phrase(id: "salah sortir", en: "sorted into the wrong run")
    case .cardNotInBag: Phrase(id: "kartu tidak ada di tas", en: "card not in the bag")
    }
  }

  /// Whether another attempt on a later day makes sense without a clerk's help first.
  ///
  /// The rest wait at the office until someone corrects the data or withdraws the card.
  public var allowsRetry: Bool {
    switch self {
    case .notHome, .noAccess, .noTime, .missorted, .cardNotInBag, .oldCardMissing: true
    case .addressNotFound, .addressIncomplete, .noSuchPerson, .moved, .deceased, .refused,
      .identityMismatch, .wrongData, .damaged:
      false
    }
  }
}
