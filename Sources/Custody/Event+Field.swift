public import Domain

extension Event {
  /// A part of an event that a refusal can point at, in the order in which they are checked.
  public enum Field: String, CaseIterable, Sendable, Described {
    case device, sequence, actor, time, giver, taker, recipient, reason, document, run, proofs
    case position

    public var phrase: Phrase {
      switch self {
      case .device: Phrase(id: "perangkat", en: "the device")
      case .sequence: Phrase(id: "nomor urut", en: "the sequence number")
      case .actor: Phrase(id: "pelaku", en: "the actor")
      case .time: Phrase(id: "waktu", en: "the time")
      case .giver: Phrase(id: "pemberi", en: "the giver")
      case .taker: Phrase(id: "penerima serahan", en: "the taker")
      case .recipient: Phrase(id: "penerima di rumah", en: "the recipient")
      case .reason: Phrase(id: "alasan gagal", en: "the reason")
      case .document: Phrase(id: "nomor BAST", en: "the handover document (BAST)")
      case .run: Phrase(id: "nomor rute", en: "the run")
      case .proofs: Phrase(id: "bukti", en: "the proof")
      case .position: Phrase(id: "posisi", en: "the position")
      }
    }
  }
}
