public import Domain

/// Why a file, or a part of it, cannot be trusted or read.
public enum BundleError: Error, Hashable, Described {
  case notABundle
  case wrongFormat(expected: String, found: String)
  case unsupportedVersion(found: Int)
  case truncated(byteCount: Int)
  case checksumMismatch
  case damaged(EventFormatError)
  case wrongSignature
  /// Signed by another office than the one this device trusts.
  case otherOffice(expected: PublicKey, found: PublicKey)
  case brokenChain(DeviceChainError)
  case tooManyEvents(Int, limit: Int)
  case tooLarge(byteCount: Int, limit: Int)
  case badPacking
  /// Sealed to the key of another device or office.
  case sealedToAnother
  /// Sealed to this key by name, and yet it does not open.
  case cannotOpen
  case cannotSeal
  /// For another courier or device than this one.
  case otherDevice(expected: String, found: String)
  /// A device that has met no office takes a run first.
  case noOfficeYet
  /// The office confirms events that this device never recorded.
  case acknowledgesOthers(sequence: Int)
  /// The office's log has fewer entries than before.
  case logShrunk(held: Int, offered: Int)
  /// The office's log is not the continuation of the one before.
  case logForked(held: Int, offered: Int)
  /// The office did not show that its log is the continuation of the one before.
  case logNotProved(held: Int, offered: Int)

  /// Whether it is a sign that the office's records were tampered with.
  public var isEvidence: Bool {
    switch self {
    case .logShrunk, .logForked, .acknowledgesOthers: true
    default: false
    }
  }

  public var phrase: Phrase {
    switch self {
    case .notABundle:
      Phrase(
        id: "ini bukan berkas Hantar; pilih berkas yang benar",
        en: "this is not a Hantar file; choose the right one")
    case .wrongFormat(let expected, let found):
      Phrase(
        id: "berkas ini berjenis \(found.printable), yang diperlukan \(expected);"
          + " pilih berkas yang benar",
        en: "the file is a \(found.printable), not a \(expected); choose the right one")
    case .unsupportedVersion(let found):
      Phrase(
        id: "berkas versi \(found) tidak dikenal program ini; perbarui programnya",
        en: "this program does not know version \(found) of the file; update the program")
    case .truncated(let count):
      Phrase(
        id: "berkas terpotong setelah \(count) bita; salin ulang berkasnya",
        en: "the file is cut off after \(count) bytes; copy it again")
    case .checksumMismatch:
      Phrase(
        id: "isi berkas berubah sejak ditulis; salin ulang berkasnya",
        en: "the file has changed since it was written; copy it again")
    case .damaged(let error):
      Phrase(
        id: "berkas rusak (\(error.phrase.indonesian)); salin ulang berkasnya",
        en: "the file is damaged (\(error.phrase.english)); copy it again")
    case .wrongSignature:
      Phrase(
        id: "tanda tangan digital tidak cocok; minta berkas baru dari pengirimnya",
        en: "the signature does not match; ask the sender for a new file")
    case .otherOffice(let expected, let found):
      Phrase(
        id: "berkas ditandatangani kantor lain (kunci \(found.shortText), seharusnya"
          + " \(expected.shortText)); hubungi kantor sebelum memakainya",
        en: "the file is signed by another office (key \(found.shortText), expected"
          + " \(expected.shortText)); call the office before using it")
    case .brokenChain(let error): error.phrase
    case .tooManyEvents(let count, let limit):
      Phrase(
        id: "\(count) kejadian dalam satu bagian, paling banyak \(limit); minta berkas baru",
        en: "\(count) events in one part, at most \(limit) are allowed; ask for a new file")
    case .tooLarge(let count, let limit):
      Phrase(
        id: "isi berkas \(count) bita, paling banyak \(limit); minta berkas baru dari pengirimnya",
        en:
          "the content has \(count) bytes, at most \(limit) are allowed; ask the sender for a new file"
      )
    case .badPacking:
      Phrase(
        id: "isi berkas tidak dapat dibuka dari kemasannya; minta berkas baru dari pengirimnya",
        en: "the content does not unpack; ask the sender for a new file")
    case .sealedToAnother:
      Phrase(
        id: "berkas ini tersegel untuk perangkat atau kantor lain; teruskan kepada pemiliknya",
        en: "the file is sealed to another device or office; pass it on to whom it belongs")
    case .cannotOpen:
      Phrase(
        id: "segel berkas tidak dapat dibuka, isinya telah diubah; minta berkas baru",
        en: "the seal does not open, the content was changed; ask for a new file")
    case .cannotSeal:
      Phrase(
        id: "berkas tidak dapat disegel untuk penerimanya; daftarkan ulang perangkatnya",
        en: "the file cannot be sealed to its recipient; register the device again")
    case .otherDevice(let expected, let found):
      Phrase(
        id: "berkas ini untuk \(found.printable), perangkat ini \(expected.printable);"
          + " minta berkas perangkat ini",
        en: "the file is for \(found.printable), this device is \(expected.printable);"
          + " ask for this device's file")
    case .noOfficeYet:
      Phrase(
        id: "perangkat ini belum mengenal kantornya; masukkan berkas rute (.run) dahulu",
        en: "this device does not know its office yet; bring in a run file (.run) first")
    case .acknowledgesOthers(let sequence):
      Phrase(
        id: "kantor mengaku menerima kejadian \(sequence) yang bukan dari perangkat ini;"
          + " simpan berkasnya sebagai bukti dan laporkan ke inspektorat",
        en: "the office confirms an event \(sequence) that this device did not record;"
          + " keep the file as evidence and report it to the inspectorate")
    case .logShrunk(let held, let offered):
      Phrase(
        id: "buku kantor menyusut dari \(held) menjadi \(offered) catatan: ada yang dihapus;"
          + " jangan diterima, simpan berkasnya sebagai bukti dan laporkan ke inspektorat",
        en: "the office's log shrank from \(held) to \(offered) entries: some were removed;"
          + " do not accept it, keep the file as evidence and report it to the inspectorate")
    case .logForked(let held, let offered):
      Phrase(
        id: "buku kantor (\(offered) catatan) bukan lanjutan dari yang lama (\(held) catatan):"
          + " riwayatnya ditulis ulang; simpan berkasnya sebagai bukti dan laporkan ke inspektorat",
        en: "the office's log (\(offered) entries) does not continue the one before (\(held)"
          + " entries): history was rewritten; keep the file as evidence and report it to the"
          + " inspectorate")
    case .logNotProved(let held, let offered):
      Phrase(
        id: "kantor tidak menyertakan bukti bahwa bukunya (\(offered) catatan) lanjutan dari yang"
          + " lama (\(held) catatan); serahkan berkas kejadian perangkat ini ke kantor, lalu minta"
          + " berkas baru",
        en: "the office did not prove that its log (\(offered) entries) continues the one before"
          + " (\(held) entries); bring this device's bundle to the office and ask for a new file")
    }
  }

  /// Runs `read` and reports what it finds wrong as damage to the file.
  static func wrap<Result>(
    _ read: () throws(EventFormatError) -> Result
  ) throws(BundleError) -> Result {
    do { return try read() } catch { throw .damaged(error) }
  }
}
