import Domain

/// The state while couriers are being sent to kecamatan.
struct AllocationSearch {
  /// Those with work, in order of code.
  let works: [KecamatanWork]
  /// Index of the kecamatan each courier is sent to.
  private(set) var places: [Int?]
  private let couriers: [Courier]
  /// The kecamatan each courier may serve, in order of preference.
  private let choices: [[Int]]
  private let workingSeconds: [Int]
  /// Couriers that are not moved again.
  private var settled: [Bool]
  /// Working time sent to each kecamatan, in seconds.
  private var supplySeconds: [Int]

  init(couriers: [Courier], works: [KecamatanWork]) {
    let works = works.filter { $0.seconds > 0 }.sorted { $0.kecamatan < $1.kecamatan }
    self.couriers = couriers
    self.works = works
    choices = couriers.map { courier in
      if courier.kecamatan.isEmpty { return Array(works.indices) }
      return courier.kecamatan.compactMap { code in works.firstIndex { $0.kecamatan == code } }
    }
    workingSeconds = couriers.map { courier in
      let rest = (courier.shift.rest?.minutes ?? 0) * 60
      return max(1, Int(courier.shift.end.seconds - courier.shift.start.seconds) - rest)
    }
    places = Array(repeating: nil, count: couriers.count)
    settled = Array(repeating: false, count: couriers.count)
    supplySeconds = Array(repeating: 0, count: works.count)
  }

  mutating func stayWhereThereIsNoChoice() {
    for courier in couriers.indices where choices[courier].count == 1 {
      send(courier, to: choices[courier][0])
      settled[courier] = true
    }
  }

  mutating func coverSkills() {
    for skill in Skill.allCases {
      let needing = works.indices
        .filter { needed(skill, in: $0) > 0 }
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
      var highest = choices[courier][0]
      for work in choices[courier].dropFirst() where load(of: work) > load(of: highest) {
        highest = work
      }
      send(courier, to: highest)
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

  /// Makes the first chain of moves that ends in `work` and lowers the highest load it touches.
  private mutating func relieve(_ work: Int) -> Bool {
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

  /// Couriers that may come to `work` from elsewhere, those who like it best first.
  private func movers(to work: Int) -> [Int] {
    couriers.indices
      .filter { !settled[$0] && places[$0] != work && choices[$0].contains(work) }
      .sorted { (rank(of: work, for: $0), $0) < (rank(of: work, for: $1), $1) }
  }

  private func lowersHighestLoad(_ chain: [(courier: Int, from: Int, to: Int)]) -> Bool {
    var after: [Int: Int] = [:]
    for step in chain {
      after[step.from, default: supplySeconds[step.from]] -= workingSeconds[step.courier]
      after[step.to, default: supplySeconds[step.to]] += workingSeconds[step.courier]
    }
    let touched = after.keys.sorted()
    let before = touched.map { load(of: $0) }.max()
    let then = touched.map { Load(work: works[$0].seconds, supply: after[$0] ?? 0) }.max()
    guard let before, let then else { return false }
    return then < before
  }

  private func freeCourier(with skill: Skill, for work: Int) -> Int? {
    couriers.indices
      .filter {
        places[$0] == nil && couriers[$0].skills.contains(skill) && choices[$0].contains(work)
      }
      .min {
        (rank(of: work, for: $0), choices[$0].count, couriers[$0].id)
          < (rank(of: work, for: $1), choices[$1].count, couriers[$1].id)
      }
  }

  /// The place of `work` in a courier's wishes; couriers who serve every kecamatan have none.
  private func rank(of work: Int, for courier: Int) -> Int {
    if couriers[courier].kecamatan.isEmpty { return 0 }
    return choices[courier].firstIndex(of: work) ?? .max
  }

  private func needed(_ skill: Skill, in work: Int) -> Int {
    works[work].secondsBySkill[skill] ?? 0
  }

  private func covered(_ skill: Skill, in work: Int) -> Int {
    couriers.indices.reduce(0) { sum, courier in
      let helps = places[courier] == work && couriers[courier].skills.contains(skill)
      return helps ? sum + workingSeconds[courier] : sum
    }
  }

  private func load(of work: Int) -> Load {
    Load(work: works[work].seconds, supply: supplySeconds[work])
  }

  private mutating func send(_ courier: Int, to work: Int) {
    places[courier] = work
    supplySeconds[work] += workingSeconds[courier]
  }

  private mutating func move(_ courier: Int, from source: Int, to target: Int) {
    supplySeconds[source] -= workingSeconds[courier]
    send(courier, to: target)
  }
}

/// Work over working time, compared without division; work that nobody does is more than any other.
struct Load: Comparable {
  let work: Int
  let supply: Int

  static func < (left: Load, right: Load) -> Bool {
    switch (left.supply, right.supply) {
    case (0, 0): left.work < right.work
    case (0, _): false
    case (_, 0): true
    default: left.work * right.supply < right.work * left.supply
    }
  }

  static func == (left: Load, right: Load) -> Bool { !(left < right) && !(right < left) }
}
