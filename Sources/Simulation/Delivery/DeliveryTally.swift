/// What happened on one day of delivery, and where cards stand.
///
/// Counted here and noted in the evening, as noting each card in the series would cost a look-up.
struct DeliveryTally: Sendable {
  // Flows, from zero every day.
  var handedOver = 0
  var calls = 0
  var delivered = 0
  var returned = 0
  var cost = 0.0
  var busyCourierSeconds = 0.0
  var availableCourierSeconds = 0.0
  var boatPlacesUsed = 0
  var boatPlaces = 0
  // Levels, for good.
  var withChannel = 0
  var held = 0

  /// Notes the day, and begins the next.
  mutating func close(_ world: inout World) {
    world.count(.handedOver, Double(handedOver))
    world.count(.calls, Double(calls))
    world.count(.delivered, Double(delivered))
    world.count(.returned, Double(returned))
    world.count(.cost, cost)
    world.note(.withChannel, Double(withChannel))
    world.note(.held, Double(held))
    let share =
      availableCourierSeconds > 0 ? busyCourierSeconds / availableCourierSeconds : 0
    world.note(.couriersBusy, min(1, share))
    let places = Double(max(1, boatPlaces))
    world.note(.boatsBusy, Double(boatPlacesUsed) / places)
    let (standingOut, standingHeld) = (withChannel, held)
    self = DeliveryTally()
    withChannel = standingOut
    held = standingHeld
  }
}
