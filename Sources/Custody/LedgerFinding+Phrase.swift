public import Domain

extension LedgerFinding: Described {
  /// What is wrong, with which entry or card, and what to do next.
  public var phrase: Phrase {
    switch self {
    case .gap(let expected, let found):
      Phrase(
        id: "setelah catatan \(expected - 1) seharusnya \(expected), yang ada \(found);"
          + " pulihkan dari cadangan",
        en: "entry \(expected) should come next, found \(found); restore from a backup")
    case .editedEntry(let index):
      Phrase(
        id: "isi catatan \(index) telah diubah; bandingkan dengan cadangan dan BAST kertas",
        en: "entry \(index) has been edited; compare it with a backup and the paper documents")
    case .wrongHash(let index):
      Phrase(
        id: "hash catatan \(index) telah diubah, isinya utuh; pulihkan dari cadangan",
        en: "the hash of entry \(index) has been changed, the entry itself is whole;"
          + " restore from a backup")
    case .wrongSeal(let index):
      Phrase(
        id: "segel catatan \(index) tidak dibuat dengan kunci kantor;"
          + " bandingkan dengan cadangan dan BAST kertas",
        en: "the seal of entry \(index) was not made with the office's key;"
          + " compare it with a backup and the paper documents")
    case .unreadableEntry(let index, let error):
      Phrase(
        id: "catatan \(index) tidak terbaca (\(error.phrase.indonesian)); pulihkan dari cadangan",
        en: "entry \(index) cannot be read (\(error.phrase.english)); restore from a backup")
    case .repeatedEvent(let index, let event):
      Phrase(
        id: "catatan \(index) mengulang kejadian \(event); pulihkan dari cadangan",
        en: "entry \(index) repeats event \(event); restore from a backup")
    case .refusedByRules(let index, let refusal):
      Phrase(
        id: "catatan \(index) melanggar aturan: \(refusal.phrase.indonesian)",
        en: "entry \(index) breaks the rules: \(refusal.phrase.english)")
    case .anchorMissing:
      Phrase(
        id: "berkas jangkar tidak ada, ekor buku tidak dapat diperiksa; pulihkan berkasnya",
        en: "the anchor file is missing, so the end of the ledger cannot be checked; restore it")
    case .anchorUnreadable(let error):
      Phrase(
        id: "berkas jangkar: \(error.phrase.indonesian)", en: "anchor file: \(error.phrase.english)"
      )
    case .anchorForged:
      Phrase(
        id: "berkas jangkar tidak dibuat dengan kunci kantor; pulihkan dari cadangan",
        en: "the anchor was not made with the office's key; restore it from a backup")
    case .truncated(let entries, let anchored):
      Phrase(
        id: "buku berisi \(entries) catatan, seharusnya paling sedikit \(anchored);"
          + " pulihkan ekornya dari cadangan",
        en: "the ledger has \(entries) entries, it had \(anchored);"
          + " restore its end from a backup")
    case .notTheAnchoredChain(let anchored):
      Phrase(
        id: "riwayat sampai catatan \(anchored) bukan yang dicatat jangkar;"
          + " bandingkan dengan cadangan",
        en: "the history up to entry \(anchored) is not the one the anchor remembers;"
          + " compare it with a backup")
    case .stateMissing(let card):
      Phrase(
        id: "status kartu \(card) hilang; bangun ulang status dari buku",
        en: "the state of card \(card) is missing; rebuild the states from the ledger")
    case .stateUnexplained(let card):
      Phrase(
        id: "kartu \(card) tidak ada di buku; bangun ulang status dari buku",
        en: "card \(card) is not in the ledger; rebuild the states from the ledger")
    case .stateDiffers(let rebuilt, let stored):
      Phrase(
        id: "kartu \(rebuilt.card): tersimpan \(stored.status.phrase.indonesian)"
          + " (\(stored.holder.phrase.indonesian)), menurut buku"
          + " \(rebuilt.status.phrase.indonesian) (\(rebuilt.holder.phrase.indonesian));"
          + " bangun ulang status dari buku",
        en: "card \(rebuilt.card): stored as \(stored.status.phrase.english)"
          + " (\(stored.holder.phrase.english)), by the ledger \(rebuilt.status.phrase.english)"
          + " (\(rebuilt.holder.phrase.english)); rebuild the states from the ledger")
    }
  }
}
