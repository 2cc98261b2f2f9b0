import Domain

extension DoorValues {
  /// The mix of reasons: those of the scenario in their order, then others that occurred.
  func addReasons(to list: inout CalibratedValueList) {
    let known = service.attempts.failures
    let reasons = list.reasons
    let title = channel.titled(id: "alasan kunjungan gagal", en: "reasons of failed calls")
    let section = ["channels", channel.name, "attempts", "failures"]
    var written: [(failure: Attempts.Failure, percent: WrittenNumber)] = []
    if let shares = try? door.reasons.get() {
      written = Self.mix(known, reasons, shares)
    }
    list.add(
      door.reasons, at: nil, title, .failures,
      current: known.map { "\($0.name) \(percent($0.share))" }.joined(separator: ", ")
    ) { shares in
      Known(
        text: written.filter { $0.percent.value > 0 }
          .map { "\($0.failure.name) \($0.percent.text) %" }.joined(separator: ", "),
        interval: nil, cases: shares.first?.cases ?? 0,
        change: .door(door.channel, .failures(written.map(\.failure))))
    }
    let cases = (try? door.reasons.get())?.first?.cases ?? 0
    for entry in written {
      let place = section + [entry.failure.name]
      // A channel that says anything of a reason must say all of it.
      list.write(.phrase(entry.failure.title), at: place + ["title"])
      list.write(.plain(entry.failure.allowsRetry ? "yes" : "no"), at: place + ["retry"])
      list.write("\(entry.percent.text) %", at: place + ["share"], cases, .failures)
    }
  }

  /// Shares in hundredths of a percent that add up to 100 exactly: what rounding leaves over goes to
  /// the largest.
  private static func mix(
    _ known: [Attempts.Failure], _ reasons: [HistoryReason], _ shares: [ShareEstimate]
  ) -> [(failure: Attempts.Failure, percent: WrittenNumber)] {
    var failures = known.map { (failure: $0, events: 0) }
    for (reason, share) in zip(reasons, shares) where share.events > 0 {
      if let index = failures.firstIndex(where: { $0.failure.name == reason.code }) {
        failures[index].events += share.events
      } else {
        let failure = Attempts.Failure(
          name: reason.code, title: reason.title, share: 0, allowsRetry: reason.allowsRetry)
        failures.append((failure, share.events))
      }
    }
    let all = max(1, failures.reduce(0) { $0 + $1.events })
    var hundredths = failures.map { Int((Double($0.events) / Double(all) * 10_000).rounded()) }
    if let largest = hundredths.indices.max(by: { hundredths[$0] < hundredths[$1] }) {
      hundredths[largest] += 10_000 - hundredths.reduce(0, +)
    }
    return failures.indices.map { index in
      let percent = WrittenNumber(Double(hundredths[index]) / 100, decimals: 2)
      var failure = failures[index].failure
      failure.share = percent.share
      return (failure, percent)
    }
  }
}
