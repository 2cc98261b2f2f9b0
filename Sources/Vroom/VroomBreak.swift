/// A break as the file gives it.
struct VroomBreak: Sendable {
  let id: Int
  let description: String?
  let serviceSeconds: Int
  /// When it may start; nil means any time.
  let timeWindow: ClosedRange<Int>?
  let path: VroomPath

  private static let keys: Set = ["id", "description", "service", "time_windows"]

  init(_ field: VroomField, notes: inout [VroomNote]) throws(VroomError) {
    let object = try field.object()
    if let load = object["max_load"] { throw load.unsupported(.maximumLoad) }
    notes += object.notes(knowing: Self.keys)
    path = field.path
    id = try object.require("id").whole(in: VroomLimits.id)
    description = try object["description"]?.string()
    serviceSeconds = try object["service"]?.whole(in: VroomLimits.amount) ?? 0
    let windows = try object["time_windows"]?.timeWindows() ?? []
    guard windows.count <= 1 else {
      throw .unsupported(path: VroomPath.key(path, "time_windows").text, .severalBreakWindows)
    }
    timeWindow = windows.first
  }
}
