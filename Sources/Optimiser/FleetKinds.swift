/// Vehicles grouped by what they can do: two of a kind are interchangeable.
///
/// The search tries one empty run per kind instead of one per vehicle.
struct FleetKinds {
  /// The kind of each vehicle.
  let kindOfVehicle: [Int]
  /// The first vehicle of each kind.
  let firstVehicle: [Int]

  private struct Traits: Hashable {
    let vehicle: Vehicle
    /// The jobs that name the vehicle, one way or another.
    let allowedBy: [Int]
    let familiarTo: [Int]
    let pinnedBy: [Int]
  }

  init(_ problem: Problem) {
    var allowedBy = [[Int]](repeating: [], count: problem.vehicles.count)
    var (familiarTo, pinnedBy) = (allowedBy, allowedBy)
    for (job, facts) in problem.jobs.enumerated() {
      for vehicle in Set(facts.allowedVehicles ?? []) { allowedBy[vehicle].append(job) }
      for vehicle in Set(facts.familiarVehicles ?? []) { familiarTo[vehicle].append(job) }
    }
    for (index, pin) in problem.pins.enumerated() {
      if let vehicle = pin.vehicle { pinnedBy[vehicle].append(index) }
    }
    var kinds: [Traits: Int] = [:]
    var kindOfVehicle: [Int] = []
    var firstVehicle: [Int] = []
    for (index, vehicle) in problem.vehicles.enumerated() {
      let traits = Traits(
        vehicle: vehicle, allowedBy: allowedBy[index], familiarTo: familiarTo[index],
        pinnedBy: pinnedBy[index])
      if kinds[traits] == nil {
        kinds[traits] = firstVehicle.count
        firstVehicle.append(index)
      }
      kindOfVehicle.append(kinds[traits] ?? 0)
    }
    self.kindOfVehicle = kindOfVehicle
    self.firstVehicle = firstVehicle
  }
}
