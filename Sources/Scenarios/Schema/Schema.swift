import Domain
import Simulation

/// Every key that scenario files may have: the one table that reading, writing, levers and the
/// schema page follow.
enum Schema {
  /// The keys of a file beside those of every scenario: what it extends, its sources and variants.
  static let fileKeys = ["extends", "sources", "variants"]

  static let keys: [SchemaKey] = [
    .required("title", .phrase, "What the scenario is, in a few words"),
    .required("question", .phrase, "What the manager wants to know, in words"),
    .required("region", .text, "Code of the regency, such as `18.09`"),
    .required("period", .section(period), "The simulated days"),
    .required("hours", .section(hours), "When the office works"),
    .optional("holidays", .dates, "Days on which nobody works"),
    .required("people", .section(people), "Residents on the first day"),
    .required("places", .section(places), "Kecamatan and desa"),
    .optional("demand", .section(demand), "Who asks for a card"),
    .optional("recording", .section(recording), "How residents come to be recorded"),
    .optional("processing", .section(processing), "The ministry's data centre"),
    .required("priority", .named(tier), "Who is printed first; tried in the order of the file"),
    .required("blanks", .section(blanks), "Blank cards (blangko)"),
    .required("printing", .section(printing), "Printers, where they stand, who serves them"),
    .optional("finishing", .section(finishing), "Checking and sorting"),
    .required("door", .section(door), "What holds for each channel to the door"),
    .required("village", .section(village), "What holds for each channel to the village office"),
    .required("counter", .section(counter), "What holds for each channel at a counter"),
    .required("channels", .named(channel), "Ways to the resident"),
    .required("rules", .named(rule), "Which cards go by which channel; the first that fits counts"),
    .optional(
      "runs", .choice(RunModel.allCases.map(\.rawValue)), "How the length of runs is found",
      else: RunModel.estimate.rawValue),
    .optional("costs", .section(costs), "What things cost"),
    .required("goals", .section(goals), "What counts as good"),
    .optional("facts", .named(fact), "What is known to have happened, and must come out"),
  ]

  static let period: [SchemaKey] = [
    .required("from", .date, "The first simulated day"),
    .required("to", .date, "The last simulated day, itself included"),
  ]

  static let hours: [SchemaKey] = [
    .optional("days", .weekdays, "Ordinary working days", else: "those of the office"),
    .optional("opens", .time, "When work begins", else: "as the office"),
    .optional("closes", .time, "When ordinary work ends", else: "as the office"),
    .optional("overtime-days", .weekdays, "Days worked as overtime", else: "none"),
    .optional(
      "overtime", .quantity(.count(.minutesPerDay, upTo: 720)), "Overtime after closing",
      else: "0 minutes/day"),
    .optional("on-holidays", .flag, "Whether holidays are worked, as overtime", else: "no"),
  ]

  static let people: [SchemaKey] = [
    .required(
      "obliged", .quantity(.count(.residents, upTo: 10_000_000)),
      "Residents who must hold a card (wajib KTP), shared out to desa by population"),
    .required(
      "recorded", .quantity(.count(.residents, upTo: 10_000_000)),
      "Of those, residents whose biometrics are recorded"),
    .required(
      "holders", .quantity(.count(.residents, upTo: 10_000_000)),
      "Of those, residents who hold their card"),
  ]

  static let goals: [SchemaKey] = [
    .required(
      "promise", .quantity(.count(.wholeDays, upTo: 3650)), "From print ready to the hand"),
    .optional(
      "offline-promise", .quantity(.count(.wholeDays, upTo: 3650)),
      "From recording to the hand where there is no signal"),
    .required("yellow-from", .quantity(.share), "Recording coverage at which yellow begins"),
    .required("green-from", .quantity(.share), "Recording coverage at which green begins"),
  ]

  static let fact: [SchemaKey] = [
    .required("answer", .answer, "Which answer of the simulation"),
    .required("value", .answerValue, "What it must be"),
    .required("title", .phrase, "What is known, in words"),
  ]

  static let costs: [SchemaKey] = [
    .optional("courier", .quantity(.rupiah(per: "day")), "A courier's day", else: "Rp0/day"),
    .optional("kilometre", .quantity(.rupiah(per: "km")), "A kilometre ridden", else: "Rp0/km"),
    .optional("boat-trip", .quantity(.rupiah(per: "trip")), "A trip by boat", else: "Rp0/trip"),
    .optional(
      "recording-unit", .quantity(.rupiah(per: "day")), "A recording unit's day", else: "Rp0/day"),
    .optional("printer", .quantity(.rupiah(per: "day")), "A printer's day", else: "Rp0/day"),
    .optional("operator", .quantity(.rupiah(per: "day")), "An operator's day", else: "Rp0/day"),
    .optional(
      "overtime", .quantity(.rupiah(per: "hour")), "An hour of overtime", else: "Rp0/hour"),
    .optional("ribbon", .quantity(.rupiah(per: "ribbon")), "A ribbon", else: "Rp0/ribbon"),
    .optional("blank", .quantity(.rupiah(per: "blank")), "A blank", else: "Rp0/blank"),
  ]
}
