import Testing

@testable import Optimiser

@Suite struct TravelLabelsTests {
  /// Labels with the times of `table`: every location is a hub of its own.
  private func labels(
    of table: TravelTimes, moreMilliseconds: Int32 = 0, neighbours: Int = .max
  ) throws(ProblemError) -> TravelTimes {
    var (first, hubs, milliseconds): ([Int32], [Int32], [Int32]) = ([0], [], [])
    var nearest: [[Int32]] = []
    for from in 0..<table.count {
      for to in 0..<table.count {
        let seconds = table.seconds(from: from, to: to)
        guard seconds != TravelTimes.unreachable else { continue }
        hubs.append(Int32(to))
        milliseconds.append(seconds * 1_000 + moreMilliseconds)
      }
      first.append(Int32(hubs.count))
      let others = (0..<table.count).sorted {
        (roundTrip(table, from, $0), $0) < (roundTrip(table, from, $1), $1)
      }
      nearest.append(others.prefix(neighbours).map(Int32.init))
    }
    let indices = (0..<Int32(table.count)).map { $0 }
    return TravelTimes(
      try TravelLabels(
        outgoing: .init(first: first, hubs: hubs, milliseconds: milliseconds),
        incoming: .init(
          first: indices + [Int32(table.count)], hubs: indices,
          milliseconds: indices.map { _ in 0 }),
        nearest: nearest))
  }

  private func roundTrip(_ table: TravelTimes, _ one: Int, _ other: Int) -> Int {
    Int(table.seconds(from: one, to: other)) + Int(table.seconds(from: other, to: one))
  }

  /// Times that are not the same there and back, some of them missing.
  private func table(
    count: Int, gaps: Int = 20, using random: inout SplitMix64
  ) throws -> TravelTimes {
    try TravelTimes(
      rows: (0..<count).map { from in
        (0..<count).map { to in
          from == to
            ? 0 : random.below(gaps) == 0 ? TravelTimes.unreachable : Int32(1 + random.below(900))
        }
      })
  }

  @Test(arguments: UInt64(0)..<50)
  func answerAsTheTableOfTheSameNumbers(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let table = try table(count: 1 + random.below(20), using: &random)
    let labels = try labels(of: table)
    let flat = FlatLabels([try labels.labels, try labels.labels])
    for from in 0..<table.count {
      for to in 0..<table.count {
        let seconds = table.seconds(from: from, to: to)
        #expect(labels.seconds(from: from, to: to) == seconds)
        let expected = seconds == TravelTimes.unreachable ? FlatTravel.never : Int(seconds)
        // The second time it is remembered.
        for _ in 0..<2 {
          #expect(flat.seconds(from: from, to: to) == expected)
          #expect(flat.seconds(from: table.count + from, to: table.count + to) == expected)
        }
      }
    }
    #expect(labels.longestSeconds >= 0)
  }

  @Test func halfASecondRoundsUpAndAStayTakesNoTime() throws {
    let table = try TravelTimes(rows: [[0, 10], [20, 0]])
    let more = try labels(of: table, moreMilliseconds: 500)
    #expect(more.seconds(from: 0, to: 1) == 11)
    #expect(more.seconds(from: 1, to: 1) == 0)
    #expect(FlatLabels([try more.labels]).seconds(from: 0, to: 1) == 11)
    let less = try labels(of: table, moreMilliseconds: 499)
    #expect(less.seconds(from: 1, to: 0) == 20)
    #expect(FlatLabels([try less.labels]).seconds(from: 1, to: 0) == 20)
  }

  @Test(arguments: UInt64(0)..<8)
  func planAsTheTableOfTheSameNumbers(seed: UInt64) throws {
    for features in [
      Set<Feature>(), [.reloads, .openStarts, .workBands], [.profiles, .strangers],
    ] {
      var random = SplitMix64(seed: seed)
      let drawn = try RandomProblem(jobCount: 25, vehicleCount: 4, features: features)
        .make(seed: seed)
      let tables = try drawn.travel.map { _ in
        try table(count: drawn.locationCount, using: &random)
      }
      let plans = try [tables, tables.map { try labels(of: $0) }].map { travel in
        let problem = try Problem(
          travel: travel, jobs: drawn.jobs, vehicles: drawn.vehicles, measure: drawn.measure)
        let solution = Solver(problem).solve(SearchParameters(iterations: 150, seed: seed))
        let objective = try problem.objective(of: solution)
        #expect(Checker.violations(of: solution, in: problem, claiming: objective) == [])
        return solution
      }
      #expect(plans[0] == plans[1])
    }
  }

