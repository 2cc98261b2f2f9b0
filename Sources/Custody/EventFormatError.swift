public import Domain

/// Why bytes are not an event, or not the content of a bundle that carries events.
public enum EventFormatError: Error, Hashable, Described {
  case notCanonical(CanonicalJSONError)
  case missingField(String)
  case unknownField(String)
  /// The field has the wrong type, or a value that no event can have or that is spelt another way.
  case badField(String)

  public var phrase: Phrase {
    switch self {
    case .notCanonical(let error):
      Phrase(
        id: "bukan JSON kanonik: \(error.phrase.indonesian)",
        en: "not canonical JSON: \(error.phrase.english)")
    case .missingField(let name):
      Phrase(id: "isian \(name.printable) tidak ada", en: "field \(name.printable) is missing")
    case .unknownField(let name):
      Phrase(
        id: "isian \(name.printable) tidak dikenal; perbarui program",
        en: "field \(name.printable) is unknown; update the program")
    case .badField(let name):
      Phrase(
        id: "isi \(name.printable) tidak sah",
        en: "field \(name.printable) has a value that is not allowed")
    }
  }
}
