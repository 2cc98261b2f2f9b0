public import Optimiser

/// A problem in VROOM's JSON, read and made a ``Problem``.
///
/// Start here: the file's own things are kept as they are written, so that plans can be told in its
/// numbers and timed by its rules.
///
/// Source: the API documentation of VROOM 1.15,
/// <https://github.com/VROOM-Project/vroom/blob/master/docs/API.md>.
public struct VroomInstance: Sendable {
  public let jobs: [VroomJob]
  public let vehicles: [VroomVehicle]
  /// One job per job, one vehicle per vehicle, in the order of the file.
  public let problem: Problem
  /// What is worth a warning.
  public let notes: [VroomNote]
  let places: VroomPlaces
  /// One per vehicle.
  let profiles: [VroomProfile]
  /// The number of values of every amount; 0 where nothing takes room.
  let amountSize: Int
  /// How much of the file's cost one unit of the problem's cost is.
  private let costPerUnit: Double
  private let jobIndices: [Int: Int]
  private let vehicleIndices: [Int: Int]

  private static let keys: Set = ["jobs", "vehicles", "matrices", "matrix", "options"]

  /// - Throws: ``VroomError`` naming line or path.
  public init(parsing bytes: [UInt8]) throws(VroomError) {
    let field = VroomField(value: try JSONParser.value(of: bytes), path: .root)
    let object = try field.object()
    if let shipments = object["shipments"], try !shipments.entries().isEmpty {
      throw shipments.unsupported(.shipments)
    }
    var notes = object.notes(knowing: Self.keys.union(["shipments"]))
    if let options = object["options"] { notes.append(.optionsUnused(path: options.path.text)) }
    let jobs = try Self.list("jobs", of: object) { (field) throws(VroomError) in
      try VroomJob(field, notes: &notes)
    }
    let vehicles = try Self.list("vehicles", of: object) { (field) throws(VroomError) in
      try VroomVehicle(field, notes: &notes)
    }
    jobIndices = try Self.indices(jobs.map { ($0.id, $0.path) })
    vehicleIndices = try Self.indices(vehicles.map { ($0.id, $0.path) })
    let roads = try VroomRoads(object, jobs: jobs, vehicles: vehicles, notes: &notes)
    try Self.requireKnownSteps(of: vehicles, jobIndices)
    let amountSize = try Self.amountSize(jobs, vehicles)
    let builder = VroomProblem(
      jobs: jobs, vehicles: vehicles, roads: roads, amountSize: amountSize)
    problem = try builder.problem(notes: &notes)
    costPerUnit = Double(builder.priceUnit) / Double(VroomProblem.unitsPerCost)
    self.jobs = jobs
    self.vehicles = vehicles
    self.amountSize = amountSize
    places = roads.places
    profiles = vehicles.indices.map { roads.profiles[roads.profileOfVehicle[$0]] }
    self.notes = notes
  }

  /// What a cost of ``problem`` is in the file's unit, the price of working hours left aside.
  public func fileCost(of cost: Int64) -> Double { Double(cost) * costPerUnit }

  /// The cost of ``problem`` up to which a plan costs no more than `cost` in the file's unit.
  public func problemCost(of cost: Double) -> Int64 {
    Int64(min(max(0, cost / costPerUnit + 1e-6), 0x1p62))
  }

  /// Notes on what has an effect only when a plan is checked.
  public var solvingNotes: [VroomNote] {
    vehicles.filter { $0.steps?.contains { $0.serviceAt != nil } ?? false }
      .map { .stepTimesUnused(path: VroomPath.key($0.path, "steps").text) }
  }

  func jobIndex(id: Int) -> Int? { jobIndices[id] }
  func vehicleIndex(id: Int) -> Int? { vehicleIndices[id] }

  private static func list<Item>(
    _ key: String, of object: VroomObject, _ read: (VroomField) throws(VroomError) -> Item
  ) throws(VroomError) -> [Item] {
    let field = try object.require(key)
    let entries = try field.entries()
    guard !entries.isEmpty else { throw field.malformed(.entries) }
    return try entries.map(read)
  }

  private static func indices(
    _ things: [(id: Int, path: VroomPath)]
  ) throws(VroomError) -> [Int: Int] {
    var indices: [Int: Int] = [:]
    for (index, thing) in things.enumerated() {
      guard indices.updateValue(index, forKey: thing.id) == nil else {
        throw .repeatedID(path: thing.path.text, id: thing.id)
      }
    }
    return indices
  }

  private static func requireKnownSteps(
    of vehicles: [VroomVehicle], _ jobIndices: [Int: Int]
  ) throws(VroomError) {
    for vehicle in vehicles {
      for step in vehicle.steps ?? [] {
        guard let id = step.id else { continue }
        if step.kind == .job, jobIndices[id] == nil {
          throw .malformed(path: step.path + ".id", found: "\(id)", need: .jobID)
        }
        if step.kind == .break, !vehicle.breaks.contains(where: { $0.id == id }) {
          throw .malformed(path: step.path + ".id", found: "\(id)", need: .breakID)
        }
      }
    }
  }

  /// Returns how many values amounts have, all of them being as long or absent.
  private static func amountSize(
    _ jobs: [VroomJob], _ vehicles: [VroomVehicle]
  ) throws(VroomError) -> Int {
    let amounts =
      vehicles.map { ($0.capacity, VroomPath.key($0.path, "capacity")) }
      + jobs.map { ($0.delivery, .key($0.path, "delivery")) }
      + jobs.map { ($0.pickup, .key($0.path, "pickup")) }
    guard let size = amounts.lazy.map(\.0.count).first(where: { $0 > 0 }) else { return 0 }
    for (amount, path) in amounts where !amount.isEmpty && amount.count != size {
      throw .malformed(path: path.text, found: "\(amount)", need: .count(size))
    }
    for vehicle in vehicles where vehicle.capacity.isEmpty {
      throw .missing(path: VroomPath.key(vehicle.path, "capacity").text)
    }
    return size
  }
}
