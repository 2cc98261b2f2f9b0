import Testing

@testable import Optimiser

@Suite struct PartitionTests {
  @Test(arguments: UInt64(0)..<10)
  func everyRouteIsInOnePartAndPartsAreAlike(seed: UInt64) throws {
    let problem = try PlainTown(jobCount: 640, capacity: 1_000).plain(seed: seed).problem
    let routes = (0..<64).map { run in (0..<10).map { Int32(run * 10 + $0) } }
    var random = SplitMix64(seed: seed)
    let parts = Partition(problem, routes: routes, count: 8, using: &random).parts
    #expect(parts.count == 8)
    #expect(parts.joined().sorted() == Array(0..<64))
    #expect(parts.allSatisfy { (6...10).contains($0.count) })
  }

  @Test func oneLongRouteIsNotDivided() throws {
    let problem = try PlainTown(jobCount: 20).plain(seed: 1).problem
    var random = SplitMix64(seed: 1)
    let routes = [(0..<20).map { Int32($0) }]
    #expect(Partition(problem, routes: routes, count: 4, using: &random).parts == [[0]])
    #expect(Partition(problem, routes: [], count: 4, using: &random).parts == [])
  }

  @Test func aPartKeepsTheNearJobsItHas() throws {
    let (problem, near) = try PlainTown(jobCount: 30).plain(seed: 2)
    let members: [Int32] = [3, 7, 8, 20, 21, 29]
    var position = [Int32](repeating: -1, count: problem.jobCount)
    for (index, job) in members.enumerated() { position[Int(job)] = Int32(index) }
    let part = NearTable(near, members: members, position: position)
    for (index, job) in members.enumerated() {
      let kept = near.range(of: job).filter { members.contains(near.jobs[$0]) }
      #expect(
        part.range(of: Int32(index)).map { members[Int(part.jobs[$0])] }
          == kept.map { near.jobs[$0] })
      #expect(
        part.range(of: Int32(index)).map { part.seconds[$0] } == kept.map { near.seconds[$0] })
    }
  }
}
