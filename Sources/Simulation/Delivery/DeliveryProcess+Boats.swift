import Domain

extension DeliveryProcess {
  /// Sends out the boats of a fleet, each with a courier of it, to the islands of the kecamatan
  /// whose cards have waited longest.
  ///
  /// The calls are spread evenly over the working hours of the trip.
  mutating func sail(fleet: Int, _ working: WorkingDay, _ world: inout World) {
    guard let boats = fleets[fleet].service.boats, sails(boats, on: world.day, world) else {
      return
    }
    for boat in fleets[fleet].boatsBackOn.indices
    where fleets[fleet].boatsBackOn[boat] <= world.day {
      tally.boatPlaces += boats.cardsPerTrip
      guard fleets[fleet].couriersAshore(on: world.day) > 0,
        let kecamatan = longestWaitingIslands(of: fleet)
      else { continue }
      let days = tripDays(of: fleet, boats.tripDays, from: world.day)
      fleets[fleet].boatsBackOn[boat] = days[days.count - 1] + 1
      load(boats.cardsPerTrip, fleet: fleet, islandsOf: kecamatan, on: days, &world)
      bookTrip(fleet: fleet, days: days.count, working, &world)
    }
  }

  /// Whether boats go out on `day`: it is one of their days, and the sea is not too high.
  private func sails(_ boats: Boats, on day: Int, _ world: World) -> Bool {
    let date = CalendarDate(dayNumber: world.scenario.firstDay.dayNumber + day)
    return boats.cardsPerTrip > 0 && boats.days.contains(date.dayOfWeek)
      && !world.draws.happens(boats.roughSeaShare, .sea, day)
  }

  private func longestWaitingIslands(of fleet: Int) -> Int? {
    var longest: Int?
    var smallest = UInt64.max
    for (kecamatan, pool) in fleets[fleet].islands.enumerated() {
      guard let key = pool.firstKey, key < smallest else { continue }
      (longest, smallest) = (kecamatan, key)
    }
    return longest
  }

  /// The working days of a trip that begins on `day`, as far as days are simulated.
  private func tripDays(of fleet: Int, _ count: Int, from day: Int) -> [Int] {
    let hours = fleets[fleet].hours
    let days = (day..<hours.dayCount).lazy.filter { hours.works(on: $0) }.prefix(max(1, count))
    guard days.count < count else { return Array(days) }
    // The trip outlasts the simulation: the boat does not come back within it.
    return Array(days) + Array(repeating: hours.dayCount, count: count - days.count)
  }

  private mutating func load(
    _ most: Int, fleet: Int, islandsOf kecamatan: Int, on days: [Int], _ world: inout World
  ) {
    let hours = fleets[fleet].hours
    let count = min(most, fleets[fleet].islands[kecamatan].count)
    tally.boatPlacesUsed += count
    for number in 0..<count {
      guard let card = fleets[fleet].islands[kecamatan].removeFirst(world.cards) else { return }
      let share = (Double(number) + 0.5) / Double(count) * Double(days.count)
      let day = days[min(days.count - 1, Int(share))]
      guard day < hours.dayCount else { continue }
      let opens = max(hours.opens[day], world.now)
      let open = Double(hours.closes[day] - opens)
      let time = opens + Int32((share - Double(Int(share))) * open)
      schedule(.call, at: time, subject: card, &world)
    }
  }

  private mutating func bookTrip(
    fleet: Int, days: Int, _ working: WorkingDay, _ world: inout World
  ) {
    let channel = fleets[fleet].channel
    let costs = world.scenario.costs
    world.channels[channel].runs += 1
    world.channels[channel].courierDays += days
    tally.busyCourierSeconds += working.seconds
    let wages = fleets[fleet].paysCouriers ? Double(days) * costs.courierDay : 0
    pay(wages + costs.boatTrip, channel: channel, &world)
  }
}
