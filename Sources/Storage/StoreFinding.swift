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
  /// The card's row is not what the office sealed.
  case cardChanged(String)
  case planChanged(PlanID)
  /// A run is marked as replaced by a plan that is not newer.
  case wrongSupersession(RunID)
  /// The document says signed and the ledger says otherwise, or the other way round.
  case handoverDiffers(String)

  /// A stable word for programs: upper case with underscores.
  public var code: String {
    switch self {
    case .integrity: "INTEGRITY"
    case .danglingReference: "DANGLING_REFERENCE"
    case .entryMisfiled: "ENTRY_MISFILED"
    case .entryCardsDiffer: "ENTRY_CARDS_DIFFER"
    case .cardWithoutEvent: "CARD_WITHOUT_EVENT"
    case .cardChanged: "CARD_CHANGED"
    case .planChanged: "PLAN_CHANGED"
    case .wrongSupersession: "WRONG_SUPERSESSION"
    case .handoverDiffers: "HANDOVER_DIFFERS"
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
    case .handoverDiffers(let number):
      Phrase(
        id: "berita acara \(number) tidak cocok dengan buku besar; bandingkan dengan kertasnya",
        en: "handover document \(number) does not match the ledger; compare it with the paper")
    }
  }
}
