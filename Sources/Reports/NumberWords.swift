internal import Domain

extension Language {
  /// A whole number in words, as formal documents repeat their counts: 5,000 is `lima ribu`.
  ///
  /// Numbers from a million million on are written in figures.
  func words(for number: Int) -> String {
    guard number.magnitude < 1_000_000_000_000 else { return figure(number) }
    let minus = number < 0 ? "minus " : ""
    let magnitude = Int(number.magnitude)
    switch self {
    case .indonesian: return minus + Self.indonesianWords(magnitude)
    case .english: return minus + Self.englishWords(magnitude)
    }
  }

  private static func indonesianWords(_ number: Int) -> String {
    let units = [
      "nol", "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan",
      "sepuluh", "sebelas",
    ]
    switch number {
    case ..<12: return units[number]
    case ..<20: return "\(units[number - 10]) belas"
    case ..<100: return join(indonesianWords(number / 10), "puluh", number % 10)
    case ..<200: return join("", "seratus", number % 100)
    case ..<1000: return join(indonesianWords(number / 100), "ratus", number % 100)
    case ..<2000: return join("", "seribu", number % 1000)
    case ..<1_000_000: return join(indonesianWords(number / 1000), "ribu", number % 1000)
    case ..<1_000_000_000:
      return join(indonesianWords(number / 1_000_000), "juta", number % 1_000_000)
    default: return join(indonesianWords(number / 1_000_000_000), "miliar", number % 1_000_000_000)
    }
  }

  private static func join(_ count: String, _ power: String, _ rest: Int) -> String {
    let tail = rest == 0 ? "" : indonesianWords(rest)
    return [count, power, tail].filter { !$0.isEmpty }.joined(separator: " ")
  }

  private static func englishWords(_ number: Int) -> String {
    let units = [
      "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
      "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen",
      "nineteen",
    ]
    let tens = [
      "", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety",
    ]
    switch number {
    case ..<20: return units[number]
    case ..<100:
      return number % 10 == 0 ? tens[number / 10] : "\(tens[number / 10])-\(units[number % 10])"
    case ..<1000:
      let hundreds = "\(units[number / 100]) hundred"
      return number % 100 == 0 ? hundreds : "\(hundreds) and \(englishWords(number % 100))"
    default:
      let (size, name) =
        number < 1_000_000
        ? (1000, "thousand")
        : number < 1_000_000_000 ? (1_000_000, "million") : (1_000_000_000, "billion")
      let head = "\(englishWords(number / size)) \(name)"
      let rest = number % size
      if rest == 0 { return head }
      return head + (rest < 100 ? " and " : " ") + englishWords(rest)
    }
  }
}

extension CalendarDate {
  /// The date as a formal document opens with it, every number in words; the figures in brackets
  /// stay on one line.
  func formalText(in language: Language) -> String {
    let parts = text(in: language).split(separator: " ")
    let weekday = parts.first.map { $0.filter { $0 != "," } } ?? ""
    let monthName = parts.count == 4 ? String(parts[2]) : ""
    let figures = [day, month].map { padded($0, to: 2) } + [padded(year, to: 4)]
    let numeric = figures.joined(separator: "\u{2011}")
    switch language {
    case .indonesian:
      return "\(weekday) tanggal \(language.words(for: day)) bulan \(monthName) "
        + "tahun \(language.words(for: year)) (\(numeric))"
    case .english: return "\(weekday), \(day) \(monthName) \(year) (\(numeric))"
    }
  }
}
