/// A rest a vehicle's driver is owed during the shift.
///
/// It is taken on the way between two stops, at the earliest moment that fits. It is no part of
/// a run that leaves after it is over, or that is back before its window closes.
public struct Break: Hashable, Sendable {
  /// When it may start, in seconds of the day.
  public var window: ClosedRange<Int32>
  /// Its length, in seconds; not counted as duration of the run.
  public var durationSeconds: Int32

  public init(window: ClosedRange<Int32>, durationSeconds: Int32) {
    self.window = window
    self.durationSeconds = durationSeconds
  }
}
