public import Domain

/// Something that a manager can have more or less of, and what one more of it is.
public struct Lever: Hashable, Sendable {
  /// The short name for `--set` and `--sweep`, such as `printers`.
  public let name: String
  /// Its path in scenario files; `*` stands for the first name that has it.
  public let path: String
  /// The natural step in ``unit``: one printer, 500 blanks.
  public let step: Double
  /// As scenario files write it, such as `blanks/month`.
  public let unit: String
  public let title: Phrase

  private init(
    _ name: String, _ path: String, step: Double = 1, _ unit: Unit, id: String, en: String
  ) {
    self.name = name
    self.path = path
    self.step = step
    self.unit = unit.name
    title = Phrase(id: id, en: en)
  }

  /// The usual levers, in the order in which they are listed.
  public static let all = [
    Lever("printers", "printing.sites.*.printers", .printers, id: "pencetak", en: "printers"),
    Lever("operators", "printing.sites.*.operators", .people, id: "operator", en: "operators"),
    Lever(
      "overtime", "printing.hours.overtime", step: 60, .minutesPerDay, id: "lembur cetak",
      en: "overtime of printing"),
    Lever("rate", "printing.rate", step: 10, .cardsPerDay, id: "laju cetak", en: "printing rate"),
    Lever("broken", "printing.broken", .printers, id: "pencetak rusak", en: "broken printers"),
    Lever(
      "blanks.opening", "blanks.opening", step: 500, .blanks, id: "blangko di awal",
      en: "blanks at the start"),
    Lever(
      "blanks.monthly", "blanks.monthly", step: 500, .blanksPerMonth, id: "blangko per bulan",
      en: "blanks a month"),
    Lever("spoiled", "blanks.spoiled", .percent, id: "blangko rusak", en: "blanks spoiled"),
    Lever(
      "sorting", "finishing.sorting", step: 50, .cardsPerHour, id: "sortir per jam",
      en: "sorting an hour"),
    Lever("couriers", "channels.*.couriers", .couriers, id: "petugas antar", en: "couriers"),
    Lever("boats", "channels.*.boats.count", .boats, id: "perahu", en: "boats"),
    Lever("counters", "channels.*.counters", .counters, id: "loket", en: "counters"),
    Lever(
      "attempts", "door.attempts.maximum", .calls, id: "kunjungan paling banyak",
      en: "calls at most"),
    Lever(
      "failure", "door.attempts.first-failure", step: 5, .percent, id: "kunjungan pertama gagal",
      en: "first calls that fail"),
    Lever("hold", "door.attempts.hold", step: 7, .days, id: "lama ditahan", en: "days held"),
    Lever(
      "recording-units", "recording.units.*.count", .teams, id: "unit perekaman",
      en: "recording units"),
    Lever(
      "no-shows", "recording.units.*.no-shows", step: 5, .percent, id: "tidak datang",
      en: "no-shows"),
    Lever("speed", "places.speed", step: 5, .speed, id: "laju jalan", en: "riding speed"),
  ]
}
