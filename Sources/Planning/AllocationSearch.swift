import Domain

/// The state while couriers are being sent to kecamatan.
struct AllocationSearch {
  /// Those with work, in order of code.
  let works: [KecamatanWork]
  /// The index of each of them among the works given.
  let order: [Int]
  /// Index of the kecamatan each courier is sent to.
  private(set) var places: [Int?]
  private let couriers: [Courier]
  /// The kecamatan each courier may serve, in order of preference.
  private let choices: [[Int]]
  /// What speaks against sending each courier to each kecamatan; nothing where the courier may
  /// not serve it.
  private let wishes: [[Wish?]]
  /// What each courier has left for work in each kecamatan, in seconds; at least one.
  private let workingSeconds: [[Int]]
  /// Couriers that are not moved again.
  private var settled: [Bool]
  /// Working time sent to each kecamatan, in seconds.
  private var supplySeconds: [Int]
  /// How many couriers may go to islands as long as nobody is idle.
  private let islandShare: Int

  init(couriers: [Courier], works: [KecamatanWork], travel: any TravelModel) {
    let order = works.indices.filter { works[$0].seconds > 0 }
      .sorted { (works[$0].kecamatan, $0) < (works[$1].kecamatan, $1) }
    let works = order.map { works[$0] }
    self.couriers = couriers
    self.works = works
    self.order = order
    let prospects = couriers.map { courier in
      works.map { Prospect(of: courier, in: $0, travel) }
    }
    workingSeconds = prospects.map { $0.map { $0?.workingSeconds ?? 1 } }
    wishes = prospects.map { $0.map { $0?.wish } }
    choices = prospects.map { prospects in
      works.indices.filter { prospects[$0] != nil }.sorted {
        (prospects[$0]?.wish.rank ?? 0, $0) < (prospects[$1]?.wish.rank ?? 0, $1)
      }
    }
    places = Array(repeating: nil, count: couriers.count)
    settled = Array(repeating: false, count: couriers.count)
    supplySeconds = Array(repeating: 0, count: works.count)
    islandShare = Self.islandShare(works, prospects)
  }

  mutating func stayWhereThereIsNoChoice() {
    for courier in couriers.indices where choices[courier].count == 1 {
      guard hasRoom(choices[courier][0]) else { continue }
      send(courier, to: choices[courier][0])
      settled[courier] = true
    }
  }

  mutating func coverSkills() {
    for skill in Skill.allCases {
      let needing = works.indices
        .filter { !works[$0].isIsland && needed(skill, in: $0) > 0 }
        .sorted { (-needed(skill, in: $0), $0) < (-needed(skill, in: $1), $1) }
      for work in needing {
        while covered(skill, in: work) < needed(skill, in: work) {
          guard let courier = freeCourier(with: skill, for: work) else { break }
          send(courier, to: work)
          settled[courier] = true
        }
      }
    }
  }

  mutating func placeTheRest() {
    let order = couriers.indices.filter { places[$0] == nil && !choices[$0].isEmpty }
      .sorted { (choices[$0].count, couriers[$0].id) < (choices[$1].count, couriers[$1].id) }
    for courier in order {
      let open = choices[courier].filter { isOpen($0, to: courier) }
      let highest = open.max { left, right in
        let (lower, higher) = (load(of: left), load(of: right))
        return lower == higher
          ? isPreferred(right, to: left, by: courier) : lower < higher
      }
      if let highest { send(courier, to: highest) }
    }
  }

  mutating func even() {
    var moved = true
    while moved {
      let order = works.indices.sorted {
        load(of: $0) > load(of: $1) || (load(of: $0) == load(of: $1) && $0 < $1)
      }
      moved = order.contains { relieve($0) }
    }
  }

  mutating func changePlaces() {
    let movable = couriers.indices.filter { !settled[$0] && places[$0] != nil }
    var changed = true
    while changed {
      changed = false
      for (position, first) in movable.enumerated() {
        for second in movable.dropFirst(position + 1) where exchange(first, second) {
          changed = true
        }
      }
    }
  }

  /// Lets two couriers change places if both may, it is no loss to the loads and they prefer it.
  private mutating func exchange(_ first: Int, _ second: Int) -> Bool {
    guard let here = places[first], let there = places[second], here != there,
      let firstHere = wishes[first][here], let firstThere = wishes[first][there],
      let secondHere = wishes[second][here], let secondThere = wishes[second][there],
      firstThere + secondHere < firstHere + secondThere
    else { return false }
    let before = max(load(of: here), load(of: there))
    move(first, from: here, to: there)
    move(second, from: there, to: here)
    if max(load(of: here), load(of: there)) <= before { return true }
    move(first, from: there, to: here)
    move(second, from: here, to: there)
    return false
  }

  /// Makes the first chain of moves that ends in `work` and lowers the highest load it touches.
  private mutating func relieve(_ work: Int) -> Bool {
    guard hasRoom(work) else { return false }
    var steps: [Int: (courier: Int, to: Int)] = [:]
    var queue = [work]
    var next = 0
    while next < queue.count {
      let target = queue[next]
      next += 1
      for courier in movers(to: target) {
        guard let source = places[courier], source != work, steps[source] == nil else { continue }
        steps[source] = (courier, target)
        queue.append(source)
        var chain: [(courier: Int, from: Int, to: Int)] = []
        var place = source
        while let step = steps[place] {
          chain.append((step.courier, place, step.to))
          place = step.to
        }
        if lowersHighestLoad(chain) {
          for step in chain { move(step.courier, from: step.from, to: step.to) }
          return true
        }
      }
    }
    return false
  }

