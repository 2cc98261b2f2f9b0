import Testing

@testable import Optimiser

/// Which jobs go well together where there are windows.
@Suite struct TimelinessTests {
  @Test func withoutWindowsOnlyTheWayCounts() throws {
    let problem = try problem(windows: [[], [], [], []])
    let isNeeded = Timeliness(problem) != nil
    #expect(!isNeeded)
  }

  /// Jobs 1 and 2 are the nearest to job 0 in place, but one opens hours later, and the other
  /// closes at the same moment.
  @Test func whatCannotFollowInTimeComesLast() throws {
    let problem = try problem(windows: [[1_000...1_000], [9_000...9_000], [1_000...1_000], []])
    let nearest = NearestJobs(problem, atMost: 3)
    let order = (0..<3).map { nearest[0, $0] }
    #expect(order == [3, 2, 1])
  }

  /// A short list is chosen among more jobs than it holds.
  @Test func aShortListHoldsTheTimelyJobsOfAWiderCircle() throws {
    let problem = try problem(windows: [[1_000...1_000], [9_000...9_000], [1_000...1_000], []])
    let nearest = NearestJobs(problem, atMost: 1)
    #expect(nearest.count == 1)
    #expect(nearest[0, 0] == 3)
  }

  /// Jobs in a row, 50 m from one to the next; job 0 first.
  private func problem(windows: [[ClosedRange<Int32>]]) throws -> Problem {
    let travel = try TravelTimes(
      eastMetres: (0...4).map { Int32($0) * 50 }, northMetres: Array(repeating: 0, count: 5),
      millisecondsPerMetre: 1_000)
    let jobs = windows.enumerated().map { Job(location: $0 + 1, timeWindows: $1) }
    let vehicle = Vehicle(startLocation: 0, endLocation: 0, shift: 0...20_000)
    return try Problem(travel: travel, jobs: jobs, vehicles: [vehicle])
  }
}
