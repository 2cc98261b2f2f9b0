import Domain

/// Residents who must hold a card and are not recorded, nor in line to be, by place.
struct UnrecordedResidents: Sendable {
  /// Places of each kecamatan.
  private let places: [[Int]]
  private let hasSignal: [Bool]
  private(set) var count: [Int]
  /// Of those, residents who turned 17 within the period.
  private(set) var newlyObliged: [Int]
  /// Residents of each place who left the pool so far.
  private var taken: [Int]

  init(_ scenario: Scenario) {
    var places: [[Int]] = scenario.kecamatan.map { _ in [] }
    for (place, facts) in scenario.places.enumerated() { places[facts.kecamatan].append(place) }
    self.places = places
    hasSignal = scenario.places.map(\.hasSignal)
    count = scenario.places.map { $0.obliged - $0.recorded }
    newlyObliged = count.map { _ in 0 }
    taken = newlyObliged
  }

  /// Residents of `kecamatan` that a unit may visit.
  func count(in kecamatan: Int, onlyWithoutSignal: Bool) -> Int {
    var sum = 0
    for place in places[kecamatan] where !(onlyWithoutSignal && hasSignal[place]) {
      sum += count[place]
    }
    return sum
  }

  /// The place of the resident at `position` among those ``count(in:onlyWithoutSignal:)`` counts.
  func place(of position: Int, in kecamatan: Int, onlyWithoutSignal: Bool) -> Int? {
    var left = position
    for place in places[kecamatan] where !(onlyWithoutSignal && hasSignal[place]) {
      if left < count[place] { return place }
      left -= count[place]
    }
    return nil
  }

  mutating func addNewlyObliged(at place: Int) {
    count[place] += 1
    newlyObliged[place] += 1
  }

  /// Takes a resident of `place` out and returns the number for their chance, and their age.
  ///
  /// - Precondition: one is left there.
  mutating func take(at place: Int, _ draws: Draws) -> (luck: Int, age: AgeGroup) {
    precondition(count[place] > 0, "everyone at place \(place) is recorded")
    let luck = 2 << 41 | place << 22 | taken[place]
    taken[place] += 1
    let isNew =
      draws.uniform(.recordingPlace, luck) * Double(count[place])
      < Double(newlyObliged[place])
    count[place] -= 1
    if isNew { newlyObliged[place] -= 1 }
    return (luck, isNew ? .newlyObliged : .drawn(draws, luck))
  }
}
