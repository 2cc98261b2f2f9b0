import Domain
import Scenarios
import Testing

/// What is wrong in a file is said with its line, its path, its value and what would be right.
@Suite struct RefusalTests {
  struct Bad: CustomTestStringConvertible {
    var old: String
    var new: String
    var says: String
    var testDescription: String { says }
  }

  static let bad = [
    Bad(
      old: "opening: 3000 blanks", new: "openning: 3000 blanks",
      says: "small.yaml:28: blanks.openning: “openning”: unknown key; did you mean “opening”?"),
    Bad(
      old: "blanks:\n  assumption", new: "blankz:\n  assumption",
      says: "small.yaml:26: blankz: “blankz”: unknown key; did you mean “blanks”?"),
    Bad(
      old: "opening: 3000 blanks", new: "opening: 3000",
      says: "small.yaml:28: blanks.opening: “3000”: no unit; write “3000 blanks”"),
    Bad(
      old: "opening: 3000 blanks", new: "opening: 3000 km",
      says: "small.yaml:28: blanks.opening: “3000 km”: the unit “km” does not fit here; "
        + "did you mean “blanks”?"),
    Bad(
      old: "1500 blanks/month", new: "-1500 blanks/month",
      says: "small.yaml:29: blanks.monthly: “-1500 blanks/month”: must not be negative; "
        + "from 0 blanks/month to 10000000 blanks/month"),
    Bad(
      old: "rate: 20 requests/day", new: "rate: -20 requests/day",
      says:
        "small.yaml:18: demand.arrivals.changes.rate: “-20 requests/day”: must not be negative; "
        + "from 0 requests/day to 20000 requests/day"),
    Bad(
      old: "no-shows: 20 %", new: "no-shows: 120 %",
      says: "small.yaml:24: recording.units.keliling.no-shows: “120 %”: out of range; "
        + "from 0 % to 100 %"),
    Bad(
      old: "3000 blanks", new: "99999999999999999999 blanks",
      says: "small.yaml:28: blanks.opening: “99999999999999999999 blanks”: "
        + "not a number with a unit; write it like “2 blanks”"),
    Bad(
      old: "3000 blanks", new: "2.5 blanks",
      says: "small.yaml:28: blanks.opening: “2.5 blanks”: must be a whole number"),
    Bad(
      old: "2018-02-28", new: "2017-02-28",
      says: "small.yaml:7: period.to: “2017-02-28”: dates reversed: "
        + "before its beginning, 2018-01-01"),
    Bad(
      old: "2018-02-28", new: "2018-02-30",
      says: "small.yaml:7: period.to: “2018-02-30”: not a date; "
        + "write it like “2018-05-01”, years 1990 to 2100"),
    Bad(
      old: "2018-02-28", new: "2028-02-28",
      says: "small.yaml:7: period.to: “2028-02-28”: more than three years; make it shorter"),
    Bad(
      old: "{value: 2018-02-28, assumption: test}", new: "2018-02-28",
      says: "small.yaml:7: period.to: “2018-02-28”: no source; "
        + "write {value: …, source: …} or {value: …, assumption: …}"),
    Bad(
      old: "assumption: test}\n  to", new: "asumption: test}\n  to",
      says: "small.yaml:6: period.from.asumption: “asumption”: unknown key; "
        + "did you mean “assumption”? (a text with a comma needs quotes)"),
    Bad(
      old: "age: 1 to 10 days", new: "age: 10 to 1 days",
      says: "small.yaml:16: demand.backlog.all.age: “10 to 1 days”: the bounds are reversed; "
        + "write the smaller one first"),
    Bad(
      old: "age: 1 to 10 days", new: "age: \"median 5 days, 90 % below 4 days\"",
      says: "small.yaml:16: demand.backlog.all.age: “median 5 days, 90 % below 4 days”: "
        + "the 90 % value must be above the median, and the median above zero"),
    Bad(
      old: "age: 1 to 10 days", new: "age: \"80 % 1 day, 15 % 9 days\"",
      says: "small.yaml:16: demand.backlog.all.age: “80 % 1 day, 15 % 9 days”: "
        + "the parts add up to 95 %, not to 100 %"),
    Bad(
      old: "kind: data-change", new: "kind: datachange",
      says: "small.yaml:18: demand.arrivals.changes.kind: “datachange”: “datachange” is not known; "
        + "did you mean “data-change”?"),
    Bad(
      old: "stage: ready", new: "stage: redy",
      says: "small.yaml:16: demand.backlog.all.stage: “redy”: “redy” is not known; "
        + "did you mean “ready”?"),
    Bad(
      old: "needs-recording: yes", new: "needs-recording: perhaps",
      says: "small.yaml:19: demand.arrivals.seventeen.needs-recording: “perhaps”: "
        + "here belongs: `yes`, `no`"),
    Bad(
      old: "days: [tuesday]", new: "days: [tuseday]",
      says: "small.yaml:44: channels.antar.boats.days: “[tuseday]”: “tuseday” is not known; "
        + "did you mean “tuesday”?"),
    Bad(
      old: "antar: 70 %, loket: 30 %", new: "antar: 70 %, locket: 30 %",
      says: "small.yaml:54: rules.all.weights: there is no channel “locket”; "
        + "did you mean “loket”?"),
    Bad(
      old: "antar: 70 %, loket: 30 %", new: "antar: 0 %",
      says: "small.yaml:54: rules.all.weights: all weights are zero; "
        + "give a channel more than zero"),
    Bad(
      old: "counters: 1 counter", new: "couriers: 1 courier",
      says: "small.yaml:49: channels.loket.couriers: “1 courier”: does nothing in a channel of "
        + "means “counter”; remove it"),
    Bad(
      old: "  base: Gedong Tataan", new: "  kecamatan: {Gedong Tatan: {speed: 9 km/h}}",
      says: "small.yaml:57: places.kecamatan.Gedong Tatan: “Gedong Tatan” is not known in "
        + "Pesawaran; did you mean “Gedong Tataan”?"),
    Bad(
      old: "Pulau Legundi", new: "Pulau Legundy",
      says: "small.yaml:58: places.desa.Pulau Legundy: “Pulau Legundy” is not known in "
        + "Pesawaran; did you mean “Pulau Legundi”?"),
    Bad(
      old: "base: Gedong Tataan", new: "base: Bandung",
      says: "small.yaml:57: places.base: “Bandung”: “Bandung” is not known in Pesawaran; "),
    Bad(
      old: "operators: 2 people}", new: "operators: 2 people, kecamatan: [Way Lime]}",
      says: "small.yaml:33: printing.sites.kantor.kecamatan: “[Way Lime]”: “Way Lime” is not known "
        + "in Pesawaran; did you mean “Way Lima”?"),
    Bad(
      old: "recorded: 27000", new: "recorded: 37000",
      says: "small.yaml:11: people.recorded: “37000 residents”: more than the 30000 there can be"),
    Bad(
      old: "obliged: 2000 residents", new: "obliged: 40000 residents",
      says: "small.yaml:10: people.obliged: “30000 residents”: this total does not fit what is "
        + "stated for kecamatan and desa"),
    Bad(
      old: "answer: printed", new: "answer: prinetd",
      says: "small.yaml:59: facts.three.answer: “prinetd”: “prinetd” is not known; "
        + "did you mean “printed”?"),
    Bad(
      old: "value: 1 to 9 cards", new: "value: 9 days",
      says: "small.yaml:59: facts.three.value: “9 days”: the unit “days” does not fit here; "
        + "did you mean “cards”?"),
    Bad(
      old: "  monthly: 1500", new: "  opening: 1500",
      says: "small.yaml:28: “opening”: this key stands twice in the same section; remove one"),
    Bad(
      old: "region: \"18.09\"", new: "region: \"18.9\"",
      says: "small.yaml:4: region: “18.9”: not the code of a regency; write it like “18.09”"),
    Bad(
      old: "region: \"18.09\"", new: "region: \"99.09\"",
      says: "small.yaml:4: region: “99.09”: its places are not there: UnknownRegency()"),
    Bad(
      old: "extends: base", new: "extends: bas",
      says: "small.yaml:1: extends: “bas”: no such scenario; did you mean “base”?"),
    Bad(
      old: "more: {blanks.monthly: 2000", new: "more: {blanks.montly: 2000",
      says:
        "small.yaml:61: variants.more.blanks.montly: “2000 blanks/month”: “montly” is not known; "
        + "did you mean “monthly”?"),
    Bad(
      old: "extends: more", new: "extends: mor",
      says: "small.yaml:62: variants: “mor”: no such variant; did you mean “more”?"),
    Bad(
      old: "more: {blanks.monthly", new: "more: {extends: most, blanks.monthly",
      says: "small.yaml:62: variants.more.extends: “more”: a circle of extends among variants: "
        + "more → most → more"),
    Bad(
      old: "printers: 3 printers", new: "printing.sites.kanto.printers: 3 printers",
      says: "small.yaml:62: variants.most.printing.sites.kanto.printers: “3 printers”: "
        + "“kanto” is not known; did you mean “kantor”?"),
    Bad(
      old: "region: \"18.09\"",
      new: "hours: {opens: \"17:00\", assumption: test}\nregion: \"18.09\"",
      says: "base.yaml:20: hours.closes: “16:00”: closes before it opens, 17:00"),
    Bad(
      old: "title: {id: Kecil, en: Small}", new: "",
      says: "small.yaml:1: title: this key must be there; write `{id: …, en: …}`"),
    Bad(
      old: "operators: 2 people}", new: "}",
      says: "small.yaml:33: printing.sites.kantor.operators: this key must be there; "
        + "write `2 people`"),
    Bad(
      old: "blanks:\n", new: "blanks: &b\n",
      says: "small.yaml:26: anchors and aliases of YAML (& and *) are not used here; "
        + "write the value"),
    Bad(
      old: "  opening: 3000 blanks", new: "  opening: [3000 blanks",
      says: "small.yaml:29: broken YAML: did not find expected ',' or ']'"),
    Bad(
      old: "region: \"18.09\"", new: "source: everything\nregion: \"18.09\"",
      says: "small.yaml:4: source: “everything”: a source for the whole file explains nothing; "
        + "give it to a value or a section"),
    Bad(
      old: "opening: 3000 blanks", new: "opening:",
      says: "small.yaml:28: blanks.opening: empty; write `2 blanks`, or remove the key"),
    Bad(
      old: "cards: 6000 cards, age: 1 to 10 days}",
      new: "cards: 3000000 cards, age: 1 day}\n"
        + "    more: {stage: ready, kind: first, cards: 3000000 cards, age: 1 day}",
      says: "small.yaml:14: demand: about 6001475 cards; 4000000 at most"),
    Bad(
      old: "opening: 3000 blanks", new: "opening: [1, 2]",
      says: "small.yaml:28: blanks.opening: “[1, 2]”: here belongs: `2 blanks`"),
    Bad(
      old: "opening: 3000 blanks", new: "opening: none",
      says: "small.yaml:28: blanks.opening: “none”: must have a value"),
  ]

