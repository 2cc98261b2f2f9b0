public import Domain

/// One thing wrong in the database beside the ledger itself; a sound store has none.
public enum StoreFinding: Hashable, Sendable, Described {
  /// What SQLite's own check of the file says.
  case integrity(String)
  /// A row of `table` names something in `parent` that is not there.
  case danglingReference(table: String, parent: String)
  /// The columns by which an entry is found do not say what its event says.
  case entryMisfiled(index: Int)
  /// The cards by which an entry is found are not those of its event.
  case entryCardsDiffer(index: Int)
  /// The card is stored but the ledger never saw it.
  case cardWithoutEvent(String)
  /// The ledger knows the card, and nothing else is stored of it.
  case cardMissing(String)
  /// The card's row is not what the office sealed.
  case cardChanged(String)
  case planChanged(PlanID)
  /// A run is marked as replaced by a plan that is not newer.
  case wrongSupersession(RunID)
  /// The document is not as it was when it was made.
  case handoverChanged(String)
  /// The document says signed and the ledger says otherwise, or the other way round.
  case handoverDiffers(String)
  /// The numbers under which a post carries the entry's cards are not those of its event.
  case postItemsDiffer(index: Int)
  /// The personal content of the entry's event is gone, and no erasure explains it.
  case detailMissing(index: Int)
  /// The personal content of the entry's event is not what the event commits to.
  case detailChanged(index: Int)
  /// So many personal contents belong to no event.
  case detailsUnexplained(Int)
  /// What is stored of a device is not what the log says.
  case deviceDiffers(String)
  /// An event that waits for an earlier one is not as its device signed it.
  case waitingChanged(device: String, sequence: Int)
  /// The ledger says that the resident's data were erased, and they are there; or the other way
  /// round.
  case erasureDiffers(String)
  /// A checkpoint that the office gave out cannot be read.
  case checkpointUnreadable(size: Int)
  /// The entry of the journal is missing, changed or not the office's.
  case journalChanged(index: Int)
  /// The columns by which an entry of the journal is found do not say what it says.
  case journalMisfiled(index: Int)
  case journalCut(entries: Int, anchored: Int)
  /// The anchor remembers another journal, or was not made by this office.
  case journalNotAnchored
  /// The table is not as the office left it.
  case registerChanged(String)

  /// A stable word for programs: upper case with underscores.
  public var code: String {
    switch self {
    case .integrity: "INTEGRITY"
    case .danglingReference: "DANGLING_REFERENCE"
    case .entryMisfiled: "ENTRY_MISFILED"
    case .entryCardsDiffer: "ENTRY_CARDS_DIFFER"
    case .cardWithoutEvent: "CARD_WITHOUT_EVENT"
    case .cardMissing: "CARD_MISSING"
    case .cardChanged: "CARD_CHANGED"
    case .planChanged: "PLAN_CHANGED"
    case .wrongSupersession: "WRONG_SUPERSESSION"
    case .handoverChanged: "HANDOVER_CHANGED"
    case .handoverDiffers: "HANDOVER_DIFFERS"
    case .postItemsDiffer: "POST_ITEMS_DIFFER"
    case .detailMissing: "DETAIL_MISSING"
    case .detailChanged: "DETAIL_CHANGED"
    case .detailsUnexplained: "DETAILS_UNEXPLAINED"
    case .deviceDiffers: "DEVICE_DIFFERS"
    case .waitingChanged: "WAITING_CHANGED"
    case .erasureDiffers: "ERASURE_DIFFERS"
    case .checkpointUnreadable: "CHECKPOINT_UNREADABLE"
    case .journalChanged: "JOURNAL_CHANGED"
    case .journalMisfiled: "JOURNAL_MISFILED"
    case .journalCut: "JOURNAL_CUT"
    case .journalNotAnchored: "JOURNAL_NOT_ANCHORED"
    case .registerChanged: "REGISTER_CHANGED"
    }
  }

