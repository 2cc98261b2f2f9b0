import Domain

/// Puts what is known of one channel to the door into words.
struct DoorValues {
  let door: DoorCalibration
  let channel: DeliveryChannel
  let service: DoorService

  private var index: Int { door.channel }
  private var path: [String] { ["channels", channel.name] }
  private var attempts: [String] { path + ["attempts"] }

  typealias Known = CalibratedValueList.Known

  func addCouriers(to list: inout CalibratedValueList) {
    list.add(
      door.couriers, at: path + ["couriers"],
      channel.titled(id: "petugas yang bertugas per hari", en: "couriers out on a day"), .days,
      current: "\(service.couriers) couriers"
    ) { mean in
      let count = WrittenNumber(max(1, mean.mean), decimals: 0)
      return Known(
        text: "\(count.text) couriers",
        interval: written(mean.interval, decimals: 1) + " couriers", cases: mean.cases,
        change: .door(index, .couriers(Int(count.value))))
    }
    list.add(
      door.cardsPerCourierDay, at: nil,
      channel.titled(id: "kartu diterima per petugas per hari", en: "cards per courier and day"),
      .days
    ) { CalibratedValueList.known($0, "cards/day") }
    list.add(
      door.firstCallDays, at: nil,
      channel.titled(
        id: "hari dari serah terima sampai kunjungan pertama",
        en: "days from hand-over to the first call"), .cards,
      note: Phrase(
        id: "termasuk menunggu petugas; tidak sama dengan waktu penyortiran",
        en: "waiting for a courier included; not the same as the time for sorting")
    ) { CalibratedValueList.known($0, "days") }
  }

  func addTimes(to list: inout CalibratedValueList) {
    list.add(
      door.cardsPerDoor, at: path + ["cards-per-door"],
      channel.titled(id: "kartu per rumah", en: "cards per door"), .visits,
      current: "\(WrittenNumber(service.cardsPerDoor, decimals: 2).text) cards/door"
    ) { mean in
      let cards = WrittenNumber(max(1, mean.mean), decimals: 2)
      return Known(
        text: "\(cards.text) cards/door",
        interval: written(mean.interval, decimals: 2) + " cards/door", cases: mean.cases,
        change: .door(index, .cardsPerDoor(cards.value)))
    }
    list.add(
      door.minutesAtDoor, at: path + ["at-door"],
      channel.titled(id: "menit di pintu per kartu", en: "minutes at the door for a card"), .gaps,
      current: service.minutesAtDoor.written("minutes"),
      note: Phrase(
        id: "jeda antarkonfirmasi dikurangi perjalanan menurut rencana",
        en: "gaps between confirmations less the planned ride")
    ) { quantiles throws(CalibrationRefusal) in
      try CalibratedValueList.spread(quantiles, "minutes") { .door(index, .minutesAtDoor($0)) }
    }
    list.add(
      door.oldCardMinutes, at: path + ["old-card"],
      channel.titled(id: "menit tambahan untuk KTP lama", en: "minutes more for an old card"),
      .gaps, current: "\(WrittenNumber(service.oldCardMinutes, decimals: 2).text) minutes"
    ) { difference in
      let minutes = WrittenNumber(max(0, difference.difference), decimals: 2)
      return Known(
        text: "\(minutes.text) minutes",
        interval: written(difference.interval, decimals: 2) + " minutes",
        cases: difference.cases, change: .door(index, .oldCardMinutes(minutes.value)))
    }
  }

  func addFailures(to list: inout CalibratedValueList) {
    list.add(
      door.firstFailure, at: attempts + ["first-failure"],
      channel.titled(id: "kunjungan pertama yang gagal", en: "first calls that fail"), .calls,
      current: percent(service.attempts.firstFailureShare)
    ) { share in
      CalibratedValueList.known(share) { .door(index, .firstFailure($0)) }
    }
    list.add(
      door.laterFailure, at: attempts + ["later-failure"],
      channel.titled(id: "kunjungan berikutnya yang gagal", en: "later calls that fail"), .calls,
      current: percent(service.attempts.laterFailureShare)
    ) { share in
      let scaled = WrittenNumber.percent(min(1, share.share * door.laterScale))
      let range =
        min(
          1, share.interval.lowerBound * door.laterScale)...min(
          1, share.interval.upperBound * door.laterScale)
      return Known(
        text: "\(scaled.text) %", interval: writtenPercent(range), cases: share.cases,
        change: .door(index, .laterFailure(scaled.share)))
    }
  }

