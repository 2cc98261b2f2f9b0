public import Custody
public import Domain

/// Why the store could not do what was asked of it.
///
/// These are troubles of the outside world: files, locks, disks. What a rule forbids is a
/// ``StoreRefusal`` or a refusal of `Custody`.
public enum StorageError: Error, Equatable, Described {
  case folderNotEmpty(path: String)
  case notAWorkspace(path: String)
  case notAPocket(path: String)
  case newerSchema(path: String, migration: String)
  case locked(path: String)
  case damaged(path: String, detail: String)
  case missingKey(path: String)
  case keyReadableByOthers(path: String)
  case badKey(path: String, KeyError)
  /// What was written before is not all there any more, so nothing new is written.
  case unsoundLedger(LedgerFinding)
  case diskFull(path: String)
  case file(path: String, detail: String)
  case database(path: String, detail: String)
  case alreadyExists(path: String)

  public var phrase: Phrase {
    switch self {
    case .folderNotEmpty(let path):
      Phrase(
        id: "folder \(path) tidak kosong; pilih folder baru untuk ruang kerja",
        en: "the folder \(path) is not empty; choose a new folder for the workspace")
    case .notAWorkspace(let path):
      Phrase(
        id: "\(path) bukan ruang kerja hantar; periksa lokasinya atau buat dengan `hantar init`",
        en: "\(path) is not a hantar workspace; check the path or make one with `hantar init`")
    case .notAPocket(let path):
      Phrase(
        id: "\(path) bukan berkas petugas hantar; periksa lokasinya",
        en: "\(path) is not a courier's hantar file; check the path")
    case .newerSchema(let path, let migration):
      Phrase(
        id: "\(path) ditulis oleh hantar yang lebih baru (\(migration)); perbarui program ini",
        en: "\(path) was written by a newer hantar (\(migration)); update this program")
    case .locked(let path):
      Phrase(
        id: "\(path) sedang dipakai proses lain; tunggu sebentar lalu ulangi",
        en: "\(path) is in use by another process; wait a moment and try again")
    case .damaged(let path, let detail):
      Phrase(
        id: "\(path) rusak (\(detail)); pulihkan dari cadangan terakhir",
        en: "\(path) is damaged (\(detail)); restore the last backup")
    case .missingKey(let path):
      Phrase(
        id: "berkas kunci \(path) tidak ada; salin kembali dari cadangan kunci",
        en: "the key file \(path) is missing; copy it back from the backup of the keys")
    case .keyReadableByOthers(let path):
      Phrase(
        id: "berkas kunci \(path) dapat dibaca pengguna lain; jalankan `chmod 600 \(path)`",
        en: "the key file \(path) can be read by other users; run `chmod 600 \(path)`")
    case .badKey(let path, let error):
      Phrase(
        id: "\(path): \(error.phrase.indonesian)", en: "\(path): \(error.phrase.english)")
    case .unsoundLedger(let finding): finding.phrase
    case .diskFull(let path):
      Phrase(
        id: "disk penuh saat menulis \(path); kosongkan ruang lalu ulangi, tidak ada yang berubah",
        en: "the disk is full while writing \(path); free some space and repeat, nothing changed")
    case .file(let path, let detail):
      Phrase(
        id: "\(path) tidak dapat dibaca atau ditulis: \(detail)",
        en: "\(path) cannot be read or written: \(detail)")
    case .database(let path, let detail):
      Phrase(
        id: "\(path) menolak perubahan, tidak ada yang berubah: \(detail)",
        en: "\(path) refused, nothing changed: \(detail)")
    case .alreadyExists(let path):
      Phrase(
        id: "\(path) sudah ada; pilih nama yang baru",
        en: "\(path) already exists; choose a new name")
    }
  }
}
