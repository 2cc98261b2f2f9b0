import Domain

/// Where a card stands at the end of a day, as far as a back-test tells cards apart.
enum CardStanding: Hashable, Sendable {
  case notPrinted
  /// Printed, and neither with its resident nor back for good.
  case inside
  /// With its resident, since the day with this number.
  case delivered(Int)
  /// Back in the office for good: another call makes no sense, or nobody fetched it.
  case back
  /// Lost or destroyed.
  case removed

  init(_ card: HistoryCard, at day: Int, zone: TimeZoneOffset, allowsRetry: [String: Bool]) {
    guard card.printedOn.dayNumber <= day else {
      self = .notPrinted
      return
    }
    var standing = CardStanding.inside
    var isHopeless = false
    for event in card.events {
      let time = LocalTime(event.time, in: zone)
      guard time.day <= day else { break }
      switch event.kind {
      case .handedOver, .sentToVillage, .cleared: (standing, isHopeless) = (.inside, false)
      case .failed(let code): isHopeless = !(allowsRetry[code] ?? true)
      case .held: isHopeless = true
      case .delivered: standing = .delivered(time.day)
      case .returned: standing = isHopeless ? .back : .inside
      case .removed: if case .delivered = standing {} else { standing = .removed }
      }
    }
    self = standing
  }
}
