public import Domain

/// A run as it was planned: how long riding from stop to stop should take.
public struct HistoryRun: Hashable, Sendable {
  public var id: RunID
  /// The rest planned within it, in minutes; 0: none.
  public var restMinutes: Int
  /// One per stop, in seconds: from leaving the stop before to arriving; nil for the first stop and
  /// where a boat, or anything but riding, lies between.
  public var ridingSeconds: [Int32?]

  public init(id: RunID, restMinutes: Int = 0, ridingSeconds: [Int32?]) {
    self.id = id
    self.restMinutes = restMinutes
    self.ridingSeconds = ridingSeconds
  }

  /// Reads the riding times off a planned run.
  ///
  /// - Parameter restMinutes: That of the courier's shift.
  public init(_ run: Run, restMinutes: Int = 0) {
    let crossed = Set(run.crossings.map(\.beforeStop))
    var riding: [Int32?] = []
    for (index, stop) in run.stops.enumerated() {
      guard index > 0, !crossed.contains(stop.number) else {
        riding.append(nil)
        continue
      }
      var seconds = stop.arrives.seconds - run.stops[index - 1].departs.seconds
      if let rest = run.restStarts, rest >= run.stops[index - 1].departs, rest <= stop.arrives {
        seconds -= Int32(clamping: restMinutes * 60)
      }
      riding.append(max(0, seconds))
    }
    self.init(
      id: run.id, restMinutes: run.restStarts == nil ? 0 : restMinutes, ridingSeconds: riding)
  }
}
