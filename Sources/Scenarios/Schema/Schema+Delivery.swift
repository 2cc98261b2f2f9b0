import Domain
import Simulation

extension Schema {
  static let door: [SchemaKey] = [
    .optional("hours", .section(hours), "When couriers are on their way", else: "office hours"),
    .optional("rest", .quantity(.count(.minutes, upTo: 600)), "Rest within", else: "60 minutes"),
    .optional(
      "bag", .quantity(.count(.cards, upTo: 10_000, from: 1)), "Cards carried at most on one day",
      else: "100 cards"),
    .optional("transit", .spread(.days), "From hand-over to the first call", else: "0 days"),
    .optional(
      "cards-per-door", .quantity(Quantity(.cardsPerDoor, 1...10)), "Cards that share a door",
      else: "1 cards/door"),
    .optional(
      "at-door", .spread(.minutes), "Time at the door for a card",
      else: "median 3 minutes, 90 % below 7 minutes"),
    .optional("setup", .quantity(.minutes), "Parking and finding, each door", else: "1 minute"),
    .optional(
      "old-card", .quantity(.minutes), "More where an old card is taken back",
      else: "1.5 minutes"),
    .optional("attempts", .section(attempts), "Calls, and what follows a failed one"),
    .optional("boats", .section(boats), "Boats to the islands"),
  ]

  static let attempts: [SchemaKey] = [
    .optional("maximum", .quantity(.count(.calls, upTo: 20, from: 1)), "Calls", else: "2 calls"),
    .optional("first-failure", .quantity(.share), "Share of first calls that fail", else: "20 %"),
    .optional("later-failure", .quantity(.share), "Share of later calls that fail", else: "40 %"),
    .optional(
      "hour-factors", .amounts(Quantity(.times, 0...10)),
      "Times the failures by hours, `8-12: 1.2 times`", else: "1 time"),
    .optional(
      "weekday-factors", .amounts(Quantity(.times, 0...10)),
      "Times the failures by day, `saturday: 0.7 times`", else: "1 time"),
    .optional(
      "failures", .named(failure), "Why calls fail; shares add up to 100 %",
      else: "the usual reasons"),
    .optional(
      "retry", .quantity(.count(.wholeDays, upTo: 365, from: 1)), "Until the next call",
      else: "1 day"),
    .optional(
      "hold", .quantity(.count(.wholeDays, upTo: 3650)), "Held after the last call",
      else: "30 days"),
    .optional("fetched", .quantity(.share), "Share of held cards fetched in time", else: "50 %"),
  ]

  static let failure: [SchemaKey] = [
    .required("title", .phrase, "The reason in words"),
    .required("share", .quantity(.share), "Share among the failures"),
    .required("retry", .flag, "Whether trying again makes sense"),
  ]

  static let boats: [SchemaKey] = [
    .required("count", .quantity(.count(.boats, upTo: 1000)), "Boats"),
    .required("days", .weekdays, "Days on which they sail"),
    .required(
      "cards", .quantity(.count(.cardsPerTrip, upTo: 100_000, from: 1)), "Cards a trip brings"),
    .optional(
      "trip", .quantity(.count(.wholeDays, upTo: 60, from: 1)), "Working days a trip takes",
      else: "1 day"),
    .optional("rough-sea", .quantity(.share), "Share of days with too high a sea", else: "0 %"),
  ]

  static let village: [SchemaKey] = [
    .optional("transit", .spread(.days), "Until the cards are there", else: "1 day"),
    .optional("fetch", .spread(.days), "Until they are fetched", else: "exponential 7 days"),
    .optional("never-fetched", .quantity(.share), "Share never fetched", else: "10 %"),
    .optional(
      "return-after", .quantity(.count(.wholeDays, upTo: 3650)), "Then they go back",
      else: "90 days"),
  ]

