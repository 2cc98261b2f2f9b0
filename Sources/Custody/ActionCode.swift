public import Domain

/// What is to be done after a failed attempt.
public enum ActionCode: String, CaseIterable, Sendable, Described {
  case retry = "RETRY"
  case reschedule = "RESCHEDULE"
  case holdAtOffice = "HOLD_OFFICE"
  case holdAtVillage = "HOLD_DESA"
  case returnToIssuer = "RETURN_ISSUER"
  case fixAddress = "FIX_ADDRESS"
  case escalate = "ESCALATE"
  case destroy = "DESTROY"

  public var phrase: Phrase {
    switch self {
    case .retry: Phrase(id: "coba lagi", en: "try again")
    case .reschedule: Phrase(id: "jadwalkan ulang", en: "reschedule")
    case .holdAtOffice: Phrase(id: "simpan di kantor", en: "hold at the office")
    case .holdAtVillage: Phrase(id: "titipkan di kelurahan/desa", en: "hold at the village office")
    case .returnToIssuer: Phrase(id: "kembalikan ke penerbit", en: "return to the issuer")
    case .fixAddress: Phrase(id: "betulkan alamat", en: "correct the address")
    case .escalate: Phrase(id: "laporkan ke atasan", en: "escalate")
    case .destroy: Phrase(id: "musnahkan", en: "destroy")
    }
  }
}

extension FailureReason {
  /// What is usually done after a failure of this kind.
  public var action: ActionCode {
    switch self {
    case .notHome, .noAccess, .noTime: .retry
    case .missorted, .cardNotInBag, .oldCardMissing: .reschedule
    case .addressNotFound, .addressIncomplete, .noSuchPerson, .moved: .fixAddress
    case .refused: .holdAtOffice
    case .deceased: .destroy
    case .identityMismatch: .escalate
    case .wrongData, .damaged: .returnToIssuer
    }
  }
}
