import Domain

extension Supply {
  /// What comes first on a day: deliveries, sites that open or close, blanks for the sites, and
  /// the residents who will come.
  mutating func beginDay(_ day: Int, _ world: inout World) {
    if day + 1 < world.scenario.dayCount {
      schedule(.morning, at: Int32((day + 1) * 86_400), subject: day + 1, &world)
    }
    if world.officeHours.isOrdinary(day) { workingDays += 1 }
    let date = CalendarDate(dayNumber: world.scenario.firstDay.dayNumber + day)
    receiveBlanks(day, date, &world)
    receiveRibbons(date)
    openAndCloseSites(date, world)
    openAndCloseUnits(day, &world)
    if printingHours.works(on: day) {
      allocateBlanks(world)
      schedule(.printingOpens, at: printingHours.opens[day], subject: day, &world)
    }
    if world.officeHours.works(on: day), sorting.takesTime {
      schedule(.sortingOpens, at: world.officeHours.opens[day], subject: day, &world)
    }
    letRequestsArrive(day, date, &world)
    letUnrecordedWalkIn(day, &world)
    // Printing round the clock goes on with what came at midnight.
    for site in printing.sites.indices { servePrinters(at: site, &world) }
  }

  private mutating func receiveBlanks(_ day: Int, _ date: CalendarDate, _ world: inout World) {
    let supply = world.scenario.blanks
    var cards = 0
    for shipment in supply.shipments where shipment.on == date { cards += shipment.cards }
    if let monthly = supply.monthly, date.isDay(monthly.day) { cards += monthly.cards }
    for order in blanks.orders where order.arrivesOnDay == day { cards += order.cards }
    blanks.orders.removeAll { $0.arrivesOnDay == day }
    blanks.receive(cards)
    world.count(.blanksReceived, Double(cards))
  }

  private mutating func receiveRibbons(_ date: CalendarDate) {
    guard date.day == 1, let stock = ribbons else { return }
    ribbons = stock + printing.ribbonsPerMonth
  }

  /// Orders blanks in the evening of a working day when stock and orders are down to the level.
  mutating func reorderBlanks(_ day: Int, _ world: World) {
    guard let reorder = world.scenario.blanks.reorder, world.officeHours.isOrdinary(day),
      blanks.total + blanks.cardsOnTheWay <= reorder.level
    else { return }
    let days = world.draws.value(of: reorder.leadDays, .shipmentLead, blanks.orderCount)
    blanks.orderCount += 1
    // An order of the evening arrives on some later morning.
    let lead = max(1, min(days, 1e6).rounded(.up))
    blanks.orders.append(.init(arrivesOnDay: day + Int(lead), cards: reorder.cards))
  }

  /// Gives every open site blanks for the days to come.
  private mutating func allocateBlanks(_ world: World) {
    let sites = printing.sites
    let days = world.scenario.blanks.allocationDays
    let targets = sites.indices.map { site in
      routes.isOpen[site] ? Int((days * cardsPerDay(of: sites[site])).rounded(.up)) : 0
    }
    let weights =
      switch world.scenario.blanks.allocation {
      case .byQueue: sites.indices.map { queues.waiting[$0] }
      case .equal: sites.map { _ in 1 }
      case .byPopulation: residentsServed(world)
      }
    blanks.allocate(upTo: targets, by: weights)
  }

  /// Cards that a site prints on an ordinary day when nothing is missing.
  private func cardsPerDay(of site: Printing.Site) -> Double {
    let hours = printing.hours
    let minutes = Int(hours.closes.seconds - hours.opens.seconds) / 60 + hours.overtimeMinutes
    let rest = printing.heatRestAfterCards.map { printing.heatRestMinutes * 60 / Double($0) } ?? 0
    let byTime = Double(max(0, minutes * 60)) / max(1, printing.secondsPerCard.mean + rest)
    let each = min(byTime, printing.cardsPerPrinterDay.map { Double($0) } ?? .infinity)
    return each * Double(min(site.printers, site.operators))
  }

  /// Residents of the kecamatan of each site; of a kecamatan with several sites an equal part.
  private func residentsServed(_ world: World) -> [Int] {
    var served = printing.sites.map { _ in 0 }
    var obliged = world.scenario.kecamatan.map { _ in 0 }
    for (place, facts) in world.scenario.places.enumerated() {
      obliged[facts.kecamatan] += world.obliged[place]
    }
    for kecamatan in obliged.indices {
      let sites = served.indices.filter { routes.prints(kecamatan, at: $0) }
      for site in sites { served[site] += obliged[kecamatan] / sites.count }
    }
    return served
  }

  /// Shares everything that waits out anew when a site opens or closes.
  private mutating func openAndCloseSites(_ date: CalendarDate, _ world: World) {
    guard routes.open(on: date) else { return }
    for site in printing.sites.indices where !routes.isOpen[site] { blanks.clear(site) }
    var moved = (0...routes.nowhere).flatMap { queues.removeAll(at: $0) }
    // The oldest first, so that sites which share a kecamatan get cards of every age.
    moved.sort {
      let (first, second) = (Int($0.card), Int($1.card))
      let (firstReady, secondReady) = (world.cards.readyAt[first], world.cards.readyAt[second])
      return firstReady != secondReady ? firstReady < secondReady : first < second
    }
    for (card, isAnew) in moved {
      let kecamatan = world.scenario.places[Int(world.cards.place[Int(card)])].kecamatan
      queues.add(
        card, at: routes.site(of: kecamatan, waiting: queues.waiting),
        tier: Int(world.cards.tier[Int(card)]), isAnew: isAnew,
        readyAt: world.cards.readyAt[Int(card)])
    }
  }
}

extension CalendarDate {
  /// Whether it is the `day` of its month, or the last of a month that has no such day.
  fileprivate func isDay(_ day: Int) -> Bool {
    if self.day == day { return true }
    let tomorrow = CalendarDate(dayNumber: dayNumber + 1)
    return tomorrow.day == 1 && self.day < day
  }
}
