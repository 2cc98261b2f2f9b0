/// What happens on the way from the office to the resident, as ``Event/code``.
enum DeliveryEvent: UInt8, Sendable {
  /// Midnight: the hand-overs and runs of the day are set.
  case morning
  /// The formal hand-over (BAST) of everything that is sorted, to the channels whose day it is.
  case handOver
  /// Couriers of a door channel set out; the subject is its index among the door channels.
  case runs
  /// A card has come through transit, or its wait after a failed call is over.
  case readyToCall
  /// A courier stands at the door of a card.
  case call
  /// A card has come to its village office.
  case atVillage
  /// The resident of a card comes to the counter.
  case atCounter
  /// A resident has fetched a card.
  case fetched
  /// A card that nobody fetched goes back to the office.
  case goesBack
}
