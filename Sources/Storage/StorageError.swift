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
  // What was written before is not all there any more, so nothing new is written.
  case anchor(AnchorFault)
  case logIsCut(entries: Int, anchored: Int)
  case logDiffers(anchored: Int)
  case journalDiffers(anchored: Int)
  /// A device keeps a checkpoint of this office that the log does not reach: the database is older
  /// than what the office has said.
  case olderThanDevice(DeviceID, remembered: Int, entries: Int)
  /// A device keeps a checkpoint of this office that another log has.
  case differsFromDevice(DeviceID, remembered: Int)
  /// The key file is older than what it should open.
  case oldKeys(path: String)
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
    case .anchor(let fault): fault.phrase
    case .logIsCut(let entries, let anchored):
      Phrase(
        id: "buku besar berisi \(entries) catatan, padahal pernah \(anchored);"
          + " pulihkan dari cadangan",
        en: "the log has \(entries) entries and once had \(anchored); restore a backup")
    case .logDiffers(let anchored):
      Phrase(
        id: "\(anchored) catatan pertama buku besar bukan yang pernah ditandatangani kantor;"
          + " pulihkan dari cadangan",
        en: "the first \(anchored) entries of the log are not those the office once signed;"
          + " restore a backup")
    case .journalDiffers(let anchored):
      Phrase(
        id: "\(anchored) catatan pertama jurnal kantor tidak lengkap atau diubah;"
          + " pulihkan dari cadangan",
        en: "the first \(anchored) entries of the office's journal are not all there or changed;"
          + " restore a backup")
    case .olderThanDevice(let device, let remembered, let entries):
      Phrase(
        id: "perangkat \(device) menyimpan tanda buku besar dengan \(remembered) catatan, di sini"
          + " hanya \(entries): basis data ini lebih lama dari yang pernah dinyatakan kantor;"
          + " pulihkan cadangan yang terbaru",
        en: "device \(device) keeps a checkpoint of a log with \(remembered) entries, here are"
          + " only \(entries): this database is older than what the office has said;"
          + " restore the newest backup")
    case .differsFromDevice(let device, let remembered):
      Phrase(
        id: "perangkat \(device) menyimpan tanda buku besar lain pada \(remembered) catatan:"
          + " sejarah di sini ditulis ulang; amankan salinan folder ini dan panggil pemeriksa",
        en: "device \(device) keeps another checkpoint of the first \(remembered) entries: history"
          + " was rewritten here; secure a copy of this folder and call an auditor")
    case .oldKeys(let path):
      Phrase(
        id: "berkas kunci \(path) lebih lama dari data yang disegelnya; salin kembali berkas kunci"
          + " yang terbaru",
        en: "the key file \(path) is older than the data it should open; copy back the newest"
          + " key file")
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
