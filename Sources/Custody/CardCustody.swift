public import Domain

/// Where one card is and what has happened to it: what the ledger knows of a card.
public struct CardCustody: Hashable, Sendable {
  public enum Status: String, CaseIterable, Sendable, Described {
    /// In the office, free to be planned.
    case atOffice = "at-office"
    /// With an organisation, signed for but not yet in a courier's bag.
    case withOrganisation = "with-organisation"
    /// In a courier's bag.
    case outForDelivery = "out-for-delivery"
    /// In a courier's bag after a failed attempt; to be returned today.
    case attemptFailed = "attempt-failed"
    /// Kept for the resident at a village office.
    case held
    /// With the resident: the end.
    case delivered
    /// Back at the office, waiting for a clerk because another attempt would fail too.
    case needsClerk = "needs-clerk"
    /// A count did not find it with its holder.
    case missing
    /// An old card on its way to destruction.
    case withdrawn
    /// Cut and burnt before witnesses: the end of an old or spoilt card.
    case destroyed

    public var phrase: Phrase {
      switch self {
      case .atOffice: Phrase(id: "di kantor, siap diantar", en: "at the office, ready")
      case .withOrganisation:
        Phrase(id: "di instansi pengantar", en: "with the courier organisation")
      case .outForDelivery: Phrase(id: "sedang diantar", en: "out for delivery")
      case .attemptFailed: Phrase(id: "gagal diantar, masih di petugas", en: "attempt failed")
      case .held: Phrase(id: "dititipkan di kelurahan/desa", en: "held at the village office")
      case .delivered: Phrase(id: "sudah diterima", en: "delivered")
      case .needsClerk:
        Phrase(id: "di kantor, perlu diperiksa petugas", en: "at the office, needs a clerk")
      case .missing: Phrase(id: "tidak ditemukan saat dihitung", en: "missing at a count")
      case .withdrawn:
        Phrase(id: "KTP lama, menunggu dimusnahkan", en: "old card, to be destroyed")
      case .destroyed: Phrase(id: "sudah dimusnahkan", en: "destroyed")
      }
    }
  }

  public let card: CardID
  public let holder: Holder
  public let status: Status
  /// Failed attempts at the door since the card was printed or a clerk last cleared it.
  public let attempts: Int
  public let lastFailure: FailureReason?
  /// When the last accepted event happened, as far as can be told; never before the one before it.
  public let since: Instant

  public init(
    card: CardID, holder: Holder, status: Status, attempts: Int, lastFailure: FailureReason?,
    since: Instant
  ) {
    self.card = card
    self.holder = holder
    self.status = status
    self.attempts = attempts
    self.lastFailure = lastFailure
    self.since = since
  }
}
