import Optimiser

/// How long ways take, how long they are and what they cost for one routing profile.
struct VroomProfile {
  /// Seconds, and metres where distances are known.
  let travel: TravelTimes
  /// Seconds again, and beside them costs in the place of metres; nil where time is the cost.
  let costs: TravelTimes?
}
