import Domain
import Planning
import TestSupport
import Testing

@Suite struct AllocationTests {
  @Test func couriersWithoutAChoiceStayAndTheOthersEvenTheLoads() throws {
    let couriers = [
      try Samples.courier(1, in: [1]), try Samples.courier(2), try Samples.courier(3),
      try Samples.courier(4),
    ]
    let works = try [(1, 40_000), (2, 80_000), (3, 30_000)].map {
      KecamatanWork(kecamatan: try Samples.kecamatan($0.0), seconds: $0.1)
    }
    let allocation = try self.allocation(of: couriers, to: works)
    #expect(allocation.couriers(in: try Samples.kecamatan(1)) == [0])
    #expect(allocation.couriers(in: try Samples.kecamatan(2)).count == 2)
    #expect(allocation.couriers(in: try Samples.kecamatan(3)).count == 1)
  }

  @Test func aTieGoesToTheKecamatanTheCourierPrefers() throws {
    let works = try (1...3).map {
      KecamatanWork(kecamatan: try Samples.kecamatan($0), seconds: 1000)
    }
    let courier = try Samples.courier(1, in: [3, 1, 2])
    #expect(
      try allocation(of: [courier], to: works).kecamatanByCourier == [try Samples.kecamatan(3)])
  }

  @Test func workThatNeedsABoatGetsOneEvenWhereLittleElseIsToDo() throws {
    let couriers = [
      try Samples.courier(1), try Samples.courier(2, skills: [.boat]), try Samples.courier(3),
    ]
    let works = [
      KecamatanWork(kecamatan: try Samples.kecamatan(1), seconds: 90_000),
      KecamatanWork(
        kecamatan: try Samples.kecamatan(2), seconds: 500, secondsBySkill: [.boat: 500]),
    ]
    #expect(
      try allocation(of: couriers, to: works).couriers(in: try Samples.kecamatan(2)).contains(1))
  }

  @Test func nobodyIsSentWhereThereIsNothingToDo() throws {
    let couriers = [try Samples.courier(1, in: [2]), try Samples.courier(2)]
    let works = [
      KecamatanWork(kecamatan: try Samples.kecamatan(1), seconds: 1000),
      KecamatanWork(kecamatan: try Samples.kecamatan(2), seconds: 0),
    ]
    #expect(
      try allocation(of: couriers, to: works).kecamatanByCourier
        == [nil, try Samples.kecamatan(1)])
    #expect(try allocation(of: couriers, to: []).kecamatanByCourier == [nil, nil])
    #expect(try allocation(of: [], to: works).kecamatanByCourier.isEmpty)
  }

  /// Trying every way to send equal couriers finds no lower highest load.
  @Test(arguments: UInt64(0)..<50)
  func noOtherAllocationHasALowerHighestLoad(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let works = try (1...3).map {
      KecamatanWork(
        kecamatan: try Samples.kecamatan($0),
        seconds: Int.random(in: 1...100_000, using: &random))
    }
    let couriers = try (1...6).map { number in
      let choices = [1, 2, 3].shuffled(using: &random)
        .prefix(Int.random(in: 1...3, using: &random))
      return try Samples.courier(number, in: Array(choices))
    }
    let allocation = try self.allocation(of: couriers, to: works)
    for (courier, kecamatan) in zip(couriers, allocation.kecamatanByCourier) {
      #expect(courier.serves(try #require(kecamatan)))
    }
    let found = highestLoad(
      works, counts: works.map { allocation.couriers(in: $0.kecamatan).count })
    let best = everyCount(couriers, works).map { highestLoad(works, counts: $0) }.min { $0 < $1 }
    #expect(found == (try #require(best)))
    let again = try self.allocation(of: couriers, to: works.reversed())
    #expect(allocation.kecamatanByCourier == again.kecamatanByCourier)
  }

  @Test func couriersGoWhereTheirBaseIsWhenTheLoadsAllowIt() throws {
    let works = try [1, 2, 3].map { number in
      KecamatanWork(
        kecamatan: try Samples.kecamatan(number), seconds: 20_000,
        centre: try Samples.place(number))
    }
    let bases = [3, 1, 2, 2, 3, 1]
    let couriers = try zip(1..., bases).map { try Samples.courier($0, base: $1) }
    let sent = try self.allocation(of: couriers, to: works).kecamatanByCourier
    #expect(sent == (try bases.map { try Samples.kecamatan($0) }))
  }

  private func allocation(
    of couriers: [Courier], to works: [KecamatanWork]
  ) throws -> Allocation {
    Allocation(
      of: couriers, to: works, travel: StraightLineTravel(around: try Samples.place(0)))
  }

  /// Work nobody does first, then the highest work per courier.
  private func highestLoad(_ works: [KecamatanWork], counts: [Int]) -> [Double] {
    let idle = zip(works, counts).filter { $1 == 0 }.map { $0.0.seconds }.max() ?? 0
    let busy = zip(works, counts).filter { $1 > 0 }.map { Double($0.0.seconds) / Double($0.1) }
    return idle > 0 ? [Double(idle)] : [0, busy.max() ?? 0]
  }

  private func everyCount(_ couriers: [Courier], _ works: [KecamatanWork]) -> [[Int]] {
    couriers.reduce([Array(repeating: 0, count: works.count)]) { counts, courier in
      let reachable = works.indices.filter { courier.serves(works[$0].kecamatan) }
      let next = counts.flatMap { count in
        reachable.map { work in
          var count = count
          count[work] += 1
          return count
        }
      }
      return Array(Set(next))
    }
  }
}

private func < (left: [Double], right: [Double]) -> Bool { left.lexicographicallyPrecedes(right) }