  /// From each other kecamatan the courier who would like best to come to `work`, those who like it
  /// most first.
  private func movers(to work: Int) -> [Int] {
    var best: [(courier: Int, wish: Wish)?] = Array(repeating: nil, count: works.count)
    for courier in couriers.indices where !settled[courier] {
      guard let source = places[courier], source != work, let wish = wishes[courier][work]
      else { continue }
      if let known = best[source], known.wish <= wish { continue }
      best[source] = (courier, wish)
    }
    return best.compactMap(\.self).sorted { ($0.wish, $0.courier) < ($1.wish, $1.courier) }
      .map(\.courier)
  }

  private func lowersHighestLoad(_ chain: [(courier: Int, from: Int, to: Int)]) -> Bool {
    var after: [Int: Int] = [:]
    for step in chain {
      after[step.from, default: supplySeconds[step.from]] -=
        workingSeconds[step.courier][step.from]
      after[step.to, default: supplySeconds[step.to]] += workingSeconds[step.courier][step.to]
    }
    let touched = after.keys.sorted()
    let before = touched.map { load(of: $0) }.max()
    let then = touched.map { Load(work: works[$0].seconds, supply: after[$0] ?? 0) }.max()
    guard let before, let then else { return false }
    return then < before
  }

  private func freeCourier(with skill: Skill, for work: Int) -> Int? {
    var best: (courier: Int, wish: Wish)?
    for courier in couriers.indices
    where places[courier] == nil && couriers[courier].skills.contains(skill) {
      guard let wish = wishes[courier][work] else { continue }
      if let best, best.wish <= wish { continue }
      best = (courier, wish)
    }
    return best?.courier
  }

  private func isPreferred(_ work: Int, to other: Int, by courier: Int) -> Bool {
    guard let wish = wishes[courier][work], let otherWish = wishes[courier][other] else {
      return false
    }
    return wish < otherWish
  }

  private func needed(_ skill: Skill, in work: Int) -> Int {
    works[work].secondsBySkill[skill] ?? 0
  }

  private func covered(_ skill: Skill, in work: Int) -> Int {
    couriers.indices.reduce(0) { sum, courier in
      let helps = places[courier] == work && couriers[courier].skills.contains(skill)
      return helps ? sum + workingSeconds[courier][work] : sum
    }
  }

  private func load(of work: Int) -> Load {
    Load(work: works[work].seconds, supply: supplySeconds[work])
  }

  private mutating func send(_ courier: Int, to work: Int) {
    places[courier] = work
    supplySeconds[work] += workingSeconds[courier][work]
  }

  private mutating func move(_ courier: Int, from source: Int, to target: Int) {
    supplySeconds[source] -= workingSeconds[courier][source]
    send(courier, to: target)
  }

  private func hasRoom(_ work: Int) -> Bool {
    works[work].seats.map { seats in places.count { $0 == work } < seats } ?? true
  }

  /// Whether `courier` may be sent to `work` now: to an island only once all land the courier could
  /// serve has somebody, and no more go to islands than their share.
  private func isOpen(_ work: Int, to courier: Int) -> Bool {
    guard works[work].isIsland else { return true }
    let isLandServed = choices[courier].allSatisfy {
      works[$0].isIsland || supplySeconds[$0] > 0
    }
    let onIslands = places.count { $0.map { works[$0].isIsland } ?? false }
    return isLandServed && hasRoom(work) && onIslands < islandShare
  }

  /// As many couriers as the islands have of all work, their crossings counted, and at least one.
  private static func islandShare(_ works: [KecamatanWork], _ prospects: [[Prospect?]]) -> Int {
    var island = 0
    var all = 1
    for (index, work) in works.enumerated() {
      let way = prospects.compactMap { $0[index]?.wish.waySeconds }.min() ?? 0
      all += work.seconds + (work.isIsland ? way : 0)
      if work.isIsland { island += work.seconds + way }
    }
    return max(1, (prospects.count * island + all - 1) / all)
  }
}

/// What sending a courier to a kecamatan or island would mean.
private struct Prospect {
  let wish: Wish
  /// What the courier has left for work there, in seconds; at least one.
  let workingSeconds: Int

  /// Nothing where the courier may not or cannot go.
  init?(of courier: Courier, in work: KecamatanWork, _ travel: any TravelModel) {
    let rest = (courier.shift.rest?.minutes ?? 0) * 60
    let shift = Int(courier.shift.end.seconds - courier.shift.start.seconds) - rest
    let rank = courier.kecamatan.firstIndex(of: work.kecamatan) ?? 0
    if let secondsByCourier = work.secondsByCourier {
      guard let seconds = secondsByCourier[courier.id] else { return nil }
      wish = Wish(rank: rank, waySeconds: max(0, shift - seconds))
      workingSeconds = max(1, seconds)
    } else {
      guard courier.serves(work.kecamatan) else { return nil }
      let way = Self.way(of: courier, to: work, travel)
      wish = Wish(rank: rank, waySeconds: way)
      workingSeconds = max(1, shift - way)
    }
  }

  private static func way(
    of courier: Courier, to work: KecamatanWork, _ travel: any TravelModel
  ) -> Int {
    guard let centre = work.centre,
      let there = travel.seconds(
        from: courier.base, to: centre, for: courier, in: work.kecamatan)
    else { return 0 }
    return 2 * there
  }
}
