/// One key that a scenario file may have: what stands there and what it means.
struct SchemaKey: Sendable {
  enum Kind: Sendable {
    case quantity(Quantity)
    case spread(Quantity)
    /// `yes` or `no`.
    case flag
    case date, dates, weekdays, time
    case text
    /// A text in both languages: `{id: …, en: …}`.
    case phrase
    /// One of some words.
    case choice([String])
    /// Some of some words.
    case choices([String])
    /// Names or codes of kecamatan or desa.
    case places
    /// Names of channels, hours or days, each with a quantity.
    case amounts(Quantity)
    /// The name of an answer, and what it must be.
    case answer, answerValue
    case section([SchemaKey])
    /// Any number of sections, each under a name of its own.
    case named([SchemaKey])
  }

  let name: String
  let kind: Kind
  let meaning: String
  /// What holds where neither the file nor what it extends says anything; nil: it must be said.
  let fallback: String?
  /// Whether it must say where it comes from.
  let needsBasis: Bool

  /// A key that must be there.
  static func required(
    _ name: String, _ kind: Kind, _ meaning: String, needsBasis: Bool? = nil
  ) -> SchemaKey {
    SchemaKey(
      name: name, kind: kind, meaning: meaning, fallback: nil,
      needsBasis: needsBasis ?? kind.usuallyNeedsBasis)
  }

  /// A key that may be left out, or set to `none`.
  static func optional(
    _ name: String, _ kind: Kind, _ meaning: String, else fallback: String = "none",
    needsBasis: Bool? = nil
  ) -> SchemaKey {
    SchemaKey(
      name: name, kind: kind, meaning: meaning, fallback: fallback,
      needsBasis: needsBasis ?? kind.usuallyNeedsBasis)
  }

  var isRequired: Bool { fallback == nil }
}

extension SchemaKey.Kind {
  /// Whether a value of this kind claims something about the world.
  var usuallyNeedsBasis: Bool {
    switch self {
    case .text, .phrase, .answer: false
    default: true
    }
  }

  /// The keys of a section or of each named section; nil for values.
  var keys: [SchemaKey]? {
    switch self {
    case .section(let keys), .named(let keys): keys
    default: nil
    }
  }

  /// How the schema page writes what belongs here.
  var form: String {
    switch self {
    case .quantity(let quantity): "`\(quantity.unit.text("2"))`"
    case .spread(let quantity): "spread in `\(quantity.unit.name)`"
    case .flag: "`yes`, `no`"
    case .date: "date, `2018-05-01`"
    case .dates: "list of dates"
    case .weekdays: "list of days, `[monday, friday]`"
    case .time: "time, `08:00`"
    case .text: "text"
    case .phrase: "`{id: …, en: …}`"
    case .choice(let words): words.map { "`\($0)`" }.joined(separator: ", ")
    case .choices(let words): "list of " + words.map { "`\($0)`" }.joined(separator: ", ")
    case .places: "list of names or codes"
    case .amounts(let quantity): "names, each with `\(quantity.unit.text("2"))`"
    case .answer: "name of an answer"
    case .answerValue: "value or range in the answer's unit, `41 days`, `40 to 42 days`"
    case .section: "section"
    case .named: "sections by name"
    }
  }
}
