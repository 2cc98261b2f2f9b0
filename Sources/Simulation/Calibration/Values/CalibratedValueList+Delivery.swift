import Domain

extension CalibratedValueList {
  mutating func add(_ door: DoorCalibration) {
    let channel = scenario.delivery.channels[door.channel]
    guard case .door(let service) = channel.means else { return }
    let writer = DoorValues(door: door, channel: channel, service: service)
    writer.addCouriers(to: &self)
    writer.addTimes(to: &self)
    writer.addFailures(to: &self)
    writer.addFactors(to: &self)
    writer.addReasons(to: &self)
    writer.addAfterwards(to: &self)
  }

  mutating func add(_ stay: StayCalibration) {
    let channel = scenario.delivery.channels[stay.channel]
    let path = ["channels", channel.name]
    let index = stay.channel
    let (fetch, never, isVillage): (Spread, Double, Bool)
    switch channel.means {
    case .village(let service):
      (fetch, never, isVillage) = (service.fetchDays, service.neverFetchedShare, true)
    case .counter(let service):
      (fetch, never, isVillage) = (service.fetchDays, service.neverFetchedShare, false)
    case .door: return
    }
    add(
      stay.fetchDays, at: path + ["fetch"],
      channel.titled(id: "hari sampai diambil penduduk", en: "days until residents fetch"),
      .cards, current: fetch.written("days")
    ) { quantiles throws(CalibrationRefusal) in
      try Self.spread(quantiles, "days") { spread in
        isVillage ? .villageFetch(index, spread) : .counterFetch(index, spread)
      }
    }
    add(
      stay.neverFetched, at: path + ["never-fetched"],
      channel.titled(
        id: "tidak diambil dalam \(stay.limitDays) hari",
        en: "not fetched within \(stay.limitDays) days"), .cards,
      current: WrittenNumber.percent(never).text + " %"
    ) { share in
      Self.known(share) { share in
        isVillage ? .villageNeverFetched(index, share) : .counterNeverFetched(index, share)
      }
    }
  }
}

extension DeliveryChannel {
  /// What is said of it, after its name.
  func titled(id indonesian: String, en english: String) -> Phrase {
    Phrase(id: "\(title.indonesian): \(indonesian)", en: "\(title.english): \(english)")
  }
}

extension Spread {
  /// As a scenario file writes it.
  func written(_ unit: String) -> String {
    func number(_ value: Double) -> String { WrittenNumber(value, decimals: 2).text }
    return switch self {
    case .fixed(let value): "\(number(value)) \(unit)"
    case .exponential(let mean): "exponential \(number(mean)) \(unit)"
    case .logNormal(let median, let ninetieth):
      "median \(number(median)) \(unit), 90 % below \(number(ninetieth)) \(unit)"
    case .uniform(let from, let to): "\(number(from)) to \(number(to)) \(unit)"
    case .mixture(let parts):
      parts.map { "\(number($0.weight * 100)) % \($0.spread.written(unit))" }
        .joined(separator: ", ")
    }
  }
}
