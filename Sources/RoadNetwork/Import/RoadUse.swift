/// What a profile makes of a way: in which directions and how fast it may be used.
struct RoadUse {
  var roadClass: RoadClass
  var flags: SegmentFlags
  /// Zero where the way is closed in this direction.
  var forwardKilometresPerHour: Double
  var backwardKilometresPerHour: Double
  /// How long a ferry is said to take from end to end.
  var durationSeconds: Double?

  var isClosed: Bool { forwardKilometresPerHour <= 0 && backwardKilometresPerHour <= 0 }
}

/// In which directions traffic may move, seen along a way.
enum TravelDirections {
  case both, forward, backward, none
}
