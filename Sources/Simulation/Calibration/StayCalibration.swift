/// How long residents take to fetch their cards at village offices, or at the counter.
///
/// Only cards that have lain there longer than cards may are cases, fetched or not, since of newer
/// ones only the quick are known.
public struct StayCalibration: Sendable {
  /// Index into ``Delivery/channels``.
  public let channel: Int
  /// Days after which a card counts as never fetched.
  public let limitDays: Int
  public let neverFetched: Result<ShareEstimate, CalibrationRefusal>
  /// Of those fetched.
  public let fetchDays: Result<QuantileEstimate, CalibrationRefusal>

  init(
    _ stays: [HistorySamples.Stay], channel: Int, limitDays: Int, period: ClosedRange<Int>,
    needs: CalibrationNeeds
  ) {
    self.channel = channel
    self.limitDays = limitDays
    let length = period.upperBound - period.lowerBound + 1
    let known = stays.filter { $0.channel == channel && $0.since >= period.lowerBound }
    let old = known.filter { $0.since + limitDays <= period.upperBound }
    guard known.isEmpty || length > limitDays else {
      let refusal = CalibrationRefusal.periodTooShort(days: length, needed: limitDays)
      neverFetched = .failure(refusal)
      fetchDays = .failure(refusal)
      return
    }
    let fetched = old.compactMap { stay in
      stay.fetched.map { $0 - stay.since }.flatMap { $0 <= limitDays ? Double($0) : nil }
    }
    neverFetched = Result { () throws(CalibrationRefusal) in
      try ShareEstimate(
        events: old.count - fetched.count, cases: old.count, needed: needs.cases, .cards)
    }
    fetchDays = Result { () throws(CalibrationRefusal) in
      try QuantileEstimate(fetched, needed: needs.cases, .cards)
    }
  }
}
