import Domain
import Simulation

extension Schema {
  private static let kinds = RequestKind.allCases.map(\.rawValue)
  private static let urgencies = Urgency.allCases.map(\.rawValue)

  static let demand: [SchemaKey] = [
    .optional("backlog", .named(backlog), "Cards on their way on the first morning"),
    .optional("arrivals", .named(arrivals), "Requests that come every working day"),
    .optional("surges", .named(surge), "Times in which more, or fewer, come"),
  ]

  static let backlog: [SchemaKey] = [
    .required(
      "stage", .choice(Demand.Stage.allCases.map(\.rawValue)), "Where they stand",
      needsBasis: false),
    .required("kind", .choice(kinds), "What they are", needsBasis: false),
    .optional(
      "urgency", .choice(urgencies), "How urgent they are", else: "normal", needsBasis: false),
    .required("cards", .quantity(.count(.cards, upTo: 3_000_000)), "How many"),
    .required("age", .spread(.days), "How long they have waited"),
  ]

  static let arrivals: [SchemaKey] = [
    .required("kind", .choice(kinds), "What is asked for", needsBasis: false),
    .required("rate", .quantity(Quantity(.requestsPerDay, 0...20_000)), "Mean number a day"),
    .optional("urgent", .quantity(.share), "Share that is urgent", else: "0 %"),
    .optional(
      "needs-recording", .flag, "Whether the resident must be recorded first", else: "no"),
  ]

  static let surge: [SchemaKey] = [
    .required("from", .date, "First day"),
    .required("to", .date, "Last day"),
    .required("factor", .quantity(Quantity(.times, 0...100)), "Times the usual number"),
  ]

  static let recording: [SchemaKey] = [
    .optional("units", .named(recordingUnit), "Counters and mobile teams"),
    .optional(
      "walk-in", .quantity(Quantity(.percentPerDay, 0...1)),
      "Share of the unrecorded who come on their own on a working day", else: "0 %/day"),
  ]

  static let recordingUnit: [SchemaKey] = [
    .required(
      "kind", .choice(Recording.Unit.Kind.allCases.map(\.rawValue)),
      "Whether residents come to it or it goes to them", needsBasis: false),
    .optional("count", .quantity(.count(.teams, upTo: 1000)), "How many", else: "1 unit"),
    .optional("kecamatan", .places, "Where it works", else: "everywhere"),
    .optional("only-without-signal", .flag, "Whether it goes only where no signal is", else: "no"),
    .required("rate", .quantity(Quantity(.residentsPerHour, 0...1000)), "Residents recorded"),
    .optional("hours", .section(hours), "When it works", else: "office hours"),
    .optional("no-shows", .quantity(.share), "Share of the invited who stay away", else: "0 %"),
    .optional(
      "offline", .spread(.days), "Without signal: until the records reach the centre",
      else: "0 days"),
    .optional(
      "prints-within", .quantity(.minutes), "With signal: card printed on the spot (M2M)"),
    .optional("from", .date, "First day", else: "from the start"),
    .optional("to", .date, "Last day", else: "to the end"),
  ]

  static let processing: [SchemaKey] = [
    .optional("lead", .spread(.days), "From recorded to print ready (PRR)", else: "0 days"),
    .optional("duplicates", .quantity(.share), "Share found to be recorded twice", else: "0 %"),
  ]

  static let tier: [SchemaKey] = [
    .required("title", .phrase, "What it is called"),
    .optional("kinds", .choices(kinds), "The kinds it takes", else: "all"),
    .optional("urgency", .choice(urgencies), "The urgency it takes", else: "both"),
    .optional(
      "leaves", .quantity(.count(.blanks, upTo: 10_000_000)),
      "Blanks that must stay in stock: served from surplus only", else: "0 blanks"),
  ]

