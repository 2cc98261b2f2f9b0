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
      Phrase(id: "isian \(name) tidak ada", en: "field \(name) is missing")
    case .unknownField(let name):
      Phrase(
        id: "isian \(name) tidak dikenal; perbarui program",
        en: "field \(name) is unknown; update the program")
    case .badField(let name):
      Phrase(id: "isi \(name) tidak sah", en: "field \(name) has a value that is not allowed")
    }
  }
}
