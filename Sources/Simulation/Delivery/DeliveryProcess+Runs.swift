extension DeliveryProcess {
  /// Sends the couriers of a door channel out for the day: by boat first, then to the kecamatan by
  /// the work that waits there. A courier serves one kecamatan a day, or one island of it.
  mutating func sendOut(fleet: Int, _ world: inout World) {
    let working = WorkingDay(fleets[fleet], leaving: world.now, on: world.day)
    guard working.seconds > 0 else { return }
    tally.availableCourierSeconds +=
      working.seconds * Double(fleets[fleet].couriersAshore(on: world.day))
    sail(fleet: fleet, working, &world)
    let couriers = max(0, fleets[fleet].couriersAshore(on: world.day))
    let work = fleets[fleet].work(secondsOfDay: working.seconds)
    let sent = fleets[fleet].shares.couriers(couriers, for: work)
    if let planner {
      planRuns(by: planner, fleet: fleet, sent: sent, working, &world)
      return
    }
    for kecamatan in sent.indices {
      for courier in 0..<sent[kecamatan] {
        let left = sent[kecamatan] - courier
        let waiting = fleets[fleet].land[kecamatan].count
        fill(
          fleet: fleet, from: kecamatan, cards: (waiting + left - 1) / left,
          couriers: sent[kecamatan], seconds: working.seconds, world)
        drive(fleet: fleet, through: kecamatan, couriers: sent[kecamatan], working, &world)
      }
    }
  }

  /// Fills a bag with the cards that are next, until the estimated run fills the day; the first
  /// card is always taken, so that none waits for ever because its door is too far.
  ///
  /// - Parameters:
  ///   - cards: An even share of what waits.
  ///   - couriers: Those who share the kecamatan today.
  private mutating func fill(
    fleet: Int, from kecamatan: Int, cards: Int, couriers: Int, seconds: Double, _ world: World
  ) {
    load.empty()
    let estimate = fleets[fleet].estimates[kecamatan]
    let setup = fleets[fleet].setupSeconds
    let most = min(cards, fleets[fleet].bagCards)
    while load.cards.count < most,
      let card = fleets[fleet].land[kecamatan].first
    {
      let luck = world.cards.luck[card]
      let atDoor = fleets[fleet].secondsAtDoor(of: card, world)
      let sharesDoor =
        !load.cards.isEmpty
        && world.draws.happens(fleets[fleet].sharedDoorShare, .household, luck)
      let stops = load.doors.count + (sharesDoor ? 0 : 1)
      let total =
        load.secondsAtDoors + atDoor + (sharesDoor ? 0 : setup) + estimate.lineHaulSeconds
        + estimate.secondsBetween(stops: stops, couriers: couriers)
      guard total <= seconds || load.cards.isEmpty else { break }
      _ = fleets[fleet].land[kecamatan].removeFirst(world.cards)
      load.add(
        card, seconds: atDoor, setupSeconds: setup, sharesDoor: sharesDoor,
        order: world.draws.bits(.doorPlace, luck))
    }
  }

  /// Sets the calls of the run in the bag, and books what it costs.
  private mutating func drive(
    fleet: Int, through kecamatan: Int, couriers: Int, _ working: WorkingDay,
    _ world: inout World
  ) {
    guard !load.cards.isEmpty else { return }
    load.shuffle()
    let estimate = fleets[fleet].estimates[kecamatan]
    let stops = load.doors.count
    let way = estimate.secondsBetween(stops: stops, couriers: couriers)
    let setup = fleets[fleet].setupSeconds
    var worked = estimate.lineHaulSeconds / 2
    for (number, door) in load.doors.enumerated() {
      if number > 0 { worked += way / Double(stops - 1) }
      worked += setup
      for index in Int(door.firstCard)..<Int(door.firstCard + door.cardCount) {
        let card = Int(load.cards[index])
        schedule(.call, at: working.moment(after: worked), subject: card, &world)
        worked += load.seconds[index]
      }
    }
    let metres =
      estimate.lineHaulMetres + estimate.metresBetween(stops: stops, couriers: couriers)
    bookRun(
      fleet: fleet, seconds: worked + estimate.lineHaulSeconds / 2, metres: metres, working, &world)
  }

  /// Books the courier's day, the way and the overtime of one run.
  mutating func bookRun(
    fleet: Int, seconds: Double, metres: Double, _ working: WorkingDay, _ world: inout World
  ) {
    let channel = fleets[fleet].channel
    let costs = world.scenario.costs
    world.channels[channel].runs += 1
    world.channels[channel].courierDays += 1
    world.channels[channel].kilometres += metres / 1000
    tally.busyCourierSeconds += seconds
    let back = Double(working.moment(after: seconds))
    let overtime = max(0, back - Double(max(working.ordinaryEnd, working.leaves)))
    let isOrdinary = working.leaves < working.ordinaryEnd
    let wages =
      (isOrdinary ? costs.courierDay : 0) + min(overtime, seconds) / 3600 * costs.overtimeHour
    let paid = fleets[fleet].paysCouriers ? wages : 0
    pay(paid + metres / 1000 * costs.kilometre, channel: channel, &world)
  }
}
