public import Domain

/// Why a text has no QR code.
public enum QRCodeError: Error, Hashable, Described {
  case empty
  case tooLong(bytes: Int)

  public var phrase: Phrase {
    switch self {
    case .empty:
      Phrase(
        id: "tidak ada teks untuk kode QR; isi teksnya",
        en: "there is no text for the QR code; give it one")
    case .tooLong(let bytes):
      Phrase(
        id: "teks \(bytes) bita tidak muat dalam kode QR; pendekkan teksnya",
        en: "a text of \(bytes) bytes does not fit into a QR code; shorten it")
    }
  }
}
