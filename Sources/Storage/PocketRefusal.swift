public import Custody
public import Domain

/// Why a courier's pocket does not do what it was asked; nothing has changed when one is thrown.
///
/// What the rules of custody forbid is a `CustodyRefusal`.
public enum PocketRefusal: Error, Hashable, Described {
  case noRunYet
  case unknownRun(RunID)
  /// Names and addresses are not shown any more.
  case runExpired(RunID, since: Instant)
  /// The cards belong to different runs.
  case differentRuns(CardID, CardID)
  case notOfRun(CardID, RunID)
  case oldCardNotTaken([CardID])
  case badResidentPIN
  case deviceRevoked(DeviceID)
  case badClock

  /// A stable word for programs: upper case with underscores.
  public var code: String {
    switch self {
    case .noRunYet: "NO_RUN_YET"
    case .unknownRun: "UNKNOWN_RUN"
    case .runExpired: "RUN_EXPIRED"
    case .differentRuns: "DIFFERENT_RUNS"
    case .notOfRun: "NOT_OF_RUN"
    case .oldCardNotTaken: "OLD_CARD_NOT_TAKEN"
    case .badResidentPIN: "BAD_RESIDENT_PIN"
    case .deviceRevoked: "DEVICE_REVOKED"
    case .badClock: "BAD_CLOCK"
    }
  }

  public var phrase: Phrase {
    switch self {
    case .noRunYet:
      Phrase(
        id: "belum ada rute di perangkat ini; masukkan berkas rute (.run) dari kantor",
        en: "there is no run on this device yet; bring in a run file (.run) from the office")
    case .unknownRun(let run):
      Phrase(
        id: "rute \(run) tidak ada di perangkat ini; minta berkas rutenya ke kantor",
        en: "run \(run) is not on this device; ask the office for its run file")
    case .runExpired(let run, let time):
      Phrase(
        id: "rute \(run) sudah ditutup (\(written(time))), nama dan alamat tidak ditampilkan lagi;"
          + " kartu masih bisa dicatat per nomor, periksa jam perangkat bila ini keliru",
        en: "run \(run) is closed (\(written(time))), names and addresses are not shown any more;"
          + " cards can still be recorded by number, check the device's clock if this is wrong")
    case .differentRuns(let card, let other):
      Phrase(
        id: "kartu \(card) dan \(other) dari rute yang berbeda; catat masing-masing",
        en: "cards \(card) and \(other) are of different runs; record each on its own")
    case .notOfRun(let card, let run):
      Phrase(
        id: "kartu \(card) bukan bagian rute \(run); periksa nomornya",
        en: "card \(card) is not part of run \(run); check the number")
    case .oldCardNotTaken(let cards):
      Phrase(
        id:
          "KTP lama untuk \(list(cards)) belum ditarik; tarik kartunya dan catat, atau catat gagal"
          + " dengan alasan OLD_CARD_MISSING",
        en: "the old card for \(list(cards)) has not been taken; take it and say so, or record a"
          + " failed attempt with OLD_CARD_MISSING")
    case .badResidentPIN:
      Phrase(
        id: "PIN penduduk harus enam angka; tanyakan lagi kepada penduduk",
        en: "a resident's PIN has six digits; ask the resident again")
    case .deviceRevoked(let device):
      Phrase(
        id: "perangkat \(device) sudah dicabut kantor dan tidak boleh mencatat lagi;"
          + " serahkan kartu dan perangkatnya ke kantor",
        en: "device \(device) was revoked by the office and may record no more;"
          + " bring the cards and the device to the office")
    case .badClock:
      Phrase(
        id: "jam perangkat menunjukkan waktu yang mustahil; setel jamnya lalu ulangi",
        en: "the device's clock shows an impossible time; set it and try again")
    }
  }

  private func written(_ time: Instant) -> String { time.text(in: .western) }

  private func list(_ cards: [CardID]) -> String {
    cards.map(\.description).joined(separator: ", ")
  }
}
