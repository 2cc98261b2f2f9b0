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
    let namedBy: [Int]
  }

  init(_ problem: Problem) {
    var namedBy = [[Int]](repeating: [], count: problem.vehicles.count)
    for (job, facts) in problem.jobs.enumerated() {
      for vehicle in Set(facts.allowedVehicles ?? []).sorted() { namedBy[vehicle].append(job) }
    }
    var kinds: [Traits: Int] = [:]
    var kindOfVehicle: [Int] = []
    var firstVehicle: [Int] = []
    for (index, vehicle) in problem.vehicles.enumerated() {
      let traits = Traits(vehicle: vehicle, namedBy: namedBy[index])
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