  func addAfterwards(to list: inout CalibratedValueList) {
    list.add(
      door.retryDays, at: attempts + ["retry"],
      channel.titled(id: "hari sampai kunjungan berikutnya", en: "days until the next call"),
      .gaps, current: "\(service.attempts.retryDays) days"
    ) { quantiles in
      let days = WrittenNumber(max(1, quantiles.median), decimals: 0)
      return Known(
        text: "\(days.text) days",
        interval: written(quantiles.medianInterval, decimals: 0) + " days",
        cases: quantiles.cases, change: .door(index, .retryDays(Int(days.value))))
    }
    list.add(
      door.holdDays, at: attempts + ["hold"],
      channel.titled(
        id: "hari ditahan sebelum kembali", en: "days held before going back"), .cards,
      current: "\(service.attempts.holdDays) days"
    ) { quantiles in
      let days = WrittenNumber(max(0, quantiles.median), decimals: 0)
      return Known(
        text: "\(days.text) days",
        interval: written(quantiles.medianInterval, decimals: 0) + " days",
        cases: quantiles.cases, change: .door(index, .holdDays(Int(days.value))))
    }
    list.add(
      door.fetched, at: attempts + ["fetched"],
      channel.titled(id: "kartu titipan yang diambil", en: "held cards that are fetched"), .cards,
      current: percent(service.attempts.fetchedShare)
    ) { share in
      CalibratedValueList.known(share) { .door(index, .fetchedShare($0)) }
    }
  }

  /// One value for all hours, one for all weekdays: each hour and day is a line of the file.
  func addFactors(to list: inout CalibratedValueList) {
    let hours = door.hours.filter { $0.calls > 0 }
    add(
      hours, at: attempts + ["hour-factors"],
      channel.titled(id: "kegagalan menurut jam", en: "failures by hour"),
      current: service.attempts.hourFactors, to: &list
    ) { hour in
      "\(hour)-\(hour + 1)"
    } change: {
      .hourFactors($0)
    }
    let names = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
    add(
      door.weekdays.filter { $0.calls > 0 }, at: attempts + ["weekday-factors"],
      channel.titled(id: "kegagalan menurut hari", en: "failures by weekday"),
      current: service.attempts.weekdayFactors, to: &list
    ) { day in
      names[day]
    } change: {
      .weekdayFactors($0)
    }
  }

  private func add(
    _ groups: [GroupShare], at path: [String], _ title: Phrase, current: [Double],
    to list: inout CalibratedValueList, name: (Int) -> String,
    change: ([Double]) -> CalibratedChange.DoorChange
  ) {
    let written = groups.map { WrittenNumber(min(10, $0.factor), decimals: 2) }
    var factors = Array(repeating: 1.0, count: current.count)
    for (group, number) in zip(groups, written) { factors[group.group] = number.value }
    let cases = groups.reduce(0) { $0 + $1.calls }
    let estimate: Result<[GroupShare], CalibrationRefusal> =
      groups.isEmpty ? .failure(refusal) : .success(groups)
    let texts = zip(groups, written).map { group, number in
      "\(name(group.group)): \(number.text) times"
    }
    let range =
      (written.map(\.value).min() ?? 1)...(written.map(\.value).max() ?? 1)
    list.add(
      estimate, at: nil, title, .calls,
      current: Set(current) == [1] ? "1 times" : nil
    ) { _ in
      Known(
        text: texts.joined(separator: ", "),
        interval: Simulation.written(range, decimals: 2) + " times", cases: cases,
        change: .door(index, change(factors)))
    }
    guard !groups.isEmpty else { return }
    removeOthers(at: path, than: groups.map { name($0.group) }, from: &list)
    for (group, number) in zip(groups, written) {
      list.write("\(number.text) times", at: path + [name(group.group)], group.calls, .calls)
    }
  }

  private var refusal: CalibrationRefusal {
    if case .failure(let refusal) = door.firstFailure { return refusal }
    return .tooFew(cases: 0, needed: 1, .calls)
  }

  /// Spans of hours that the scenario has and that would overlap those written now are taken away.
  private func removeOthers(
    at path: [String], than names: [String], from list: inout CalibratedValueList
  ) {
    let ends = [path.dropFirst(2).joined(separator: "."), path.joined(separator: ".")]
    for assumption in list.scenario.assumptions {
      let parts = assumption.path.split(separator: ".").map(String.init)
      let section = parts.dropLast().joined(separator: ".")
      guard let name = parts.last, !names.contains(name),
        section == ends[1] || section == "door.\(ends[0])"
      else { continue }
      let place = path + [name]
      if !list.entries.contains(where: { $0.path == place }) {
        list.write(.plain("none"), at: place)
      }
    }
  }

  func percent(_ share: Double) -> String { WrittenNumber.percent(share).text + " %" }
}
