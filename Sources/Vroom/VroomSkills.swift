import Optimiser

/// Skills as bits of a ``Problem``, or, where 64 are not enough, as lists of vehicles.
struct VroomSkills {
  /// One set of bits per vehicle.
  let ofVehicles: [UInt64]
  /// The bit of each skill some job needs; nil where there are too many.
  private let bits: [Int: UInt64]?
  private let skillsOfVehicles: [Set<Int>]

  init(jobs: [VroomJob], vehicles: [VroomVehicle]) {
    let needed = Set(jobs.flatMap(\.skills)).sorted()
    var bits: [Int: UInt64] = [:]
    for (index, skill) in needed.prefix(64).enumerated() { bits[skill] = 1 << UInt64(index) }
    skillsOfVehicles = vehicles.map { Set($0.skills) }
    self.bits = needed.count > 64 ? nil : bits
    ofVehicles = vehicles.map { vehicle in
      needed.count > 64 ? 0 : vehicle.skills.reduce(0) { $0 | (bits[$1] ?? 0) }
    }
  }

  func apply(to visit: inout Job, _ job: VroomJob) {
    if let bits {
      visit.requiredSkills = job.skills.reduce(0) { $0 | (bits[$1] ?? 0) }
    } else if !job.skills.isEmpty {
      visit.allowedVehicles = skillsOfVehicles.indices.filter { vehicle in
        job.skills.allSatisfy(skillsOfVehicles[vehicle].contains)
      }
    }
  }
}
