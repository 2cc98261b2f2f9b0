import Domain
import Geometry

/// Which cards may share a stop and which must, worked out anew for the checker.
struct CheckedDoors: Sendable {
  /// How far a measured house may lie from the place of its stop.
  private static let radius = Metres(30)

  /// Something that makes two cards one door.
  private enum Key: Hashable {
    case house(Coordinate)
    case family(RegionCode, FamilyCardNumber?)
    case address(RegionCode, String, String, String)
  }

  private let cards: [CardID: Card]
  /// The smallest card each card is linked to by household, address or house, however indirectly.
  private let linked: [CardID: CardID]
  /// The different locations among linked cards.
  private let locations: [CardID: Set<Location>]
  /// Members of the households that fit into one visit.
  private let households: [[Card]]

  init(_ cards: [Card], couriers: [Courier], service: ServicePolicy) {
    self.cards = Dictionary(cards.map { ($0.id, $0) }) { first, _ in first }
    let sorted = cards.sorted { $0.id < $1.id }
    linked = Self.links(among: sorted)
    locations = sorted.reduce(into: [:]) { [linked] locations, card in
      locations[linked[card.id] ?? card.id, default: []].insert(card.location)
    }
    let families = Dictionary(grouping: sorted.filter { $0.resident.familyCard != nil }) {
      Key.family($0.resident.address.desa, $0.resident.familyCard)
    }
    let bags = Self.largestBags(in: Set(cards.map(\.resident.address.desa)), couriers, service)
    households = families.values.filter { $0.count > 1 && Self.fits($0, bags, service) }
      .sorted { $0[0].id < $1[0].id }
  }

  /// Whether the cards of `stop` share a door and the stop is at it.
  func violations(of stop: Stop, in run: RunID) -> [PlanViolation] {
    let members = stop.cards.compactMap { cards[$0] }
    guard let first = members.first else { return [] }
    var violations: [PlanViolation] = members.dropFirst()
      .filter { linked[$0.id] != linked[first.id] }
      .map { .strangersShareStop(run, first.id, $0.id) }
    let isKnown = linked[first.id].flatMap { locations[$0] }?.contains(stop.location) ?? false
    let isNear = members.filter { $0.location.source == .house }.allSatisfy {
      stop.location.source == .house
        && $0.location.coordinate.distance(to: stop.location.coordinate) <= Self.radius
    }
    if !isKnown || !isNear { violations.append(.wrongLocation(run, stop: stop.number)) }
    if !members.contains(where: { $0.resident.address.desa == stop.desa }) {
      violations.append(.wrongDesa(run, stop: stop.number))
    }
    return violations
  }

  /// Households of which members at one place are in different runs, or partly left out.
  func splitHouseholds(of plan: Plan) -> [PlanViolation] {
    var runs: [CardID: RunID] = [:]
    for run in plan.runs {
      for card in run.cards { runs[card] = run.id }
    }
    var violations: [PlanViolation] = []
    for household in households {
      var first: [Coordinate?: CardID] = [:]
      for card in household {
        let place = card.location.source == .house ? card.location.coordinate : nil
        if let other = first[place], runs[other] != runs[card.id] {
          violations.append(.householdSplit(other, card.id))
        }
        first[place] = first[place] ?? card.id
      }
    }
    return violations
  }

  /// Gives every card the smallest card it is linked to, by passing it on until nothing changes.
  private static func links(among cards: [Card]) -> [CardID: CardID] {
    var labels = Array(cards.indices)
    let groups = Dictionary(
      grouping: cards.indices.flatMap { index in
        keys(of: cards[index]).map { (key: $0, index: index) }
      }, by: \.key
    ).values.map { $0.map(\.index) }.filter { $0.count > 1 }
    var changed = true
    while changed {
      changed = false
      for group in groups {
        let smallest = group.reduce(Int.max) { min($0, labels[$1]) }
        for index in group where labels[index] != smallest {
          labels[index] = smallest
          changed = true
        }
      }
    }
    return Dictionary(zip(cards.map(\.id), labels.map { cards[$0].id })) { first, _ in first }
  }

  /// What a card has in common with others at its door.
  private static func keys(of card: Card) -> [Key] {
    let address = card.resident.address
    var keys: [Key] = []
    if card.location.source == .house { keys.append(.house(card.location.coordinate)) }
    if let family = card.resident.familyCard { keys.append(.family(address.desa, family)) }
    if let number = address.number, number.contains(where: { $0.isNumber && $0 != "0" }) {
      keys.append(
        .address(
          address.desa, address.neighbourhood, comparable(address.street), comparable(number)))
    }
    return keys
  }

  /// Letters and digits in lower case, with street words cut to their short forms.
  private static func comparable(_ text: String) -> String {
    String(text.lowercased().filter { $0.isLetter || $0.isNumber })
      .replacing("jalan", with: "jl").replacing("jln", with: "jl").replacing("gang", with: "gg")
  }

  /// The largest bag that can come to each desa; none where nobody can.
  private static func largestBags(
    in desa: Set<RegionCode>, _ couriers: [Courier], _ service: ServicePolicy
  ) -> [RegionCode: Int] {
    var bags: [RegionCode: Int] = [:]
    for desa in desa {
      guard let kecamatan = desa.kecamatan else { continue }
      let skills = service.skills(in: desa)
      for courier in couriers
      where courier.serves(kecamatan) && courier.skills.isSuperset(of: skills) {
        bags[desa] = max(bags[desa] ?? 0, courier.capacityCards)
      }
    }
    return bags
  }

  private static func fits(
    _ household: [Card], _ bags: [RegionCode: Int], _ service: ServicePolicy
  ) -> Bool {
    let work = household.reduce(Duration.zero) { sum, card in
      sum + service.perCard + (card.request.surrendersOldCard ? service.oldCard : .zero)
    }
    let bag = bags[household[0].resident.address.desa] ?? .max
    return household.count <= bag && work <= service.longestStop
  }
}