  public var phrase: Phrase {
    switch self {
    case .integrity(let detail):
      Phrase(
        id: "berkas basis data rusak (\(detail)); pulihkan dari cadangan",
        en: "the database file is damaged (\(detail)); restore from a backup")
    case .danglingReference(let table, let parent):
      Phrase(
        id: "tabel \(table) menunjuk isi \(parent) yang tidak ada; pulihkan dari cadangan",
        en: "the table \(table) points at something missing from \(parent);"
          + " restore from a backup")
    case .entryMisfiled(let index):
      Phrase(
        id: "kolom pencarian catatan \(index) tidak cocok dengan isinya; pulihkan dari cadangan",
        en: "the columns of entry \(index) do not say what its event says;"
          + " restore from a backup")
    case .entryCardsDiffer(let index):
      Phrase(
        id: "daftar kartu catatan \(index) tidak cocok dengan isinya; pulihkan dari cadangan",
        en: "the cards listed for entry \(index) are not those of its event;"
          + " restore from a backup")
    case .cardWithoutEvent(let card):
      Phrase(
        id: "kartu \(card) tersimpan tanpa catatan cetak; bandingkan dengan cadangan",
        en: "card \(card) is stored without any event; compare with a backup")
    case .cardMissing(let card):
      Phrase(
        id: "kartu \(card) ada di buku besar, tetapi datanya hilang; pulihkan dari cadangan",
        en: "card \(card) is in the ledger, but its data are gone; restore from a backup")
    case .cardChanged(let card):
      Phrase(
        id: "isi kartu \(card) diubah di luar program; bandingkan dengan cadangan",
        en: "the content of card \(card) was changed behind the program; compare with a backup")
    case .planChanged(let plan):
      Phrase(
        id: "rencana \(plan) berubah sejak disimpan; bandingkan dengan cadangan dan lembar rute",
        en: "plan \(plan) has changed since it was stored;"
          + " compare it with a backup and the run sheets")
    case .wrongSupersession(let run):
      Phrase(
        id: "rute \(run) ditandai diganti oleh rencana yang tidak lebih baru;"
          + " bandingkan dengan cadangan",
        en: "run \(run) is marked as replaced by a plan that is not newer;"
          + " compare with a backup")
    case .handoverChanged(let number):
      Phrase(
        id: "berita acara \(number) diubah sejak dibuat; bandingkan dengan kertasnya",
        en: "handover document \(number) has changed since it was made; compare it with the paper")
    case .handoverDiffers(let number):
      Phrase(
        id: "berita acara \(number) tidak cocok dengan buku besar; bandingkan dengan kertasnya",
        en: "handover document \(number) does not match the ledger; compare it with the paper")
    case .postItemsDiffer(let index):
      Phrase(
        id: "nomor kiriman pos catatan \(index) tidak cocok dengan isinya; pulihkan dari cadangan",
        en: "the post items of entry \(index) are not those of its event; restore from a backup")
    case .detailMissing(let index):
      Phrase(
        id: "rincian catatan \(index) hilang tanpa penghapusan yang sah; pulihkan dari cadangan",
        en: "the details of entry \(index) are gone without an erasure; restore from a backup")
    case .detailChanged(let index):
      Phrase(
        id: "rincian catatan \(index) bukan yang dinyatakan kejadiannya; pulihkan dari cadangan",
        en: "the details of entry \(index) are not what its event commits to;"
          + " restore from a backup")
    case .detailsUnexplained(let count):
      Phrase(
        id: "\(count) rincian bukan milik kejadian mana pun; bandingkan dengan cadangan",
        en: "\(count) details belong to no event; compare with a backup")
    case .deviceDiffers(let device):
      Phrase(
        id: "data perangkat \(device) tidak cocok dengan buku besar; pulihkan dari cadangan",
        en: "what is stored of device \(device) is not what the log says; restore from a backup")
    case .waitingChanged(let device, let sequence):
      Phrase(
        id: "catatan \(sequence) perangkat \(device) yang menunggu diubah;"
          + " minta petugas mengirim ulang",
        en: "event \(sequence) of device \(device), which waits, was changed;"
          + " have the courier send it again")
    case .erasureDiffers(let card):
      Phrase(
        id: "data pribadi kartu \(card) dan catatan penghapusannya tidak cocok;"
          + " bandingkan dengan cadangan",
        en: "the personal data of card \(card) and the record of their erasure do not agree;"
          + " compare with a backup")
    case .checkpointUnreadable(let size):
      Phrase(
        id: "tanda buku besar pada \(size) catatan rusak; bandingkan dengan yang diumumkan",
        en: "the checkpoint of \(size) entries is damaged; compare with the published one")
    case .journalChanged(let index):
      Phrase(
        id: "catatan jurnal \(index) hilang atau diubah; pulihkan dari cadangan",
        en: "entry \(index) of the journal is missing or changed; restore from a backup")
    case .journalMisfiled(let index):
      Phrase(
        id: "kolom pencarian jurnal \(index) tidak cocok dengan isinya; pulihkan dari cadangan",
        en: "the columns of entry \(index) of the journal do not say what it says;"
          + " restore from a backup")
    case .journalCut(let entries, let anchored):
      Phrase(
        id: "jurnal berisi \(entries) catatan, padahal pernah \(anchored); pulihkan dari cadangan",
        en: "the journal has \(entries) entries and once had \(anchored); restore from a backup")
    case .journalNotAnchored:
      Phrase(
        id: "ujung jurnal di ledger.anchor bukan jurnal ini; bandingkan dengan cadangan",
        en: "the end of the journal in ledger.anchor is not this journal's; compare with a backup")
    case .registerChanged(let table):
      Phrase(
        id: "tabel \(table) diubah di luar program; bandingkan dengan cadangan",
        en: "the table \(table) was changed behind the program; compare with a backup")
    }
  }
}
