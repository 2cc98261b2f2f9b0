/// A language the program speaks to couriers, residents and office workers.
public enum Language: String, CaseIterable, Sendable {
  case indonesian = "id"
  case english = "en"

  /// The language of a POSIX locale such as `id_ID.UTF-8`; English when it is neither.
  public init(locale: String) {
    let code = locale.prefix { $0 != "_" && $0 != "." && $0 != "-" }.lowercased()
    self = code == "id" || code == "in" ? .indonesian : .english
  }
}

/// One sentence or label in both languages.
public struct Phrase: Hashable, Sendable {
  public let indonesian: String
  public let english: String

  public init(id indonesian: String, en english: String) {
    self.indonesian = indonesian
    self.english = english
  }

  public func text(in language: Language) -> String {
    switch language {
    case .indonesian: indonesian
    case .english: english
    }
  }
}

/// Something that can say what it is to a person, in either language.
public protocol Described: Sendable {
  var phrase: Phrase { get }
}
