public import Domain

/// Why bytes are not canonical JSON; positions count bytes from 0.
public enum CanonicalJSONError: Error, Hashable, Described {
  case endsEarly
  case unexpectedByte(at: Int)
  case badEscape(at: Int)
  case badUTF8(at: Int)
  case integerOutOfRange(at: Int)
  case keyOutOfOrder(String, at: Int)
  case duplicateKey(String, at: Int)
  case tooDeep(at: Int)

  public var phrase: Phrase {
    switch self {
    case .endsEarly: Phrase(id: "teks berakhir terlalu awal", en: "the text ends early")
    case .unexpectedByte(let position):
      Phrase(id: "bita \(position) tidak terduga", en: "byte \(position) is unexpected")
    case .badEscape(let position):
      Phrase(
        id: "urutan escape di bita \(position) tidak kanonik",
        en: "the escape at byte \(position) is not canonical")
    case .badUTF8(let position):
      Phrase(
        id: "teks mulai bita \(position) bukan UTF-8",
        en: "the text at byte \(position) is not UTF-8")
    case .integerOutOfRange(let position):
      Phrase(
        id: "bilangan di bita \(position) terlalu besar",
        en: "the number at byte \(position) is too large")
    case .keyOutOfOrder(let key, let position):
      Phrase(
        id: "kunci \(key.printable) di bita \(position) tidak berurutan",
        en: "key \(key.printable) at byte \(position) is out of order")
    case .duplicateKey(let key, let position):
      Phrase(
        id: "kunci \(key.printable) di bita \(position) muncul dua kali",
        en: "key \(key.printable) at byte \(position) appears twice")
    case .tooDeep(let position):
      Phrase(
        id: "susunan di bita \(position) terlalu dalam",
        en: "the nesting at byte \(position) is too deep")
    }
  }
}
