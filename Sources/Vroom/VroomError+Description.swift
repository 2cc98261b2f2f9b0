extension VroomError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .notJSON(let line, let column, let fault): "line \(line), column \(column): \(fault)"
    case .missing(let path): "\(path) is missing; add it"
    case .malformed(let path, let found, let need): "\(path) is \(found); use \(need)"
    case .repeatedID(let path, let id): "\(path): there is another with id \(id); number them apart"
    case .unsupported(let path, let limit): "\(path): \(limit)"
    case .refused(let error): "\(error)"
    }
  }
}

extension VroomNeed: CustomStringConvertible {
  public var description: String {
    switch self {
    case .object: "an object"
    case .array: "an array"
    case .string: "a string"
    case .whole(let allowed):
      "a whole number from \(allowed.lowerBound) to \(allowed.upperBound)"
    case .number(let allowed): "a number from \(allowed.lowerBound) to \(allowed.upperBound)"
    case .coordinates: "[longitude, latitude] in degrees"
    case .timeWindow: "[opening, closing] in whole seconds, opening first"
    case .windowsApart: "time windows that do not touch"
    case .count(let count): "\(count) entries"
    case .oneOf(let values): values.joined(separator: ", ")
    case .entries: "at least one entry"
    case .jobID: "the id of a job"
    case .breakID: "the id of a break of this vehicle"
    }
  }
}

extension VroomLimit: CustomStringConvertible {
  public var description: String {
    switch self {
    case .shipments:
      "shipments are not supported; only jobs are, each with a delivery, a pickup or both"
    case .severalBreakWindows: "a break can have one time window; keep one"
    case .maximumLoad: "a limit of the load during a break is not supported; take it out"
    case .timesByVehicleType: "times by type of vehicle are not supported; use setup and service"
    case .breaksWithoutRoom:
      "the shift, or the break before it, leaves it no room; change its window"
    case .differingTaskPrices: "per_task_hour must be the same for all vehicles"
    case .costsMatrixAndPrices:
      "a costs matrix leaves no room for per_hour, per_km or max_distance; use one of them"
    case .noDistances: "no distances are known; add them to the matrices of the profile"
    case .noMatrices: "so many places so far apart need matrices; add them"
    case .momentsTooFarApart: "moments are more than 34 years apart; check the time windows"
    }
  }
}
