import Optimiser

/// Turns the file's moments, which may be seconds since 1970, into those of a ``Problem``.
struct VroomClock {
  /// How long before the first window anything may happen: four years.
  private static let lead = 1 << 27

  private let origin: Int

  init(jobs: [VroomJob], vehicles: [VroomVehicle]) throws(VroomError) {
    var windows: [(window: ClosedRange<Int>, path: VroomPath)] = []
    for job in jobs { windows += job.timeWindows.map { ($0, job.path) } }
    for vehicle in vehicles {
      windows += [vehicle.timeWindow].compactMap(\.self).map { ($0, vehicle.path) }
      windows += vehicle.breaks.compactMap { pause in pause.timeWindow.map { ($0, pause.path) } }
    }
    let first = windows.map(\.window.lowerBound).min() ?? 0
    origin = max(0, first - Self.lead)
    for (window, path) in windows where window.lowerBound - origin > VroomLimits.amount.upperBound {
      throw .unsupported(path: path.text, .momentsTooFarApart)
    }
  }

  /// Returns `window` in the problem's seconds; an end beyond 34 years is as good as none.
  func window(_ window: ClosedRange<Int>, later delay: Int) -> ClosedRange<Int32> {
    moment(window.lowerBound + delay)...moment(window.upperBound + delay)
  }

  /// Returns the breaks of `vehicle`, apart from one another and each with its end in the shift.
  func breaks(
    of vehicle: VroomVehicle, shift: ClosedRange<Int32>, notes: inout [VroomNote]
  ) throws(VroomError) -> [Break] {
    var breaks: [Break] = []
    let latestEnd = min(Int(shift.upperBound), VroomLimits.amount.upperBound)
    for pause in vehicle.breaks {
      let length = pause.serviceSeconds
      let window = pause.timeWindow.map { self.window($0, later: 0) }
      var opening = max(Int(window?.lowerBound ?? 0), Int(shift.lowerBound))
      let closing = min(Int(window?.upperBound ?? .max), latestEnd - length)
      if let last = breaks.indices.last,
        Int(breaks[last].window.upperBound) + Int(breaks[last].durationSeconds) > opening
      {
        notes.append(.breaksCutApart(path: pause.path.text))
        let before = breaks[last]
        let end = max(before.window.lowerBound, Int32(opening) - before.durationSeconds)
        breaks[last].window = before.window.lowerBound...end
        opening = max(opening, Int(end) + Int(before.durationSeconds))
      }
      guard opening <= closing else {
        throw .unsupported(path: pause.path.text, .breaksWithoutRoom)
      }
      breaks.append(
        Break(window: Int32(opening)...Int32(closing), durationSeconds: Int32(length)))
    }
    return breaks
  }

  private func moment(_ moment: Int) -> Int32 {
    Int32(min(max(0, moment - origin), VroomLimits.amount.upperBound))
  }
}