  /// Lists of neighbours that are long enough, too short or empty lead to the same neighbours.
  @Test(arguments: [0, 4, 12, 30])
  func neighboursAreFoundWhateverIsListed(_ neighbours: Int) throws {
    var random = SplitMix64(seed: 7)
    let table = try table(count: 30, gaps: .max, using: &random)
    let jobs = (0..<40).map { Job(location: $0 % 30) }
    let vehicles = [Vehicle(startLocation: 0, endLocation: 0)]
    let plain = NearestJobs(try Problem(travel: table, jobs: jobs, vehicles: vehicles), atMost: 6)
    let listed = NearestJobs(
      try Problem(
        travel: try labels(of: table, neighbours: neighbours), jobs: jobs, vehicles: vehicles),
      atMost: 6)
    for job in jobs.indices {
      for rank in 0..<6 {
        #expect(plain[job, rank] == listed[job, rank])
        #expect(plain.seconds(job, rank) == listed.seconds(job, rank))
      }
    }
  }

  struct Refusal: CustomTestStringConvertible {
    var outgoing = TravelLabels.Lists(
      first: [0, 2, 3], hubs: [0, 1, 1], milliseconds: [0, 5, 0])
    var nearest: [[Int32]] = [[], []]
    var error: ProblemError
    var testDescription: String { "\(error)" }
  }

  private static let most = Int(Int32.max) - 1

  @Test(arguments: [
    Refusal(
      nearest: [],
      error: .outOfRange(.travelTimes, field: "count", value: 0, allowed: 1...(1 << 24))),
    Refusal(
      outgoing: .init(first: [0, 2], hubs: [0, 1], milliseconds: [0, 5]),
      error: .wrongCount(.travelTimes, field: "outgoing.first", actual: 2, expected: 3)),
    Refusal(
      outgoing: .init(first: [1, 2, 3], hubs: [0, 1, 1], milliseconds: [0, 5, 0]),
      error: .outOfRange(.travelTimes, field: "outgoing.first[0]", value: 1, allowed: 0...0)),
    Refusal(
      outgoing: .init(first: [0, 2, 1], hubs: [0], milliseconds: [0]),
      error: .notInOrder(.travelTimes, field: "outgoing.first", index: 2)),
    Refusal(
      outgoing: .init(first: [0, 2, 3], hubs: [0, 1], milliseconds: [0, 5, 0]),
      error: .wrongCount(.travelTimes, field: "outgoing.hubs", actual: 2, expected: 3)),
    Refusal(
      outgoing: .init(first: [0, 2, 3], hubs: [0, 1, 1], milliseconds: [0, 5]),
      error: .wrongCount(.travelTimes, field: "outgoing.milliseconds", actual: 2, expected: 3)),
    Refusal(
      outgoing: .init(first: [0, 2, 3], hubs: [-1, 1, 1], milliseconds: [0, 5, 0]),
      error: .outOfRange(
        .travelTimes, field: "outgoing.hubs[0]", value: -1, allowed: 0...most)),
    Refusal(
      outgoing: .init(first: [0, 2, 3], hubs: [1, 1, 1], milliseconds: [0, 5, 0]),
      error: .notInOrder(.travelTimes, field: "outgoing.hubs", index: 1)),
    Refusal(
      outgoing: .init(first: [0, 2, 3], hubs: [0, 1, 1], milliseconds: [0, .max, 0]),
      error: .outOfRange(
        .travelTimes, field: "outgoing.milliseconds[1]", value: most + 1, allowed: 0...most)),
    Refusal(
      nearest: [[], [2]],
      error: .outOfRange(.travelTimes, field: "nearest[1]", value: 2, allowed: 0...1)),
  ])
  func labelsThatAreNoneAreRefused(_ refusal: Refusal) {
    #expect(throws: refusal.error) {
      try TravelLabels(
        outgoing: refusal.outgoing,
        incoming: .init(first: [0, 1, 2], hubs: [0, 1], milliseconds: [0, 0]),
        nearest: refusal.nearest)
    }
  }
}

extension TravelTimes {
  fileprivate var labels: TravelLabels {
    get throws {
      guard case .labels(let labels) = source else { throw NoLabels() }
      return labels
    }
  }

  private struct NoLabels: Error {}
}
