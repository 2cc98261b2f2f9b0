public import Domain
public import Geometry

/// One rule that a plan breaks.
///
/// Stops are named by their place in the run, from 1.
public enum PlanViolation: Hashable, Sendable {
  // Accounting
  case cardMissing(CardID)
  case cardTwice(CardID)
  case cardNotAsked(CardID)
  case runTwice(RunID)
  case runOfAnotherPlan(RunID)
  case runsOutOfOrder(RunID)
  case leftOutOutOfOrder(CardID)
  case cardsOutOfOrder(RunID, stop: Int)
  // Couriers
  case unknownCourier(RunID, CourierID)
  case courierTwice(CourierID, RunID)
  case kecamatanNotServed(RunID, CourierID, RegionCode)
  case outsideKecamatan(RunID, CardID)
  case missingSkill(RunID, stop: Int, Skill)
  case overCapacity(RunID, cards: Int, limit: Int)
  case tooManyStops(RunID, stops: Int, limit: Int)
  // Stops
  case emptyRun(RunID)
  case emptyStop(RunID, stop: Int)
  case wrongStopNumber(RunID, stop: Int, written: Int)
  case wrongLocation(RunID, stop: Int)
  case wrongDesa(RunID, stop: Int)
  case strangersShareStop(RunID, CardID, CardID)
  case householdSplit(CardID, CardID)
  // Times
  case outsideShift(RunID)
  case noWay(RunID, stop: Int)
  case legTooShort(RunID, stop: Int, missingSeconds: Int)
  case setupTooShort(RunID, stop: Int, missingSeconds: Int)
  case serviceTooShort(RunID, stop: Int, missingSeconds: Int)
  case outsideHours(RunID, stop: Int)
  case restMissing(RunID)
  case restNotOwed(RunID)
  case restOutsideWindow(RunID)
  case visitDuringRest(RunID, stop: Int)
  // Boats
  case crossingsOutOfOrder(RunID)
  case unknownSailing(RunID, String)
  case wrongPiers(RunID, String)
  case wrongBoat(RunID, String, Crossing.Boat)
  case notSailing(RunID, String, CalendarDate)
  case noSuchDeparture(RunID, String, TimeOfDay)
  case wrongCrossingTime(RunID, String, minutes: Int)
  case stayNotAllowed(RunID, String)
  case boatFull(RunID, String, TimeOfDay, limit: Int)
  // Totals
  case wrongTravel(RunID, written: Duration, actual: Duration)
  case wrongDistance(RunID, written: Metres, actual: Metres)
  // Left out
  case refusalsIncomplete(CardID)
  case refusalOfStranger(CardID, CourierID)
}
