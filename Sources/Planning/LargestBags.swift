import Domain

/// How many cards the largest bag holds among couriers who can do what a door asks.
struct LargestBags {
  private var cardsBySkills: [Set<Skill>: Int] = [:]

  init(_ couriers: [Courier]) {
    for courier in couriers {
      cardsBySkills[courier.skills] = max(
        cardsBySkills[courier.skills] ?? 0, courier.capacityCards)
    }
  }

  /// At least one; no limit where nobody has the skills.
  func cards(with skills: Set<Skill>) -> Int {
    let able = cardsBySkills.filter { $0.key.isSuperset(of: skills) }
    return max(1, able.values.max() ?? .max)
  }
}
