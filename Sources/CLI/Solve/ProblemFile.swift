import Domain
import Optimiser
import Vroom

/// A problem in one of the formats that come from elsewhere.
enum ProblemFile {
  case vrplib(VRPLIBInstance)
  case vroom(VroomInstance)

  /// - Throws: ``VRPLIBError`` or ``VroomError``.
  init(_ bytes: [UInt8], format: ProblemFormat?) throws {
    switch format ?? ProblemFormat(guessedFrom: bytes) {
    case .vrplib: self = .vrplib(try VRPLIBInstance(parsing: bytes))
    case .vroom: self = .vroom(try VroomInstance(parsing: bytes))
    }
  }

  var problem: Problem {
    switch self {
    case .vrplib(let instance): instance.problem
    case .vroom(let instance): instance.problem
    }
  }

  /// Reads a plan to begin with.
  ///
  /// - Throws: ``VRPLIBError`` or ``VroomError``.
  func warmStart(_ bytes: [UInt8]) throws -> Solution {
    switch self {
    case .vrplib(let instance): try instance.answer(parsing: bytes).solution
    case .vroom(let instance): try instance.warmStart(parsing: bytes)
    }
  }

  /// A cost of the problem in the file's unit: `27591`, `1637.7`.
  func cost(_ cost: Int64) -> String {
    switch self {
    case .vrplib(let instance) where instance.scale == 1: "\(cost)"
    case .vrplib(let instance):
      "\(cost / Int64(instance.scale)).\(cost % Int64(instance.scale))"
    case .vroom(let instance): "\(Int(min(instance.fileCost(of: cost), 0x1p62).rounded()))"
    }
  }

  /// The cost of the problem up to which a plan is as cheap as `cost` in the file's unit.
  func problemCost(_ cost: Double) -> Int64 {
    switch self {
    case .vrplib(let instance): Int64(min(max(0, cost * Double(instance.scale) + 1e-6), 0x1p62))
    case .vroom(let instance): instance.problemCost(of: cost)
    }
  }

  /// A job as the file numbers it.
  func name(ofJob job: Int) -> Phrase {
    guard problem.jobs.indices.contains(job) else {
      return Phrase(id: "tugas \(job)", en: "job \(job)")
    }
    switch self {
    case .vrplib(let instance):
      let (number, node) = (instance.customerNumber(of: job), instance.nodes[job])
      return Phrase(
        id: "pelanggan \(number) (simpul \(node))", en: "customer \(number) (node \(node))")
    case .vroom(let instance):
      let id = instance.jobs[job].id
      return Phrase(id: "tugas \(id)", en: "job \(id)")
    }
  }

  /// A vehicle as the file numbers it; in a solution of VRPLIB it is its route.
  func name(ofVehicle vehicle: Int) -> Phrase {
    switch self {
    case .vroom(let instance) where instance.vehicles.indices.contains(vehicle):
      let id = instance.vehicles[vehicle].id
      return Phrase(id: "kendaraan \(id)", en: "vehicle \(id)")
    default: return Phrase(id: "rute \(vehicle + 1)", en: "route \(vehicle + 1)")
    }
  }

  func name(ofLocation location: Int) -> Phrase {
    switch self {
    case .vrplib: Phrase(id: "simpul \(location + 1)", en: "node \(location + 1)")
    case .vroom: Phrase(id: "tempat \(location)", en: "place \(location)")
    }
  }
}
