/// How full the bag is between two fillings of it, in the runs that can reload.
///
/// A trip is what lies between leaving, reloads and return; a reload or a run's own node stands
/// for the trip that begins there.
struct Trips: ~Copyable {
  let dimensionCount: Int
  /// `node × dimensionCount + dimension`: what is taken on the trip up to the node, with it.
  private var upTo: Column<Int64>
  /// `node × dimensionCount + dimension`: what is taken on the whole trip.
  private var whole: Column<Int64>

  init(_ flat: borrowing FlatProblem) {
    dimensionCount = 1 + flat.loads.count
    let cells = flat.reloads.exist ? flat.nodeCount * dimensionCount : 0
    upTo = Column(repeating: 0, count: cells)
    whole = Column(repeating: 0, count: cells)
  }

  @inline(__always)
  func load(upTo node: Int, _ dimension: Int) -> Int { upTo[node * dimensionCount + dimension] }

  func load(ofTripAt node: Int, _ dimension: Int) -> Int {
    whole[node * dimensionCount + dimension]
  }

  mutating func setLoad(upTo node: Int, _ dimension: Int, _ load: Int) {
    upTo[node * dimensionCount + dimension] = load
  }

  mutating func setLoad(ofTripAt node: Int, _ dimension: Int, _ load: Int) {
    whole[node * dimensionCount + dimension] = load
  }
}
