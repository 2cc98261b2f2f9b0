/// How full the bag is along the runs in which that depends on the place: those that can reload,
/// and all of them where something is picked up.
///
/// A trip is what lies between leaving, reloads and return; a reload or a run's own node stands
/// for the trip that begins there. What a trip delivers is in the bag when it begins, what it picks
/// up is there until it ends.
///
/// Source: Vidal, Crainic, Gendreau, Prins, "A unified solution framework for multi-attribute
/// vehicle routing problems", 2014: loads of parts of a run joined in O(1).
struct Trips: ~Copyable {
  /// The bag on leaving a node, in one dimension.
  struct Bag {
    /// What the trip has picked up by then.
    var collected = 0
    /// What it still has to deliver.
    var owed = 0
    /// The most it holds from the beginning of the trip up to here.
    var mostUpTo = 0
    /// The most it holds from here to the end of the trip.
    var mostFrom = 0

    /// What it holds.
    @inline(__always)
    var load: Int { owed + collected }
  }

  /// What putting something in changes, in one dimension.
  struct Change {
    /// What is delivered there.
    let given: Int
    /// What is picked up there.
    let taken: Int
    /// The most the bag holds while that goes on, above what it would without any of it.
    let peak: Int
  }

  private static let fields = 4

  let dimensionCount: Int
  /// `(node × dimensionCount + dimension) × 4`: the fields of ``Bag``, as they are read together.
  private var cells: Column<Int64>

  init(_ flat: borrowing FlatProblem) {
    dimensionCount = 1 + flat.loads.count
    cells = Column(
      repeating: 0, count: flat.haveTrips ? flat.nodeCount * dimensionCount * Self.fields : 0)
  }

  @inline(__always)
  subscript(node: Int, dimension: Int) -> Bag {
    get {
      let first = (node &* dimensionCount &+ dimension) &* Self.fields
      return Bag(
        collected: cells[first], owed: cells[first &+ 1], mostUpTo: cells[first &+ 2],
        mostFrom: cells[first &+ 3])
    }
    set {
      let first = (node &* dimensionCount &+ dimension) &* Self.fields
      cells[first] = newValue.collected
      cells[first &+ 1] = newValue.owed
      cells[first &+ 2] = newValue.mostUpTo
      cells[first &+ 3] = newValue.mostFrom
    }
  }
}
