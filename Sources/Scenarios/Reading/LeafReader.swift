import Domain
import Simulation

/// Turns what is written at one key into its value.
struct LeafReader {
  let key: SchemaKey
  /// Whether a bare number is taken in the key's own unit.
  var unitIsOptional = false

  /// The value of `tree` and the text it stands for.
  func value(_ tree: Tree) throws(Refusal) -> (value: Leaf.Value, written: String) {
    switch tree.content {
    case .empty: throw empty()
    case .text(let text): return try value(text.trimmed)
    case .list(let items):
      var names: [String] = []
      for item in items {
        guard let text = item.text else { throw wrongShape() }
        names.append(text.trimmed)
      }
      return (try list(names), "[" + names.joined(separator: ", ") + "]")
    case .map:
      guard case .phrase = key.kind else { throw wrongShape() }
      let phrase = try phrase(tree)
      return (.phrase(phrase), phrase.english)
    }
  }

  private func value(_ text: String) throws(Refusal) -> (value: Leaf.Value, written: String) {
    if text == "none" {
      guard !key.isRequired else { throw required() }
      return (.nothing, "none")
    }
    switch key.kind {
    case .quantity(let quantity):
      let numbers = QuantityText(quantity: quantity, unitIsOptional: unitIsOptional)
      let number = try numbers.number(text)
      return (.number(number), Self.isBare(text) ? quantity.unit.text(text) : text)
    case .spread(let quantity):
      let numbers = QuantityText(quantity: quantity, unitIsOptional: unitIsOptional)
      let spread = try SpreadText(numbers: numbers).spread(text)
      return (.spread(spread), Self.isBare(text) ? quantity.unit.text(text) : text)
    case .dates, .weekdays, .choices, .places:
      let names = text.split(separator: ",").map { String($0).trimmed }
      return (try list(names), "[" + names.joined(separator: ", ") + "]")
    default: return (try word(text), text)
    }
  }

  private static func isBare(_ text: String) -> Bool { QuantityText.amount(text) != nil }

  private func word(_ text: String) throws(Refusal) -> Leaf.Value {
    switch key.kind {
    case .flag: return .flag(try flag(text))
    case .date: return .date(try date(text))
    case .time:
      guard let time = TimeOfDay(text), time.seconds <= 86_400 else {
        throw Refusal(
          Phrase(
            id: "bukan jam; tulis “08:00” sampai “24:00”",
            en: "not a time; write “08:00”, “24:00” at most"))
      }
      return .time(time)
    case .choice(let words):
      try check(text, isOneOf: words)
      return .text(text)
    case .answer:
      try check(text, isOneOf: Answer.allCases.map(\.rawValue))
      return .text(text)
    case .text, .answerValue: return .text(text)
    default: throw wrongShape()
    }
  }

  private func list(_ names: [String]) throws(Refusal) -> Leaf.Value {
    guard names.count <= 1000 else { throw wrongShape() }
    switch key.kind {
    case .dates:
      var dates: Set<CalendarDate> = []
      for name in names { dates.insert(try date(name)) }
      return .dates(dates.sorted())
    case .weekdays:
      let words = Weekday.allCases.map { "\($0)" }
      var days: Set<Weekday> = []
      for name in names {
        try check(name.lowercased(), isOneOf: words)
        days.formUnion(Weekday.allCases.filter { "\($0)" == name.lowercased() })
      }
      return .weekdays(days.sorted())
    case .choices(let words):
      for name in names { try check(name, isOneOf: words) }
      return .names(names)
    case .places: return .names(names)
    default: throw wrongShape()
    }
  }

  private func phrase(_ tree: Tree) throws(Refusal) -> Phrase {
    guard let entries = tree.entries, entries.count == 2, let indonesian = tree["id"]?.text,
      let english = tree["en"]?.text
    else { throw wrongShape() }
    return Phrase(id: indonesian.trimmed, en: english.trimmed)
  }

  private func flag(_ text: String) throws(Refusal) -> Bool {
    switch text.lowercased() {
    case "yes", "true", "ya": return true
    case "no", "false", "tidak": return false
    default: throw wrongShape()
    }
  }

  private func date(_ text: String) throws(Refusal) -> CalendarDate {
    guard let date = CalendarDate(text), (1990...2100).contains(date.year) else {
      throw Refusal(
        Phrase(
          id: "bukan tanggal; tulis seperti “2018-05-01”, tahun 1990 sampai 2100",
          en: "not a date; write it like “2018-05-01”, years 1990 to 2100"))
    }
    return date
  }

  private func check(_ text: String, isOneOf words: [String]) throws(Refusal) {
    guard !words.contains(text) else { return }
    let hint = suggestion(for: text, among: words)
    throw Refusal(
      Phrase(
        id: "“\(text)” tidak dikenal; \(hint.indonesian)",
        en: "“\(text)” is not known; \(hint.english)"))
  }
}

extension LeafReader {
  private func empty() -> Refusal {
    Refusal(
      Phrase(
        id: "kosong; tulis \(key.kind.form), atau hapus kuncinya",
        en: "empty; write \(key.kind.form), or remove the key"))
  }

  private func required() -> Refusal {
    Refusal(Phrase(id: "harus ada nilainya", en: "must have a value"))
  }

  private func wrongShape() -> Refusal {
    Refusal(Phrase(id: "di sini ditulis: \(key.kind.form)", en: "here belongs: \(key.kind.form)"))
  }
}
