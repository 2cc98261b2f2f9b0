/// A plan somebody made, as a file tells it: VROOM's output, or the `steps` of a problem's vehicles.
struct VroomAnswer {
  struct Route {
    let vehicle: Int
    let steps: [VroomStep]
    let claimedCost: Int?
    let path: String
  }

  let routes: [Route]
  /// nil where the file does not say.
  let unassigned: [Int]?
  let claimedCost: Int?

  /// Reads VROOM's output.
  init(parsing bytes: [UInt8]) throws(VroomError) {
    let object = try VroomField(value: try JSONParser.value(of: bytes), path: .root).object()
    if let vehicles = object["vehicles"], object["routes"] == nil {
      self = try Self(stepsOf: vehicles)
      return
    }
    routes = try object.require("routes").entries().map { (field) throws(VroomError) in
      let route = try field.object()
      return Route(
        vehicle: try route.require("vehicle").whole(in: VroomLimits.id),
        steps: try Self.steps(try route.require("steps")),
        claimedCost: try route["cost"]?.whole(in: 0...(1 << 62)), path: field.path.text)
    }
    unassigned = try object["unassigned"]?.entries().map { (field) throws(VroomError) in
      try field.object().require("id").whole(in: VroomLimits.id)
    }
    claimedCost = try object["summary"]?.object()["cost"]?.whole(in: 0...(1 << 62))
  }

  /// Reads the steps of a problem's own vehicles.
  init(_ vehicles: [VroomVehicle]) {
    routes = vehicles.compactMap { vehicle in
      vehicle.steps.map {
        Route(vehicle: vehicle.id, steps: $0, claimedCost: nil, path: vehicle.path.text)
      }
    }
    (unassigned, claimedCost) = (nil, nil)
  }

  private init(stepsOf vehicles: VroomField) throws(VroomError) {
    var routes: [Route] = []
    for field in try vehicles.entries() {
      let vehicle = try field.object()
      guard let steps = vehicle["steps"] else { continue }
      routes.append(
        Route(
          vehicle: try vehicle.require("id").whole(in: VroomLimits.id),
          steps: try Self.steps(steps), claimedCost: nil, path: field.path.text))
    }
    self.routes = routes
    (unassigned, claimedCost) = (nil, nil)
  }

  private static func steps(_ field: VroomField) throws(VroomError) -> [VroomStep] {
    try field.entries().map { (entry) throws(VroomError) in try VroomStep(entry) }
  }
}