  static let blanks: [SchemaKey] = [
    .required("opening", .quantity(.count(.blanks, upTo: 10_000_000)), "In stock at the start"),
    .optional(
      "monthly", .quantity(.count(.blanksPerMonth, upTo: 10_000_000)), "Delivered every month"),
    .optional(
      "monthly-day", .quantity(.count(.dayOfMonth, upTo: 31, from: 1)),
      "Day of the month on which they come; in a shorter month its last", else: "1 of month"),
    .optional("shipments", .named(shipment), "Single deliveries"),
    .optional("reorder", .section(reorder), "Asks the ministry for more at a low stock"),
    .optional(
      "allocation", .choice(BlankSupply.Allocation.allCases.map(\.rawValue)),
      "How the stock is shared out to printing sites", else: "by-queue"),
    .optional(
      "allocation-days", .quantity(Quantity(.days, 0.1...365)),
      "Working days of stock a morning's allocation aims at", else: "5 days"),
    .optional("spoiled", .quantity(.share), "Share of blanks spoiled in printing", else: "0 %"),
  ]

  static let shipment: [SchemaKey] = [
    .required("on", .date, "Day of arrival"),
    .required("cards", .quantity(.count(.blanks, upTo: 10_000_000)), "How many"),
  ]

  static let reorder: [SchemaKey] = [
    .required("level", .quantity(.count(.blanks, upTo: 10_000_000)), "Stock at which to ask"),
    .required("cards", .quantity(.count(.blanks, upTo: 10_000_000, from: 1)), "How many to ask"),
    .required("lead", .spread(.days), "Until they come"),
  ]

  static let printing: [SchemaKey] = [
    .optional("sites", .named(site), "Places with printers"),
    .optional(
      "per-kecamatan", .section(everyKecamatan),
      "A site in each kecamatan, beside those of `sites`"),
    .optional("hours", .section(hours), "When printers run", else: "office hours"),
    .optional(
      "time-per-card", .spread(Quantity(.seconds, 1...3600)), "A printer's time for a card",
      else: "60 seconds"),
    .optional(
      "rate", .quantity(.count(.cardsPerDay, upTo: 100_000, from: 1)),
      "The most a printer makes in a day", else: "what the hours allow"),
    .optional(
      "rest-after", .quantity(.count(.cards, upTo: 100_000, from: 1)),
      "Cards after which a printer rests from heat"),
    .optional("rest", .quantity(.minutes), "How long it rests", else: "0 minutes"),
    .optional(
      "ribbon-yield", .quantity(.count(.cardsPerRibbon, upTo: 100_000, from: 1)),
      "Cards a ribbon prints", else: "without end"),
    .optional("ribbon-change", .quantity(.minutes), "Time to change it", else: "0 minutes"),
    .optional(
      "ribbons", .quantity(.count(.ribbons, upTo: 1_000_000)), "In the office at the start",
      else: "always enough"),
    .optional(
      "ribbons-monthly", .quantity(.count(.ribbonsPerMonth, upTo: 1_000_000)),
      "Bought every month", else: "0 ribbons/month"),
    .optional(
      "between-failures", .spread(Quantity(.hours, 0.1...100_000)),
      "Printing time between breakdowns of a printer", else: "never breaks"),
    .optional("repair", .spread(.days), "From breakdown to repaired", else: "0 days"),
    .optional(
      "broken", .quantity(.count(.printers, upTo: 10_000)), "Out of order at the start",
      else: "0 printers"),
  ]

  static let site: [SchemaKey] = [
    .required("printers", .quantity(.count(.printers, upTo: 10_000)), "Printers there"),
    .required("operators", .quantity(.count(.people, upTo: 10_000)), "People who serve them"),
    .optional(
      "kecamatan", .places, "Whose cards are printed there", else: "all not named elsewhere"),
    .optional("from", .date, "First day", else: "from the start"),
    .optional("to", .date, "Last day", else: "to the end"),
  ]

  static let everyKecamatan: [SchemaKey] = [
    .required("printers", .quantity(.count(.printers, upTo: 100)), "Printers in each"),
    .required("operators", .quantity(.count(.people, upTo: 100)), "People in each"),
    .optional("kecamatan", .places, "Which kecamatan", else: "all"),
    .optional("from", .date, "First day", else: "from the start"),
  ]

  static let finishing: [SchemaKey] = [
    .optional("rejected", .quantity(.share), "Share that fails the check", else: "0 %"),
    .optional(
      "sorting", .quantity(Quantity(.cardsPerHour, 1...1_000_000)), "Cards sorted in an hour",
      else: "at once"),
  ]
}
