public import Domain

extension Event {
  /// A part of an event that a refusal can point at, in the order in which they are checked.
  public enum Field: String, CaseIterable, Sendable, Described {
    case device, sequence, actor, time, clock, policy, giver, taker, cards, recipient, reason
    case action, document, run, stop, proofs, exchanged, item, fee, correction, registration
    case detail

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
      case .clock: Phrase(id: "selang waktu", en: "the interval of time")
      case .policy: Phrase(id: "versi aturan", en: "the version of the policy")
      case .cards: Phrase(id: "daftar kartu", en: "the list of cards")
      case .action: Phrase(id: "tindak lanjut", en: "the action to take")
      case .stop: Phrase(id: "nomor alamat", en: "the stop")
      case .exchanged: Phrase(id: "KTP lama", en: "the old cards taken in exchange")
      case .item: Phrase(id: "nomor kiriman pos", en: "the number of the post item")
      case .fee: Phrase(id: "jumlah uang", en: "the sum of money")
      case .correction: Phrase(id: "pembetulan", en: "the correction")
      case .registration: Phrase(id: "pendaftaran perangkat", en: "the device's registration")
      case .detail: Phrase(id: "rincian", en: "the details")
      }
    }
  }
}
