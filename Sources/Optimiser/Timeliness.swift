/// How well two jobs follow one another in time, besides in place.
///
/// Source: Vidal, Crainic, Gendreau, Prins, 2013, section 4.5: distance, and part of the waiting
/// and all of the lateness that going directly from one to the other would bring.
struct Timeliness {
  /// Tenths of the way that a second of waiting counts.
  private static let waitingTenths = 2

  /// When service at each job can start at the earliest and at the latest, and how long it takes.
  private let opening: [Int]
  private let closing: [Int]
  private let service: [Int]

  /// Nil where no job has a window, so that only the way counts.
  init?(_ problem: Problem) {
    guard problem.jobs.contains(where: { !$0.timeWindows.isEmpty }) else { return nil }
    opening = problem.jobs.map { Int($0.timeWindows.first?.lowerBound ?? 0) }
    closing = problem.jobs.map { Int($0.timeWindows.last?.upperBound ?? .max) }
    service = problem.jobs.map { Int($0.serviceSeconds) }
  }

  /// Returns those of `candidates` that go best with `job`, the best first.
  func best(
    _ count: Int, of candidates: [Int], for job: Int, _ travel: borrowing FlatTravel
  ) -> [Int] {
    var keyed: [(key: Int, rank: Int)] = []
    keyed.reserveCapacity(candidates.count)
    for (rank, other) in candidates.enumerated() {
      let key = min(
        tenths(from: job, to: other, travel.seconds(from: job, to: other)),
        tenths(from: other, to: job, travel.seconds(from: other, to: job)))
      keyed.append((key, rank))
    }
    keyed.sort { $0 < $1 }
    return keyed.prefix(count).map { candidates[$0.rank] }
  }

  private func tenths(from job: Int, to other: Int, _ seconds: Int) -> Int {
    let spent = service[job] + seconds
    let waiting = max(0, opening[other] - spent - closing[job])
    let lateness = max(0, opening[job] + spent - closing[other])
    return 10 * seconds + Self.waitingTenths * waiting + 10 * lateness
  }
}
