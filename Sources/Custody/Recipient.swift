public import Domain

/// Who took the card at the door.
public enum Recipient: String, CaseIterable, Sendable, Described {
  case own = "self"
  case family
  case neighbourhoodHead = "rt"
  case villageOffice = "village"

  public var phrase: Phrase {
    switch self {
    case .own: Phrase(id: "pemilik sendiri", en: "the resident in person")
    case .family: Phrase(id: "keluarga serumah", en: "family in the household")
    case .neighbourhoodHead: Phrase(id: "ketua RT/RW", en: "head of the neighbourhood")
    case .villageOffice: Phrase(id: "kantor kelurahan/desa", en: "village office")
    }
  }
}

/// What shows that a handover took place.
///
/// Only a reference travels: a photo or a signature stays in its file, its SHA-256 goes here.
public struct Proof: Hashable, Sendable {
  public enum Kind: String, CaseIterable, Sendable, Described {
    case signature, thumb, photo
    case oldCard = "old-card"
    /// The resident's one-time PIN, sealed to the office.
    case pin
    /// The QR code of the card was scanned at the door.
    case scan

    public var phrase: Phrase {
      switch self {
      case .signature: Phrase(id: "tanda tangan", en: "signature")
      case .thumb: Phrase(id: "cap jempol", en: "thumb print")
      case .photo: Phrase(id: "foto", en: "photo")
      case .oldCard: Phrase(id: "KTP lama diserahkan", en: "old card surrendered")
      case .pin: Phrase(id: "PIN penduduk", en: "resident's PIN")
      case .scan: Phrase(id: "pindai kartu", en: "scan of the card")
      }
    }
  }

  public let kind: Kind
  /// Lower-case hexadecimal SHA-256 of the file, where there is a file; 64 digits.
  public let digest: String?

  public init(kind: Kind, digest: String? = nil) {
    self.kind = kind
    self.digest = digest
  }
}
