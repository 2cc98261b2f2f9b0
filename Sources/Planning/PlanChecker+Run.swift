import Domain
import Geometry

extension PlanChecker {
  /// Everything wrong with one run, apart from which cards share its stops.
  func violations(of run: Run) -> [PlanViolation] {
    guard let courier = couriers[run.courier] else {
      return [.unknownCourier(run.id, run.courier)]
    }
    guard !run.stops.isEmpty else { return [.emptyRun(run.id)] }
    return stopNumbers(of: run) + borders(of: run, courier) + limits(of: run, courier)
      + clock(of: run, courier) + crossings(of: run, courier) + rest(of: run, courier)
      + totals(of: run, courier)
  }

  private func stopNumbers(of run: Run) -> [PlanViolation] {
    var violations: [PlanViolation] = []
    for (place, stop) in zip(1..., run.stops) {
      if stop.number != place {
        violations.append(.wrongStopNumber(run.id, stop: place, written: stop.number))
      }
      if stop.cards.isEmpty { violations.append(.emptyStop(run.id, stop: place)) }
      if stop.cards != stop.cards.sorted() {
        violations.append(.cardsOutOfOrder(run.id, stop: place))
      }
    }
    return violations
  }

  private func borders(of run: Run, _ courier: Courier) -> [PlanViolation] {
    var violations: [PlanViolation] = []
    if crossesKecamatan != (run.kecamatan == nil), let card = run.cards.first {
      violations.append(.outsideKecamatan(run.id, card))
    }
    var refused: Set<RegionCode> = []
    for card in run.cards {
      guard let kecamatan = cards[card]?.resident.address.desa.kecamatan else { continue }
      if let home = run.kecamatan, home != kecamatan {
        violations.append(.outsideKecamatan(run.id, card))
      }
      if !courier.serves(kecamatan), refused.insert(kecamatan).inserted {
        violations.append(.kecamatanNotServed(run.id, run.courier, kecamatan))
      }
    }
    return violations
  }

  private func limits(of run: Run, _ courier: Courier) -> [PlanViolation] {
    var violations: [PlanViolation] = []
    if run.cardCount > courier.capacityCards {
      violations.append(
        .overCapacity(run.id, cards: run.cardCount, limit: courier.capacityCards))
    }
    if run.stops.count > courier.maximumStops {
      violations.append(
        .tooManyStops(run.id, stops: run.stops.count, limit: courier.maximumStops))
    }
    for (place, stop) in zip(1..., run.stops) {
      let needed = stop.cards.compactMap { cards[$0] }.reduce(into: Set<Skill>()) {
        $0.formUnion(service.skills(in: $1.resident.address.desa))
      }
      violations += needed.subtracting(courier.skills).sorted()
        .map { .missingSkill(run.id, stop: place, $0) }
    }
    return violations
  }

  private func totals(of run: Run, _ courier: Courier) -> [PlanViolation] {
    let legs = run.legs(from: courier.base)
    var seconds = 0
    var metres = 0.0
    for (from, to) in legs {
      seconds += travelSeconds(from: from, to: to, in: run, courier) ?? 0
      let distance = travel.distance(
        from: from, to: to, by: courier.vehicle.profile, in: run.kecamatan)
      metres += distance?.value ?? 0
    }
    var violations: [PlanViolation] = []
    let difference = run.travel - .seconds(seconds)
    if max(difference, .zero - difference) > .seconds(legs.count * Self.toleranceSeconds) {
      violations.append(
        .wrongTravel(run.id, written: run.travel, actual: .seconds(seconds)))
    }
    if abs(run.distance.value - metres) > Double(legs.count) {
      violations.append(.wrongDistance(run.id, written: run.distance, actual: Metres(metres)))
    }
    return violations
  }

  /// The time a courier needs for one leg, rounded down; nothing if there is no way.
  func travelSeconds(
    from origin: Coordinate, to destination: Coordinate, in run: Run, _ courier: Courier
  ) -> Int? {
    let profile = courier.vehicle.profile
    let time = travel.travelTime(from: origin, to: destination, by: profile, in: run.kecamatan)
    let reference = travel.referenceKilometresPerHour(by: profile)
    let permille = (Double(courier.speedKilometresPerHour) * 1000 / reference).rounded()
    return time.map { Int(Double($0.components.seconds) * 1000 / max(1, permille)) }
  }
}
