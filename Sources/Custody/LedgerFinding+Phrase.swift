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
    case .editedEntry(let place):
      Phrase(
        id: "isi catatan \(place) atau hash-nya telah diubah;"
          + " bandingkan dengan cadangan dan BAST kertas",
        en: "entry \(place) or its hash has been edited;"
          + " compare it with a backup and the paper documents")
    case .unreadableEntry(let place, let error):
      Phrase(
        id: "catatan \(place) tidak terbaca (\(error.phrase.indonesian)); pulihkan dari cadangan",
        en: "entry \(place) cannot be read (\(error.phrase.english)); restore from a backup")
    case .wrongSignature(let place, let event):
      Phrase(
        id: "catatan \(place): tanda tangan digital kejadian \(named(event)) tidak cocok;"
          + " bandingkan dengan cadangan dan perangkatnya",
        en: "entry \(place): the signature of event \(named(event)) is wrong;"
          + " compare it with a backup and the device")
    case .brokenChain(let place, let error):
      Phrase(
        id: "catatan \(place) tidak menyambung: \(error.phrase.indonesian)",
        en: "entry \(place) does not follow: \(error.phrase.english)")
    case .strangeDevice(let place, let event):
      Phrase(
        id: "catatan \(place): kejadian \(named(event)) berlaku padahal perangkatnya tidak"
          + " terdaftar; periksa siapa yang memasukkannya",
        en: "entry \(place): event \(named(event)) counts although its device is not enrolled;"
          + " find out who put it in")
    case .revokedDevice(let place, let event):
      Phrase(
        id: "catatan \(place): kejadian \(named(event)) berlaku padahal perangkatnya sudah dicabut;"
          + " periksa siapa yang memasukkannya",
        en: "entry \(place): event \(named(event)) counts although its device had been revoked;"
          + " find out who put it in")
    case .wrongEnrolment(let place, let device):
      Phrase(
        id: "catatan \(place): perangkat \(device) didaftarkan dua kali atau dicabut tanpa"
          + " terdaftar; pulihkan dari cadangan",
        en: "entry \(place): device \(device) is enrolled twice or revoked without being enrolled;"
          + " restore from a backup")
    case .repeatedEvent(let place, let event):
      Phrase(
        id: "catatan \(place) mengulang kejadian \(named(event)); pulihkan dari cadangan",
        en: "entry \(place) repeats event \(named(event)); restore from a backup")
    case .refusedByRules(let place, let refusal):
      Phrase(
        id: "catatan \(place) melanggar aturan: \(refusal.phrase.indonesian)",
        en: "entry \(place) breaks the rules: \(refusal.phrase.english)")
    case .refusedWithoutReason(let place, let code):
      Phrase(
        id: "catatan \(place) ditolak dengan alasan \(code) yang tidak terbukti dari buku;"
          + " periksa kejadiannya",
        en: "entry \(place) was refused for \(code), which nothing in the log bears out;"
          + " examine the event")
    default: structurePhrase
    }
  }

  /// What is wrong with the tree, the checkpoints or the states beside the entries.
  private var structurePhrase: Phrase {
    switch self {
    case .nodeDiffers(let level, let place):
      Phrase(
        id: "simpul \(level)/\(place) pohon Merkle telah diubah; bangun ulang pohon dari catatan",
        en: "node \(level)/\(place) of the Merkle tree has been edited;"
          + " rebuild the tree from the entries")
    case .nodeMissing(let level, let place):
      Phrase(
        id: "simpul \(level)/\(place) pohon Merkle tidak ada; bangun ulang pohon dari catatan",
        en: "node \(level)/\(place) of the Merkle tree is missing;"
          + " rebuild the tree from the entries")
    case .nodeUnexplained(let level, let place):
      Phrase(
        id: "simpul \(level)/\(place) pohon Merkle tanpa catatan; bangun ulang pohon dari catatan",
        en: "node \(level)/\(place) of the Merkle tree stands for no entries;"
          + " rebuild the tree from the entries")
    case .anchorMissing:
      Phrase(
        id: "berkas jangkar tidak ada, ekor buku tidak dapat diperiksa; pulihkan berkasnya",
        en: "the anchor file is missing, so the end of the log cannot be checked; restore it")
    case .anchorUnreadable(let error):
      Phrase(
        id: "berkas jangkar tidak terbaca (\(error.phrase.indonesian)); pulihkan berkasnya",
        en: "the anchor file cannot be read (\(error.phrase.english)); restore it")
    case .anchorForged:
      Phrase(
        id: "berkas jangkar tidak dibuat dengan kunci kantor; pulihkan dari cadangan",
        en: "the anchor was not made with the office's key; restore it from a backup")
    case .foreignCheckpoint(let size):
      Phrase(
        id: "tonggak \(size) catatan tidak ditandatangani kantor ini; periksa dari mana asalnya",
        en: "the checkpoint of \(size) entries is not signed by this office;"
          + " find out where it came from")
    case .truncated(let entries, let checkpoint):
      Phrase(
        id: "buku berisi \(entries) catatan, tonggaknya \(checkpoint);"
          + " pulihkan ekornya dari cadangan",
        en: "the log has \(entries) entries, a checkpoint has \(checkpoint);"
          + " restore its end from a backup")
    case .otherHistory(let size):
      Phrase(
        id: "riwayat sampai catatan \(size) bukan yang ditandatangani di tonggak;"
          + " bandingkan dengan cadangan",
        en: "the history up to entry \(size) is not the one the checkpoint signed;"
          + " compare it with a backup")
    case .stateMissing(let card):
      Phrase(
        id: "status kartu \(card) hilang; bangun ulang status dari buku",
        en: "the state of card \(card) is missing; rebuild the states from the log")
    case .stateUnexplained(let card):
      Phrase(
        id: "kartu \(card) tidak ada di buku; bangun ulang status dari buku",
        en: "card \(card) is not in the log; rebuild the states from the log")
    case .stateDiffers(let rebuilt, let stored):
      Phrase(
        id: "kartu \(rebuilt.card): tersimpan \(stored.status.phrase.indonesian)"
          + " (\(stored.holder.phrase.indonesian)), menurut buku"
          + " \(rebuilt.status.phrase.indonesian) (\(rebuilt.holder.phrase.indonesian));"
          + " bangun ulang status dari buku",
        en: "card \(rebuilt.card): stored as \(stored.status.phrase.english)"
          + " (\(stored.holder.phrase.english)), by the log \(rebuilt.status.phrase.english)"
          + " (\(rebuilt.holder.phrase.english)); rebuild the states from the log")
    default: Phrase(id: code, en: code)
    }
  }

  private func named(_ event: Event.ID) -> String {
    "\(event.device.printable)/\(event.sequence)"
  }
}
