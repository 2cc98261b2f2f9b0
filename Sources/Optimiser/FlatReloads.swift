/// Where bags are filled up again: nodes that a run may visit between its jobs.
///
/// Vehicles that reload at the same place and as long share their nodes, one for each time a
/// reload can be of use.
struct FlatReloads: ~Copyable {
  /// Whether there are any.
  let exist: Bool
  /// Per node, counted from the first: which kind of reload it is.
  let kindOfNode: Column<Int32>
  let kindCount: Int
  /// Per vehicle its kind of reload, -1 if it never reloads.
  private let kindOfVehicle: Column<Int32>
  private let maximum: Column<Int32>
  /// Per node its location and how long a reload takes there.
  let locations: [Int]
  let seconds: [Int]

  private struct Kind: Hashable {
    let location: Int
    let seconds: Int32
  }

  init(_ problem: Problem) {
    var number: [Kind: Int] = [:]
    var kinds: [(kind: Kind, uses: Int)] = []
    var kindOfVehicle: [Int] = []
    for vehicle in problem.vehicles {
      guard let reload = vehicle.reload, reload.maximum > 0 else {
        kindOfVehicle.append(-1)
        continue
      }
      let kind = Kind(location: reload.location, seconds: reload.seconds)
      let index = number[kind] ?? kinds.count
      if index == kinds.count { kinds.append((kind, 0)) }
      number[kind] = index
      // Between two reloads lies a job, so more reloads than jobs are of no use.
      kinds[index].uses = min(problem.jobs.count, kinds[index].uses + reload.maximum)
      kindOfVehicle.append(index)
    }
    let nodes = kinds.enumerated().flatMap { Array(repeating: $0.offset, count: $0.element.uses) }
    exist = !nodes.isEmpty
    kindCount = kinds.count
    kindOfNode = Column(nodes)
    locations = nodes.map { kinds[$0].kind.location }
    seconds = nodes.map { Int(kinds[$0].kind.seconds) }
    self.kindOfVehicle = Column(kindOfVehicle)
    maximum = Column(problem.vehicles.map { min(problem.jobs.count, $0.reload?.maximum ?? 0) })
  }

  /// The kind of reload of `run`, nil if it has none.
  @inline(__always)
  func kind(of run: Int) -> Int? { exist && kindOfVehicle[run] >= 0 ? kindOfVehicle[run] : nil }

  /// How often `run` may reload.
  @inline(__always)
  func maximum(of run: Int) -> Int { maximum[run] }
}
