import Domain

/// The hours at which everyone behind one door can be met.
struct OpenHours {
  /// In order and apart, in seconds of the day; empty if no hour suits everyone, nothing if every
  /// hour does.
  private(set) var windows: [ClosedRange<Int32>]?

  /// - Parameter hours: One list per person, in any order; nothing for a person without limits.
  init(of hours: [[ClosedRange<TimeOfDay>]?]) {
    for ranges in hours {
      guard let ranges else { continue }
      let theirs = Self.merged(
        ranges.map { $0.lowerBound.seconds...$0.upperBound.seconds })
      windows = windows.map { Self.common($0, theirs) } ?? theirs
    }
  }

  private static func merged(_ ranges: [ClosedRange<Int32>]) -> [ClosedRange<Int32>] {
    let sorted = ranges.sorted { ($0.lowerBound, $0.upperBound) < ($1.lowerBound, $1.upperBound) }
    return sorted.reduce(into: []) { merged, range in
      guard let last = merged.last, last.upperBound >= range.lowerBound else {
        merged.append(range)
        return
      }
      merged[merged.count - 1] = last.lowerBound...max(last.upperBound, range.upperBound)
    }
  }

  private static func common(
    _ left: [ClosedRange<Int32>], _ right: [ClosedRange<Int32>]
  ) -> [ClosedRange<Int32>] {
    left.flatMap { ours in
      right.filter { $0.overlaps(ours) }.map { $0.clamped(to: ours) }
    }
  }
}