  @Test(arguments: bad)
  func aBadFileIsRefusedWithItsLine(_ bad: Bad) throws {
    let problems = SmallScenario.problems(replacing: bad.old, by: bad.new)
    let said = problems.map(\.phrase.english)
    #expect(said.contains { $0.hasPrefix(bad.says) }, "\(said.joined(separator: "\n"))")
    for problem in problems { #expect(problem.phrase.indonesian != problem.phrase.english) }
  }

  @Test func theSmallScenarioItselfIsGood() {
    #expect(SmallScenario.problems(of: SmallScenario.text).map(\.phrase.english) == [])
  }

  @Test func everyProblemOfAFileIsSaidAtOnce() {
    let text = SmallScenario.text.replacing("3000 blanks", with: "3000")
      .replacing("120 %", with: "20 %").replacing("6 couriers", with: "six couriers")
      .replacing("extends: more", with: "extends: mor")
    #expect(SmallScenario.problems(of: text).map(\.line) == [28, 42, 62])
  }

  @Test func filesThatExtendEachOtherInACircleAreRefused() throws {
    let library = SmallScenario.library(files: [
      "a.yaml": "extends: b", "b.yaml": "extends: c.yaml", "c.yaml": "extends: a",
    ])
    let error = #expect(throws: ScenarioError.self) {
      try library.scenario("a", gazetteer: RealFiles.gazetteer)
    }
    let said = error?.phrase.english ?? ""
    #expect(
      said.contains(
        "c.yaml:1: extends: “a”: a circle of extends: a.yaml → b.yaml → c.yaml → a.yaml"))
  }

  @Test func aMissingScenarioNamesTheNearest() throws {
    let error = #expect(throws: ScenarioError.self) {
      try RealFiles.scenario("pesawarn-2015")
    }
    #expect(
      error?.phrase.english
        == "pesawarn-2015.yaml: “pesawarn-2015”: no such scenario; did you mean “pesawaran-2015”?")
    #expect(
      error?.phrase.indonesian
        == "pesawarn-2015.yaml: “pesawarn-2015”: skenario tidak ada; maksudnya “pesawaran-2015”?")
  }

  @Test func aMissingVariantNamesTheNearest() throws {
    let error = #expect(throws: ScenarioError.self) {
      try RealFiles.scenario("pesawaran-2015+thrid-printer")
    }
    #expect(error?.phrase.english.hasSuffix("did you mean “third-printer”?") == true)
  }

  static let settings = [
    ("printrs=3", "--set: printrs: “3”: “printrs” is not known; did you mean “printers”?"),
    (
      "printers=three",
      "--set: printing.sites.kantor.printers: “three”: not a number with a unit; "
        + "write it like “2 printers”"
    ),
    (
      "printers=-1",
      "--set: printing.sites.kantor.printers: “-1”: must not be negative; "
        + "from 0 printers to 10000 printers"
    ),
    (
      "blanks.monthly=5 km",
      "--set: blanks.monthly: “5 km”: the unit “km” does not fit here; "
        + "did you mean “blanks/month”?"
    ),
    (
      "channels.pos.couriers=2",
      "--set: channels.pos.couriers: “2”: “pos” is not known; "
        + "there are: antar, loket"
    ),
    ("blanks.reorder.lead=", "--set: “blanks.reorder.lead=”: write it like “printers=3”"),
  ]

  @Test(arguments: settings)
  func aBadSettingIsRefused(text: String, says: String) throws {
    let error = #expect(throws: ScenarioError.self) {
      let setting = try Setting(text)
      return try SmallScenario.scenario([], [setting])
    }
    #expect(error?.phrase.english == says)
  }
}
