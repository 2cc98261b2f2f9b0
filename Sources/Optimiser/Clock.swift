/// The times of all runs, kept so that an insertion is judged in O(breaks²).
///
/// A state is a node and the number of breaks taken before it. Feasibility uses the earliest
/// and latest time of every state and is exact. Cost uses the path the run follows now, along
/// which a part of a run turns a starting time `t` into `max(t + tail, floor)`: exact while
/// breaks and windows stay as they are, a good estimate otherwise.
///
/// Source: Vidal, Crainic, Gendreau, Prins, "A hybrid genetic algorithm with adaptive diversity
/// management for a large class of vehicle routing problems with time-windows", 2013.
struct Clock: ~Copyable {
  /// `node × stateCount + taken`: earliest departure; `never` where there is none.
  var earliest: Column<Int32>
  /// `node × stateCount + taken`: latest moment to be ready; negative where there is none.
  var latest: Column<Int32>
  /// `node × stateCount + taken`: the breaks taken at the node before, on the earliest path.
  var origin: Column<Int32>

  /// Breaks taken before service at each node on the run's path.
  var taken: Column<Int32>
  /// Seconds from leaving to departure without waiting.
  var elapsed: Column<Int32>
  /// The latest leaving that keeps the path up to the node's departure.
  var latestLeaving: Column<Int32>
  /// Seconds from being ready at the node to return without waiting.
  var tail: Column<Int32>
  /// The earliest return, however early the node is reached.
  var floor: Column<Int32>

  /// Per run: travel, setup and service.
  var moving: Column<Int32>
  /// Per run: leaving to return without breaks.
  var duration: Column<Int32>
  /// Per run: seconds of breaks on the path.
  var rest: Column<Int32>

  /// Room for the states of the insertion being judged.
  var ready: Column<Int64>
  var departure: Column<Int64>

  init(_ flat: borrowing FlatProblem) {
    let nodes = flat.isTimed ? flat.nodeCount : 0
    let runs = flat.isTimed ? flat.vehicleCount : 0
    earliest = Column(repeating: FlatTravel.never, count: nodes * flat.stateCount)
    latest = Column(repeating: -1, count: nodes * flat.stateCount)
    origin = Column(repeating: 0, count: nodes * flat.stateCount)
    taken = Column(repeating: 0, count: nodes)
    elapsed = Column(repeating: 0, count: nodes)
    latestLeaving = Column(repeating: 0, count: nodes)
    tail = Column(repeating: 0, count: nodes)
    floor = Column(repeating: 0, count: nodes)
    moving = Column(repeating: 0, count: runs)
    duration = Column(repeating: 0, count: runs)
    rest = Column(repeating: 0, count: runs)
    ready = Column(repeating: 0, count: flat.stateCount)
    departure = Column(repeating: 0, count: flat.stateCount)
  }
}
