import Domain

extension Supply {
  /// Lets the day's requests arrive, spread over the hours of the office.
  mutating func letRequestsArrive(_ day: Int, _ date: CalendarDate, _ world: inout World) {
    guard world.officeHours.isOrdinary(day), !world.scenario.places.isEmpty else { return }
    let factor = surge(on: date, world.scenario.demand)
    for (index, arrivals) in world.scenario.demand.arrivals.enumerated() {
      let count = world.draws.poisson(
        mean: arrivals.perDay * factor, .arrivalCount, day << 8 | index)
      for number in 0..<count {
        let luck = 1 << 41 | index << 34 | day << 20 | number
        if arrivals.needsRecording {
          letResidentTurnSeventeen(arrivals, luck, day, &world)
        } else {
          letRequestArrive(arrivals, luck, day, &world)
        }
      }
    }
  }

  private func surge(on date: CalendarDate, _ demand: Demand) -> Double {
    demand.surges.reduce(1) { $1.from <= date && date <= $1.to ? $0 * $1.factor : $0 }
  }

  private mutating func letRequestArrive(
    _ arrivals: Demand.Arrivals, _ luck: Int, _ day: Int, _ world: inout World
  ) {
    let moment = momentOfArrival(luck, day, world)
    let card = addRequest(
      arrivals, at: placeOfArrival(luck, world), age: .drawn(world.draws, luck),
      recordedAt: moment, luck, &world)
    startProcessing(card, recordedAt: moment, &world)
  }

  /// A resident turns 17 and comes to an office to be recorded; where no office is open they wait
  /// for a team that comes to them.
  private mutating func letResidentTurnSeventeen(
    _ arrivals: Demand.Arrivals, _ luck: Int, _ day: Int, _ world: inout World
  ) {
    let place = placeOfArrival(luck, world)
    world.obliged[place] += 1
    guard office(for: world.scenario.places[place].kecamatan, on: day) != nil else {
      residents.addNewlyObliged(at: place)
      return
    }
    let card = addRequest(
      arrivals, at: place, age: .newlyObliged, recordedAt: CardTable.never, luck, &world)
    expect(card, at: momentOfArrival(luck, day, world), &world)
  }

  private mutating func addRequest(
    _ arrivals: Demand.Arrivals, at place: Int, age: AgeGroup, recordedAt: Int32, _ luck: Int,
    _ world: inout World
  ) -> Int {
    let isUrgent = world.draws.happens(arrivals.urgentShare, .arrivalUrgency, luck)
    let urgency = isUrgent ? Urgency.urgent : .normal
    world.count(.requests)
    return world.cards.add(
      place: place, kind: arrivals.kind, urgency: urgency, age: age,
      sex: .drawn(world.draws, luck), isOpening: false, stage: .recording,
      tier: tier(of: arrivals.kind, urgency), recordedAt: recordedAt, luck: luck)
  }

  /// Some of the unrecorded come to an office on their own.
  mutating func letUnrecordedWalkIn(_ day: Int, _ world: inout World) {
    let share = world.scenario.recording.walkInShare
    guard share > 0, world.officeHours.isOrdinary(day) else { return }
    for (place, facts) in world.scenario.places.enumerated()
    where residents.count[place] > 0 && office(for: facts.kecamatan, on: day) != nil {
      let coming = world.draws.poisson(
        mean: share * Double(residents.count[place]), .walkIn, day << 16 | place)
      for _ in 0..<min(coming, residents.count[place]) {
        let card = addUnrecorded(at: place, &world)
        expect(card, at: momentOfArrival(world.cards.luck[card], day, world), &world)
      }
    }
  }

  private mutating func expect(_ card: Int, at moment: Int32, _ world: inout World) {
    awaitedCount += 1
    schedule(.arrivesToBeRecorded, at: moment, subject: card, &world)
  }

  /// Makes a request of a resident who was never recorded.
  mutating func addUnrecorded(at place: Int, _ world: inout World) -> Int {
    let (luck, age) = residents.take(at: place, world.draws)
    world.count(.requests)
    return world.cards.add(
      place: place, kind: .first, urgency: .normal, age: age, sex: .drawn(world.draws, luck),
      isOpening: false, stage: .recording, tier: tier(of: .first, .normal),
      recordedAt: CardTable.never, luck: luck)
  }

  /// A moment within the ordinary hours of the office.
  private func momentOfArrival(_ luck: Int, _ day: Int, _ world: World) -> Int32 {
    let opens = world.officeHours.opens[day]
    let length = Double(world.officeHours.ordinaryEnd[day] - opens)
    return opens + Int32(length * world.draws.uniform(.arrivalMoment, luck))
  }

  /// A place by the residents it had on the first day.
  private func placeOfArrival(_ luck: Int, _ world: World) -> Int {
    let position = Double(residentsUpTo.last ?? 0) * world.draws.uniform(.arrivalPlace, luck)
    var (low, high) = (0, residentsUpTo.count - 1)
    while low < high {
      let middle = (low + high) / 2
      if Double(residentsUpTo[middle]) > position { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
