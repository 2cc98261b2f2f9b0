/// Jobs that one vehicle serves directly one after the other, in this order and without a reload
/// between them, or that are left out together.
///
/// A run under way is pinned at its start: what it has done is never moved and never left out.
public struct PinnedSequence: Hashable, Sendable {
  /// Indices into the problem's jobs; at least one, and none that is in another sequence.
  public var jobs: [Int]
  /// The vehicle that has to serve them; nil means any.
  public var vehicle: Int?
  /// Whether they come right after leaving and are always served; needs a ``vehicle``.
  public var isAtStart: Bool

  public init(jobs: [Int], vehicle: Int? = nil, isAtStart: Bool = false) {
    self.jobs = jobs
    self.vehicle = vehicle
    self.isAtStart = isAtStart
  }
}
