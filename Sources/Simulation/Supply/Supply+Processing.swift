import Domain

extension Supply {
  /// Sends a request to the centre; what was recorded long ago may be through at once.
  mutating func startProcessing(_ card: Int, recordedAt: Int32, _ world: inout World) {
    world.cards.stage[card] = .processing
    processingCount += 1
    let luck = world.cards.luck[card]
    let lead = world.draws.value(of: world.scenario.processing.leadDays, .leadDays, luck)
    let done = max(Double(world.now), Double(recordedAt) + (lead * 86_400).rounded())
    guard done < Double(periodEnd) else { return }
    schedule(.processed, at: Int32(done), subject: card, &world)
  }

  mutating func reachCentre(_ card: Int, _ world: inout World) {
    offlineCount -= 1
    startProcessing(card, recordedAt: world.now, &world)
  }

  /// A request is print ready, or turns out to be a second record of the same resident.
  mutating func becomeReady(_ card: Int, _ world: inout World) {
    processingCount -= 1
    if isDuplicate(card, world) {
      endAsDuplicate(card, &world)
      return
    }
    world.count(.becameReady)
    let site = queue(card, readyAt: world.now, &world)
    if site < printing.sites.count { servePrinters(at: site, &world) }
  }

  /// Only first cards rest on a new record, which can be a second one.
  func isDuplicate(_ card: Int, _ world: World) -> Bool {
    world.cards.isFirst[card]
      && world.draws.happens(
        world.scenario.processing.duplicateShare, .duplicate, world.cards.luck[card])
  }

  mutating func endAsDuplicate(_ card: Int, _ world: inout World) {
    outCount += 1
    world.cards.stage[card] = .duplicate
    world.cards.endedAt[card] = world.now
  }

  /// Puts a print ready request in line at its site and returns the site.
  @discardableResult
  mutating func queue(
    _ card: Int, readyAt: Int32, isAnew: Bool = false, _ world: inout World
  ) -> Int {
    world.cards.stage[card] = .ready
    world.cards.readyAt[card] = readyAt
    if !isAnew { world.ages.enter(readyAt: readyAt) }
    let kecamatan = world.scenario.places[Int(world.cards.place[card])].kecamatan
    let site = routes.site(of: kecamatan, waiting: queues.waiting)
    queues.add(
      Int32(card), at: site, tier: Int(world.cards.tier[card]), isAnew: isAnew, readyAt: readyAt)
    return site
  }
}
