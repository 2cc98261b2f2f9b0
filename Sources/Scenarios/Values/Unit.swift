/// A unit of measure as scenario files write it, with the spellings that mean the same.
struct Unit: Hashable, Sendable {
  /// As canonical texts write it, such as `cards/day`; `Rp` and `Rp/day` stand before the number.
  let name: String
  /// Every accepted spelling with what one of it is in the model's own unit.
  let spellings: [Spelling]

  struct Spelling: Hashable, Sendable {
    let text: String
    let factor: Double
  }

  init(_ name: String, factor: Double = 1, _ others: [(String, Double)] = []) {
    self.name = name
    spellings =
      [Spelling(text: name, factor: factor)] + others.map { Spelling(text: $0.0, factor: $0.1) }
  }

  /// Counted things: the plural is the name.
  static func things(_ plural: String, _ others: String...) -> Unit {
    Unit(plural, others.map { ($0, 1) })
  }

  var isMoney: Bool { name.hasPrefix("Rp") }

  /// What follows the number when money is written: `/day` of `Rp/day`.
  private var afterAmount: Substring { name.dropFirst(2) }

  /// A number with this unit, such as `100 cards/day`, `1 printer` or `Rp10000/card`.
  func text(_ number: String) -> String {
    isMoney ? "Rp\(number)\(afterAmount)" : "\(number) \(number == "1" ? singular : name)"
  }

  /// Such as `printer` or `blank/month`; the name itself where it has none.
  private var singular: String {
    let things = name.prefix { $0 != "/" }
    let found = spellings.dropFirst().first { spelling in
      let thing = spelling.text.prefix { $0 != "/" }
      return spelling.factor == spellings[0].factor
        && spelling.text.dropFirst(thing.count) == name.dropFirst(things.count)
        && (things == thing + "s" || (things == "people" && thing == "person"))
    }
    return found?.text ?? name
  }

  func factor(of spelling: String) -> Double? {
    spellings.first { $0.text == spelling }?.factor
  }
}

extension Unit {
  static let percent = Unit("%", factor: 0.01, [("percent", 0.01), ("persen", 0.01)])
  static let percentPerDay = Unit("%/day", factor: 0.01, [("%/hari", 0.01)])
  static let times = Unit("times", [("time", 1), ("kali", 1), ("x", 1)])
  static let seconds = Unit(
    "seconds", [("second", 1), ("s", 1), ("detik", 1), ("minutes", 60), ("minute", 60)])
  static let minutes = Unit(
    "minutes",
    [
      ("minute", 1), ("min", 1), ("menit", 1), ("seconds", 1.0 / 60), ("second", 1.0 / 60),
      ("hours", 60), ("hour", 60), ("jam", 60),
    ])
  static let minutesPerDay = Unit(
    "minutes/day", [("minute/day", 1), ("hours/day", 60), ("hour/day", 60)])
  static let hours = Unit(
    "hours", [("hour", 1), ("h", 1), ("jam", 1), ("minutes", 1.0 / 60), ("days", 24)])
  static let days = Unit(
    "days",
    [
      ("day", 1), ("hari", 1), ("weeks", 7), ("week", 7), ("minggu", 7), ("hours", 1.0 / 24),
      ("hour", 1.0 / 24), ("minutes", 1.0 / 1440), ("minute", 1.0 / 1440),
    ])
  static let wholeDays = Unit("days", [("day", 1), ("hari", 1), ("weeks", 7), ("week", 7)])
  static let kilometres = Unit("km", [("kilometres", 1), ("m", 0.001)])
  static let speed = Unit("km/h", [("km/hour", 1), ("km/jam", 1)])
  static let cards = Unit.things("cards", "card", "kartu")
  static let cardsPerDay = Unit.things("cards/day", "card/day", "kartu/hari")
  static let cardsPerHour = Unit.things("cards/hour", "card/hour", "kartu/jam")
  static let cardsPerRibbon = Unit.things("cards/ribbon")
  static let cardsPerDoor = Unit.things("cards/door")
  static let cardsPerTrip = Unit.things("cards/trip")
  static let blanks = Unit.things("blanks", "blank", "blangko")
  static let blanksPerMonth = Unit.things("blanks/month", "blank/month", "blangko/bulan")
  static let ribbons = Unit.things("ribbons", "ribbon", "pita")
  static let ribbonsPerMonth = Unit.things("ribbons/month", "ribbon/month", "pita/bulan")
  static let residents = Unit.things("residents", "resident", "penduduk", "people", "orang")
  static let residentsPerHour = Unit.things(
    "residents/hour", "resident/hour", "people/hour", "orang/jam")
  static let requestsPerDay = Unit.things("requests/day", "request/day", "permohonan/hari")
  static let printers = Unit.things("printers", "printer", "pencetak")
  static let people = Unit.things("people", "person", "operators", "operator", "orang")
  static let couriers = Unit.things(
    "couriers", "courier", "officers", "officer", "people", "person", "petugas", "orang")
  static let boats = Unit.things("boats", "boat", "perahu")
  static let counters = Unit.things("counters", "counter", "loket")
  static let teams = Unit.things("units", "unit", "teams", "team", "counters", "counter")
  static let calls = Unit.things("calls", "call", "kunjungan")
  static let dayOfMonth = Unit.things("of month", "of the month")
  static let rupiah = Unit("Rp")

  static func rupiah(per what: String) -> Unit { Unit("Rp/\(what)") }
}
