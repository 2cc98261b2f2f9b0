import Domain
import Simulation

/// Makes a scenario of a checked file and the places of its regency.
///
/// Start here: ``scenario(name:)``. What fits together only as a whole is checked here: dates in
/// order, hours, shares that add up, names of kecamatan and channels.
struct ScenarioBuilder {
  let root: Section
  let gazetteer: Gazetteer
  var problems: [ScenarioProblem] = []
  /// Kecamatan by what they are called in this scenario; a merged one is its parent.
  private(set) var kecamatan: [SimulatedKecamatan] = []
  private(set) var kecamatanIndices: [RegionCode: Int] = [:]

  let kecamatanOverrides: [RegionCode: Section]
  let desaOverrides: [RegionCode: Section]

  init(root: Branch, gazetteer: Gazetteer) {
    let root = Section(branch: root, path: [])
    self.root = root
    self.gazetteer = gazetteer
    kecamatanOverrides = Self.overrides("kecamatan", in: root) { gazetteer.kecamatan(named: $0) }
    desaOverrides = Self.overrides("desa", in: root) { gazetteer.desa(named: $0) }
  }

  mutating func scenario(name: String) throws(ScenarioError) -> Scenario {
    (kecamatan, kecamatanIndices) = simulatedKecamatan()
    let places = simulatedPlaces()
    let firstDay = root.section("period")?.date("from") ?? CalendarDate(dayNumber: 0)
    let lastDay = root.section("period")?.date("to") ?? firstDay
    let delivery = delivery()
    let scenario = Scenario(
      name: name, title: root.phrase("title") ?? Phrase(id: name, en: name),
      question: root.phrase("question") ?? Phrase(id: "", en: ""),
      region: gazetteer.regency.code, firstDay: firstDay, lastDay: max(firstDay, lastDay),
      officeHours: hours(root), holidays: root.dates("holidays") ?? [], kecamatan: kecamatan,
      places: places, demand: demand(), recording: recording(), processing: processing(),
      priority: priority(), blanks: blanks(), printing: printing(), finishing: finishing(),
      delivery: delivery, costs: costs(), goals: goals(), assumptions: assumptions(),
      facts: facts())
    checkPeriod(firstDay, lastDay)
    checkSize(scenario)
    guard problems.isEmpty else { throw ScenarioError(problems: problems) }
    return scenario
  }

  private mutating func checkPeriod(_ firstDay: CalendarDate, _ lastDay: CalendarDate) {
    guard let period = root.section("period") else { return }
    checkOrder(period)
    guard lastDay.dayNumber - firstDay.dayNumber < 1100 else {
      note(
        period, "to",
        Phrase(
          id: "lebih dari tiga tahun; persingkat", en: "more than three years; make it shorter"))
      return
    }
  }

  /// A run keeps every card in memory.
  private static let mostCards = 4_000_000.0

  private mutating func checkSize(_ scenario: Scenario) {
    let waiting = scenario.demand.backlog.reduce(0) { $0 + Double($1.cards) }
    let surge = scenario.demand.surges.reduce(1) { max($0, $1.factor) }
    let arriving = scenario.demand.arrivals.reduce(0) { $0 + $1.perDay }
    let cards = waiting + arriving * surge * Double(scenario.dayCount)
    if cards > Self.mostCards {
      note(
        root, "demand",
        Phrase(
          id: "sekitar \(plain(cards.rounded())) kartu; paling banyak \(plain(Self.mostCards))",
          en: "about \(plain(cards.rounded())) cards; \(plain(Self.mostCards)) at most"))
    }
    for (name, count) in [
      ("channels", scenario.delivery.channels.count), ("priority", scenario.priority.count),
    ] where count > 100 {
      note(root, name, Phrase(id: "paling banyak 100", en: "100 at most"))
    }
  }

  /// Notes a problem with the value of `name` in `section`.
  mutating func note(_ section: Section, _ name: String, _ what: Phrase) {
    let path = (section.path + [name]).filter { !$0.isEmpty }
    problems.append(
      ScenarioProblem(
        section.origin(name), path: path.joined(separator: "."), value: section.written(name),
        what))
  }

  /// Dates `from` and `to` of a section must not be reversed.
  mutating func checkOrder(_ section: Section) {
    guard let from = section.date("from"), let to = section.date("to"), to < from else { return }
    note(
      section, "to",
      Phrase(
        id: "tanggal terbalik: sebelum awalnya, \(from)",
        en: "dates reversed: before its beginning, \(from)"))
  }

  /// The `hours` of a section over those of the office.
  mutating func hours(_ section: Section) -> WorkingHours {
    let own = section.section("hours")
    let office = root.section("hours")
    guard let hours = own?.over(office) ?? office else {
      return WorkingHours(opens: .midnight, closes: .midnight)
    }
    let opens = hours.time("opens") ?? .midnight
    let closes = hours.time("closes") ?? .midnight
    if closes <= opens {
      note(
        hours, "closes",
        Phrase(id: "tutup sebelum buka, \(opens)", en: "closes before it opens, \(opens)"))
    }
    let days = hours.weekdays("days") ?? []
    let overtime = (hours.weekdays("overtime-days") ?? []).filter { !days.contains($0) }
    return WorkingHours(
      days: days, opens: opens, closes: closes, overtimeDays: overtime,
      overtimeMinutes: hours.whole("overtime") ?? 0,
      worksOnHolidays: hours.flag("on-holidays") ?? false)
  }

  private mutating func goals() -> Goals {
    guard let section = root.section("goals") else { return Goals() }
    let goals = Goals(
      promiseDays: section.whole("promise") ?? 14,
      offlinePromiseDays: section.whole("offline-promise"),
      yellowFromPermille: Int(((section.number("yellow-from") ?? 0.85) * 1000).rounded()),
      greenFromPermille: Int(((section.number("green-from") ?? 0.98) * 1000).rounded()))
    if goals.yellowFromPermille > goals.greenFromPermille {
      note(
        section, "yellow-from",
        Phrase(id: "kuning mulai di atas hijau", en: "yellow begins above green"))
    }
    return goals
  }

  private func costs() -> Costs {
    guard let section = root.section("costs") else { return Costs() }
    let channels = root.named("channels").map(\.section)
    return Costs(
      courierDay: section.number("courier") ?? 0, kilometre: section.number("kilometre") ?? 0,
      boatTrip: section.number("boat-trip") ?? 0,
      recordingUnitDay: section.number("recording-unit") ?? 0,
      printerDay: section.number("printer") ?? 0, operatorDay: section.number("operator") ?? 0,
      overtimeHour: section.number("overtime") ?? 0, ribbon: section.number("ribbon") ?? 0,
      blank: section.number("blank") ?? 0,
      perCardOfChannel: channels.map { $0.number("fee") ?? 0 },
      paysCouriersOfChannel: channels.map { $0.flag("paid-by-day") ?? true })
  }

  /// Every value with its basis, in the order of the file.
  private func assumptions() -> [Assumption] {
    var found: [Assumption] = []
    func walk(_ branch: Branch, _ path: [String]) {
      for entry in branch.entries where path.first ?? entry.name != "facts" {
        switch entry.item {
        case .branch(let below): walk(below, path + [entry.name])
        case .leaf(let leaf):
          guard let basis = leaf.basis else { continue }
          let place = (path + [entry.name]).joined(separator: ".")
          found.append(Assumption(path: place, value: leaf.written, basis: basis))
        }
      }
    }
    walk(root.branch, [])
    return found
  }
}
