import Domain
import Simulation

extension ScenarioBuilder {
  mutating func delivery() -> Delivery {
    var channels: [DeliveryChannel] = []
    for (name, own) in root.named("channels") {
      let means = own.text("means") ?? "door"
      checkKeys(of: own, means: means)
      channels.append(channel(name, own.over(root.section(means)), means: means))
    }
    var rules: [ChannelRule] = []
    for (_, section) in root.named("rules") { rules.append(rule(section, channels.map(\.name))) }
    let runs = root.text("runs").flatMap(RunModel.init) ?? .estimate
    return Delivery(channels: channels, rules: rules, runs: runs)
  }

  /// A channel has no keys of other means, where they would silently do nothing.
  private mutating func checkKeys(of channel: Section, means: String) {
    let own = ["door": Schema.door, "village": Schema.village, "counter": Schema.counter]
    let known = Set((own[means] ?? []).map(\.name))
    let others = Set(own.values.joined().map(\.name)).union(["couriers"])
    for entry in channel.branch.entries where others.contains(entry.name) {
      guard !known.contains(entry.name), !(means == "door" && entry.name == "couriers") else {
        continue
      }
      note(
        channel, entry.name,
        Phrase(
          id: "tidak berlaku untuk saluran “\(means)”; hapus",
          en: "does nothing in a channel of means “\(means)”; remove it"))
    }
  }

  private mutating func channel(
    _ name: String, _ section: Section, means: String
  ) -> DeliveryChannel {
    let service: DeliveryChannel.Means =
      switch means {
      case "village": .village(village(section))
      case "counter": .counter(counter(section))
      default: .door(door(section))
      }
    return DeliveryChannel(
      name: name, title: section.phrase("title") ?? Phrase(id: name, en: name), means: service,
      from: section.date("from"),
      handoverDays: section.weekdays("handover-days")
        ?? [.monday, .tuesday, .wednesday, .thursday, .friday])
  }

  private mutating func door(_ section: Section) -> DoorService {
    DoorService(
      couriers: section.whole("couriers") ?? 0, hours: hours(section),
      restMinutes: section.whole("rest") ?? 60, bagCards: section.whole("bag") ?? 100,
      transitDays: section.spread("transit") ?? .fixed(0),
      cardsPerDoor: section.number("cards-per-door") ?? 1,
      minutesAtDoor: section.spread("at-door") ?? .logNormal(median: 3, ninetieth: 7),
      setupMinutes: section.number("setup") ?? 1, oldCardMinutes: section.number("old-card") ?? 1.5,
      attempts: attempts(section), boats: section.section("boats").map(boats))
  }

  private func boats(_ section: Section) -> Boats {
    Boats(
      count: section.whole("count") ?? 0, days: section.weekdays("days") ?? [],
      cardsPerTrip: section.whole("cards") ?? 1, tripDays: section.whole("trip") ?? 1,
      roughSeaShare: section.number("rough-sea") ?? 0)
  }

  private mutating func attempts(_ channel: Section) -> Attempts {
    guard let section = channel.section("attempts") else { return Attempts() }
    return Attempts(
      maximum: section.whole("maximum") ?? 2,
      firstFailureShare: section.number("first-failure") ?? 0.2,
      laterFailureShare: section.number("later-failure") ?? 0.4,
      hourFactors: hourFactors(section), weekdayFactors: weekdayFactors(section),
      failures: failures(section), retryDays: section.whole("retry") ?? 1,
      holdDays: section.whole("hold") ?? 30, fetchedShare: section.number("fetched") ?? 0.5)
  }

  private mutating func hourFactors(_ section: Section) -> [Double] {
    var factors = Array(repeating: 1.0, count: 24)
    for (name, factor) in section.amounts("hour-factors") {
      let bounds = name.split(separator: "-").compactMap { Int($0) }
      guard bounds.count == 2, bounds[0] >= 0, bounds[0] < bounds[1], bounds[1] <= 24 else {
        note(
          section, "hour-factors",
          Phrase(
            id: "“\(name)” bukan rentang jam; tulis seperti “8-12”",
            en: "“\(name)” is not a range of hours; write it like “8-12”"))
        continue
      }
      for hour in bounds[0]..<bounds[1] { factors[hour] = factor }
    }
    return factors
  }

  private mutating func weekdayFactors(_ section: Section) -> [Double] {
    var factors = Array(repeating: 1.0, count: 7)
    let words = Weekday.allCases.map { "\($0)" }
    for (name, factor) in section.amounts("weekday-factors") {
      guard let index = words.firstIndex(of: name) else {
        let hint = suggestion(for: name, among: words)
        note(
          section, "weekday-factors",
          Phrase(
            id: "“\(name)” bukan hari; \(hint.indonesian)",
            en: "“\(name)” is not a day; \(hint.english)"))
        continue
      }
      factors[index] = factor
    }
    return factors
  }

  private mutating func failures(_ section: Section) -> [Attempts.Failure] {
    let failures = section.named("failures").map { name, failure in
      Attempts.Failure(
        name: name, title: failure.phrase("title") ?? Phrase(id: name, en: name),
        share: failure.number("share") ?? 0, allowsRetry: failure.flag("retry") ?? false)
    }
    guard !failures.isEmpty else { return Attempts.Failure.usual }
    let sum = failures.reduce(0) { $0 + $1.share }
    if abs(sum - 1) > 1e-6 {
      note(
        section, "failures",
        Phrase(
          id: "bagian-bagiannya berjumlah \(plain(sum * 100)) %, seharusnya 100 %",
          en: "the shares add up to \(plain(sum * 100)) %, not to 100 %"))
    }
    return failures
  }

  private func village(_ section: Section) -> VillageService {
    VillageService(
      transitDays: section.spread("transit") ?? .fixed(1),
      fetchDays: section.spread("fetch") ?? .exponential(mean: 7),
      neverFetchedShare: section.number("never-fetched") ?? 0.1,
      returnAfterDays: section.whole("return-after") ?? 90)
  }

  private func counter(_ section: Section) -> CounterService {
    CounterService(
      counters: section.whole("counters") ?? 1,
      minutesPerCard: section.spread("service") ?? .exponential(mean: 3),
      fetchDays: section.spread("fetch") ?? .exponential(mean: 10),
      neverFetchedShare: section.number("never-fetched") ?? 0.1,
      returnAfterDays: section.whole("return-after") ?? 90)
  }

  private mutating func rule(_ section: Section, _ channels: [String]) -> ChannelRule {
    var weights = Array(repeating: 0.0, count: channels.count)
    for (name, weight) in section.amounts("weights") {
      guard let index = channels.firstIndex(of: name) else {
        let hint = suggestion(for: name, among: channels)
        note(
          section, "weights",
          Phrase(
            id: "saluran “\(name)” tidak ada; \(hint.indonesian)",
            en: "there is no channel “\(name)”; \(hint.english)"))
        continue
      }
      weights[index] = weight
    }
    if weights.allSatisfy({ $0 == 0 }) {
      note(
        section, "weights",
        Phrase(
          id: "semua bagian nol; beri salah satu saluran lebih dari nol",
          en: "all weights are zero; give a channel more than zero"))
    }
    return ChannelRule(
      kecamatan: indicesOfKecamatan(section),
      kinds: (section.names("kinds") ?? []).compactMap(RequestKind.init),
      onlyWithoutSignal: section.flag("only-without-signal") ?? false,
      onlyIslands: section.flag("only-islands") ?? false, weights: weights)
  }
}