  static let counter: [SchemaKey] = [
    .optional("counters", .quantity(.count(.counters, upTo: 1000)), "Open", else: "1 counter"),
    .optional("service", .spread(.minutes), "Time for a card", else: "exponential 3 minutes"),
    .optional("fetch", .spread(.days), "Until they are fetched", else: "exponential 10 days"),
    .optional("never-fetched", .quantity(.share), "Share never fetched", else: "10 %"),
    .optional(
      "return-after", .quantity(.count(.wholeDays, upTo: 3650)), "Then they are put away",
      else: "90 days"),
  ]

  /// The keys of every means, and those of all means together.
  static let channel: [SchemaKey] = {
    var keys: [SchemaKey] = [
      .required("title", .phrase, "What it is called"),
      .required("means", .choice(means), "How it goes", needsBasis: false),
      .optional("from", .date, "First day of hand-over", else: "from the start"),
      .optional(
        "handover-days", .weekdays, "Days of hand-over (BAST)", else: "monday to friday"),
      .optional("fee", .quantity(.rupiah(per: "card")), "For each card", else: "Rp0/card"),
      .optional(
        "paid-by-day", .flag, "Whether its couriers cost a courier's day as well", else: "yes"),
      .optional(
        "couriers", .quantity(.count(.couriers, upTo: 100_000)), "Door: couriers",
        else: "0 couriers"),
    ]
    for (means, others) in [("Door", door), ("Village", village), ("Counter", counter)] {
      for key in others where !keys.contains(where: { $0.name == key.name }) {
        keys.append(
          .optional(
            key.name, key.kind, "\(means): as there", else: "that of `\(means.lowercased())`"))
      }
    }
    return keys
  }()

  static let means = ["door", "village", "counter"]

  static let rule: [SchemaKey] = [
    .optional("kecamatan", .places, "The kecamatan it holds for", else: "all"),
    .optional("kinds", .choices(RequestKind.allCases.map(\.rawValue)), "The kinds", else: "all"),
    .optional("only-without-signal", .flag, "Only places without signal", else: "no"),
    .optional("only-islands", .flag, "Only islands", else: "no"),
    .required("weights", .amounts(.share), "Share that goes by each channel"),
  ]

  static let places: [SchemaKey] = [
    .optional(
      "base", .text, "Where couriers start: a kecamatan or desa", else: "the first",
      needsBasis: true),
    .required("speed", .quantity(Quantity(.speed, 1...120)), "Riding between doors"),
    .required("road-factor", .quantity(Quantity(.times, 1...10)), "Roads over the straight line"),
    .optional("kecamatan", .named(kecamatan), "What is different in one, by name or code"),
    .optional("desa", .named(desa), "What is different in one, by name or code"),
  ]

  private static let everyPlace: [SchemaKey] = [
    .optional(
      "obliged", .quantity(.count(.residents, upTo: 10_000_000)), "Residents who must hold a card",
      else: "by population"),
    .optional("recorded", .quantity(.share), "Of those, recorded", else: "by obliged residents"),
    .optional("holders", .quantity(.share), "Of those recorded, holders", else: "by recorded"),
    .optional("island", .flag, "Reached only by boat", else: "no"),
    .optional("signal", .flag, "Whether recording has a connection", else: "yes"),
  ]

  static let kecamatan: [SchemaKey] =
    everyPlace + [
      .optional("speed", .quantity(Quantity(.speed, 1...120)), "Riding", else: "that of places"),
      .optional(
        "road-factor", .quantity(Quantity(.times, 1...10)), "Roads", else: "that of places"),
      .optional(
        "from-base", .quantity(Quantity(.kilometres, 0...1000)), "Way from the base",
        else: "straight line times road factor"),
      .optional(
        "estimate-factor", .quantity(Quantity(.times, 0.01...100)),
        "Ways between doors where runs are estimated, as calibrated", else: "1 time"),
      .optional(
        "merge", .text, "The kecamatan it was still part of", else: "itself", needsBasis: true),
    ]

  static let desa: [SchemaKey] = everyPlace
}
