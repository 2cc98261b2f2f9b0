import Domain

/// A value of a scenario that is replaced.
enum CalibratedChange: Hashable, Sendable {
  /// By index into ``Demand/arrivals``; nil: one of that kind is added.
  case arrivals(Int?, RequestKind, perDay: Double)
  case urgent(Int, share: Double)
  case printingRate(Int)
  /// Of the channel to the door with this index.
  case door(Int, DoorChange)
  case villageFetch(Int, Spread)
  case villageNeverFetched(Int, Double)
  case counterFetch(Int, Spread)
  case counterNeverFetched(Int, Double)

  enum DoorChange: Hashable, Sendable {
    case couriers(Int)
    case cardsPerDoor(Double)
    case minutesAtDoor(Spread)
    case oldCardMinutes(Double)
    case firstFailure(Double)
    case laterFailure(Double)
    case hourFactors([Double])
    case weekdayFactors([Double])
    case failures([Attempts.Failure])
    case retryDays(Int)
    case holdDays(Int)
    case fetchedShare(Double)
  }
}
