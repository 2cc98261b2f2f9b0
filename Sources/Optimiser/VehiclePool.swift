/// Which vehicles of each kind have no run yet.
struct VehiclePool: ~Copyable {
  /// The vehicles, kind by kind; the unused ones of a kind come first in its part.
  private var members: Column<Int32>
  private var position: Column<Int32>
  private let offset: Column<Int32>
  private var unusedCount: Column<Int32>

  /// Starts with every vehicle unused.
  init(kindOfVehicle kinds: borrowing Column<Int32>, kindCount: Int) {
    var byKind = [[Int]](repeating: [], count: kindCount)
    for vehicle in 0..<kinds.count { byKind[kinds[vehicle]].append(vehicle) }
    let order = Array(byKind.joined())
    members = Column(order)
    position = Column(repeating: 0, count: kinds.count)
    offset = Column(byKind.reduce(into: [0]) { $0.append($0[$0.count - 1] + $1.count) })
    unusedCount = Column(byKind.map(\.count))
    for (index, vehicle) in order.enumerated() { position[vehicle] = index }
  }

  /// Returns an unused vehicle of `kind`, nil when all have runs.
  @inline(__always)
  func unusedVehicle(ofKind kind: Int) -> Int? {
    unusedCount[kind] > 0 ? members[offset[kind]] : nil
  }

  /// Notes that `vehicle`, which is of `kind`, has a run from now on.
  mutating func take(_ vehicle: Int, ofKind kind: Int) {
    assert(position[vehicle] < offset[kind] + unusedCount[kind], "\(vehicle) is taken already")
    unusedCount[kind] -= 1
    swap(vehicle, withMemberAt: offset[kind] + unusedCount[kind])
  }

  /// Notes that the run of `vehicle`, which is of `kind`, is empty again.
  mutating func giveBack(_ vehicle: Int, ofKind kind: Int) {
    assert(position[vehicle] >= offset[kind] + unusedCount[kind], "\(vehicle) is not taken")
    swap(vehicle, withMemberAt: offset[kind] + unusedCount[kind])
    unusedCount[kind] += 1
  }

  private mutating func swap(_ vehicle: Int, withMemberAt index: Int) {
    let other = members[index]
    members[position[vehicle]] = other
    position[other] = position[vehicle]
    members[index] = vehicle
    position[vehicle] = index
  }
}
