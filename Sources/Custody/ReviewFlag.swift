public import Domain

/// What the office noticed about an accepted event that a named person should look at.
///
/// Cases stand in the order in which they are listed on an event.
public enum ReviewFlag: String, CaseIterable, Sendable, Described {
  /// The position is far from the address.
  case farFromDoor = "FAR_FROM_DOOR"
  /// Between two events the device would have moved faster than any vehicle.
  case impossibleSpeed = "IMPOSSIBLE_SPEED"
  /// The device's clock contradicts the interval in which the event can have happened.
  case clockDiffers = "CLOCK_DIFFERS"
  /// Before the courier's shift or after the day of the run.
  case outsideShift = "OUTSIDE_SHIFT"
  /// The PIN typed at the door is not the one the office gave.
  case wrongPIN = "WRONG_PIN"
  /// The card replaces another, and no old card was taken in exchange.
  case oldCardNotTaken = "OLD_CARD_NOT_TAKEN"
  /// The resident's personal content was announced and did not come along, or differs.
  case detailMissing = "DETAIL_MISSING"
  /// Money was asked for.
  case feeReported = "FEE_REPORTED"

  public var phrase: Phrase {
    switch self {
    case .farFromDoor: Phrase(id: "jauh dari alamat", en: "far from the address")
    case .impossibleSpeed:
      Phrase(id: "terlalu cepat berpindah tempat", en: "moved impossibly fast")
    case .clockDiffers: Phrase(id: "jam perangkat tidak cocok", en: "the device's clock differs")
    case .outsideShift: Phrase(id: "di luar jam tugas", en: "outside the shift")
    case .wrongPIN: Phrase(id: "PIN penduduk salah", en: "wrong resident's PIN")
    case .oldCardNotTaken:
      Phrase(id: "KTP lama tidak ditarik", en: "old card not taken in exchange")
    case .detailMissing: Phrase(id: "rincian tidak cocok", en: "details missing or changed")
    case .feeReported: Phrase(id: "ada permintaan uang", en: "money was asked for")
    }
  }
}
