import Optimiser

/// The object `matrices`.
struct VroomMatrices {
  private let object: VroomObject
  /// The number of rows of every matrix.
  let size: Int

  private static let keys: Set = ["durations", "distances", "costs"]

  init(_ object: VroomObject, firstProfile: String) throws(VroomError) {
    self.object = object
    let durations = try object.require(firstProfile).object().require("durations")
    size = try durations.entries().count
    guard size > 0 else { throw durations.malformed(.entries) }
  }

  func profile(_ name: String, notes: inout [VroomNote]) throws(VroomError) -> VroomProfile {
    let matrices = try object.require(name).object()
    notes += matrices.notes(knowing: Self.keys)
    let durations = try matrices.require("durations")
    let seconds = try cells(durations, besides: nil, notes: &notes)
    let metres = try matrices["distances"].map { (field) throws(VroomError) in
      try cells(field, besides: seconds, notes: &notes)
    }
    let prices = try matrices["costs"].map { (field) throws(VroomError) in
      try cells(field, besides: seconds, notes: &notes)
    }
    do throws(ProblemError) {
      return VroomProfile(
        travel: try TravelTimes(count: size, seconds: seconds, metres: metres),
        costs: try prices.map { (prices) throws(ProblemError) in
          try TravelTimes(count: size, seconds: seconds, metres: prices)
        })
    } catch {
      throw .refused(error)
    }
  }

  /// Notes on what no vehicle uses.
  func notes(using profiles: [String]) -> [VroomNote] {
    object.members.filter { !profiles.contains($0.key) }
      .map { .unusedProfile(path: VroomPath.key(object.path, $0.key).text) }
  }

  /// Returns a matrix row by row, with a zero diagonal.
  ///
  /// - Parameter seconds: The durations if these are none: where they know no way, nothing is
  ///   needed.
  private func cells(
    _ field: VroomField, besides seconds: [Int32]?, notes: inout [VroomNote]
  ) throws(VroomError) -> [Int32] {
    let rows = try field.entries()
    guard rows.count == size else { throw field.malformed(.count(size)) }
    var cells: [Int32] = []
    cells.reserveCapacity(size * size)
    var hasWayToItself = false
    for (origin, row) in rows.enumerated() {
      let start = cells.count
      try append(row, to: &cells, besides: seconds)
      guard cells.count - start == size else { throw row.malformed(.count(size)) }
      if cells[start + origin] != 0 { hasWayToItself = true }
      cells[start + origin] = 0
    }
    if hasWayToItself { notes.append(.wayToItself(path: field.path.text)) }
    return cells
  }

  private func append(
    _ row: VroomField, to cells: inout [Int32], besides seconds: [Int32]?
  ) throws(VroomError) {
    if case .integers(let values) = row.value, values.allSatisfy(VroomLimits.way.contains) {
      for value in values { cells.append(Int32(value)) }
      return
    }
    for entry in try row.entries() {
      let isWay =
        cells.count >= seconds?.count ?? 0 || seconds?[cells.count] != TravelTimes.unreachable
      if !isWay {
        cells.append(0)
      } else if seconds == nil, Self.meansNoWay(entry.value) {
        cells.append(TravelTimes.unreachable)
      } else {
        cells.append(Int32(try entry.whole(in: VroomLimits.way)))
      }
    }
  }

  private static func meansNoWay(_ value: JSONValue) -> Bool {
    switch value {
    case .null: true
    case .integer(let value): VroomLimits.noWay.contains(value)
    default: false
    }
  }
}
