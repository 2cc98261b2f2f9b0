public import Domain

/// Why a file is not a bundle, an anchor or a key file that can be trusted.
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
    }
  }

  /// Runs `read` and reports what it finds wrong as damage to the file.
  static func wrap<Result>(
    _ read: () throws(EventFormatError) -> Result
  ) throws(BundleError) -> Result {
    do { return try read() } catch { throw .damaged(error) }
  }
}
