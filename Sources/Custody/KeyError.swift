public import Domain

/// Why a key cannot be used, or a sealed value cannot be opened.
public enum KeyError: Error, Hashable, Described {
  case wrongLength(expected: Int, found: Int)
  case unusable
  /// The value was sealed under another key or for another place, or it was changed.
  case cannotOpen(context: String)
  case damagedFile(BundleError)

  public var phrase: Phrase {
    switch self {
    case .wrongLength(let expected, let found):
      Phrase(
        id: "kunci harus \(expected) bita, ini \(found); pulihkan berkas kunci dari cadangan",
        en: "a key has \(expected) bytes, this has \(found); restore the key file from its backup")
    case .unusable:
      Phrase(
        id: "kunci tidak dapat dipakai; pulihkan berkas kunci dari cadangan",
        en: "the key cannot be used; restore the key file from its backup")
    case .cannotOpen(let context):
      Phrase(
        id: "data tersegel (\(context)) tidak dapat dibuka dengan kunci kantor ini;"
          + " periksa berkas kunci, lalu pulihkan data dari cadangan",
        en: "the sealed value (\(context)) does not open with this office's key;"
          + " check the key file, then restore the data from a backup")
    case .damagedFile(let error):
      Phrase(
        id: "berkas kunci: \(error.phrase.indonesian)", en: "key file: \(error.phrase.english)")
    }
  }
}
