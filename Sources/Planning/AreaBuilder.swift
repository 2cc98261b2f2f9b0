import Domain
import Geometry

/// Cuts a day's cards into areas that are planned one by one, and sends couriers to them.
///
/// Doors of one kecamatan are one area, except that those of each island are one of their own.
struct AreaBuilder {
  let gazetteer: Gazetteer
  /// In order of identifier.
  let couriers: [Courier]
  let travel: any TravelModel
  let service: ServicePolicy
  let sailings: [Sailing]
  let land: LandMasses?
  let date: CalendarDate
  let crossesKecamatan: Bool

  /// The stops of one area before anyone is sent there.
  private struct Ground {
    let kecamatan: RegionCode?
    let island: Int?
    let stops: [PlannedStop]
  }

  /// The areas in order of kecamatan and island, and the seats taken on boats to them.
  func areas(of cards: [Card]) -> (areas: [PlanArea], seats: BoatSeats) {
    let homes = homes(of: cards)
    guard !homes.isEmpty else { return ([], BoatSeats()) }
    let shores = shores(of: homes.flatMap(\.stops))
    let grounds = grounds(of: homes, shores)
    if crossesKecamatan, grounds.count == 1, shores == nil {
      return ([ashore(grounds[0], couriers)], BoatSeats())
    }
    let finder = shores.map {
      TripFinder(sailings, shores: $0, couriers: couriers, travel: travel)
    }
    let trips = grounds.map { self.trips(to: $0, shores, finder) }
    let works = zip(grounds, trips).map { work(on: $0, trips: $1, shores) }
    let allocation = Allocation(of: couriers, to: works, travel: travel)
    var seats = BoatSeats()
    let areas = grounds.indices.map { index in
      let sent = allocation.couriers(at: index).map { couriers[$0] }
      guard let finder, let shores else { return ashore(grounds[index], sent) }
      return area(
        on: grounds[index], sent, trips: trips[index], &seats, finder: finder, shores: shores)
    }
    return (areas, seats)
  }

  private func homes(of cards: [Card]) -> [(code: RegionCode, stops: [PlannedStop])] {
    let grouped = Dictionary(grouping: cards) { $0.resident.address.desa.kecamatan }
    let builder = StopBuilder(service: service)
    return gazetteer.kecamatan.map(\.code).compactMap { code in
      grouped[code].map { cards in
        (code, builder.stops(for: cards, couriers: couriers.filter { $0.serves(code) }))
      }
    }
  }

  private func shores(of stops: [PlannedStop]) -> Shores? {
    land.map { land in
      Shores(
        land, couriers: couriers, doors: stops.map(\.location.coordinate),
        piers: sailings.flatMap { [$0.pier.coordinate, $0.islandPier.coordinate] },
        travel: travel)
    }
  }

  private func grounds(
    of homes: [(code: RegionCode, stops: [PlannedStop])], _ shores: Shores?
  ) -> [Ground] {
    if crossesKecamatan {
      return Self.grounds(nil, homes.flatMap(\.stops), shores)
    }
    return homes.flatMap { Self.grounds($0.code, $0.stops, shores) }
  }

  /// The main land first, then the islands, as far as they have stops.
  private static func grounds(
    _ kecamatan: RegionCode?, _ stops: [PlannedStop], _ shores: Shores?
  ) -> [Ground] {
    guard let shores else { return [Ground(kecamatan: kecamatan, island: nil, stops: stops)] }
    let byShore = Dictionary(grouping: stops) { shores.shore(of: $0.location.coordinate) }
    let order = byShore.keys.sorted {
      ($0 != shores.main ? 1 : 0, $0) < ($1 != shores.main ? 1 : 0, $1)
    }
    return order.map { shore in
      Ground(
        kecamatan: kecamatan, island: shore == shores.main ? nil : shore,
        stops: byShore[shore] ?? [])
    }
  }

  /// Whether a courier may serve the kecamatan of the ground, or of one of its stops.
  private func mayServe(_ ground: Ground, _ courier: Courier) -> Bool {
    if let kecamatan = ground.kecamatan { return courier.serves(kecamatan) }
    return ground.stops.contains { $0.desa.kecamatan.map(courier.serves) ?? false }
  }

  private func isHome(_ ground: Ground, of courier: Courier, _ shores: Shores) -> Bool {
    shores.shore(of: courier.base) == ground.island ?? shores.main
  }

  /// The boat trips of every courier who needs one and has one.
  private func trips(
    to ground: Ground, _ shores: Shores?, _ finder: TripFinder?
  ) -> [CourierID: [IslandTrip]] {
    guard let shores, let finder else { return [:] }
    var trips: [CourierID: [IslandTrip]] = [:]
    for courier in couriers where mayServe(ground, courier) && !isHome(ground, of: courier, shores)
    {
      let found = finder.trips(of: courier, to: ground.island ?? shores.main, on: date)
      if !found.isEmpty { trips[courier.id] = found }
    }
    return trips
  }

  private func work(
    on ground: Ground, trips: [CourierID: [IslandTrip]], _ shores: Shores?
  ) -> KecamatanWork {
    let estimate = WorkEstimate(
      kecamatan: ground.kecamatan ?? gazetteer.regency.code, stops: ground.stops, travel: travel)
    guard let shores else { return estimate.work() }
    let residents = couriers.filter { mayServe(ground, $0) && isHome(ground, of: $0, shores) }
    if ground.island == nil, ground.kecamatan != nil, trips.isEmpty,
      residents.count == couriers.count(where: { mayServe(ground, $0) })
    {
      return estimate.work()
    }
    var seconds: [CourierID: Int] = [:]
    for courier in residents {
      seconds[courier.id] =
        Int(courier.shift.end.seconds - courier.shift.start.seconds)
        - (courier.shift.rest?.minutes ?? 0) * 60
    }
    for (courier, trips) in trips { seconds[courier] = trips[0].workingSeconds }
    guard ground.island != nil else { return estimate.work(secondsByCourier: seconds) }
    let sailing = min(Self.seats(on: trips), needed(on: ground, for: estimate.work(), trips))
    return estimate.work(secondsByCourier: seconds, seats: residents.count + sailing)
  }

  /// How many couriers the work on an island takes, with half as much again to spare: nobody is sent
  /// over the water, perhaps for days, for what others can do.
  private func needed(
    on ground: Ground, for work: KecamatanWork, _ trips: [CourierID: [IslandTrip]]
  ) -> Int {
    let able = couriers.filter { trips[$0.id] != nil }
    func count(for amount: Int, each most: Int?) -> Int {
      let most = max(1, most ?? 1)
      return (amount * 3 / 2 + most - 1) / most
    }
    return max(
      1, count(for: work.seconds, each: trips.values.map { $0[0].workingSeconds }.max()),
      count(
        for: ground.stops.reduce(0) { $0 + $1.cards.count }, each: able.map(\.capacityCards).max()),
      count(for: ground.stops.count, each: able.map(\.maximumStops).max()))
  }

  /// How many couriers can go with boats that are full, one by one, in order of courier.
  private static func seats(on trips: [CourierID: [IslandTrip]]) -> Int {
    var seats = BoatSeats()
    return trips.keys.sorted().count { seats.take(trips[$0] ?? []) != nil }
  }

  private func ashore(_ ground: Ground, _ couriers: [Courier]) -> PlanArea {
    PlanArea(
      kecamatan: ground.kecamatan, island: ground.island, stops: ground.stops,
      couriers: couriers, trips: couriers.map { _ in nil }, stays: couriers.map { _ in [] },
      refusals: [:], remedy: nil)
  }

  private func area(
    on ground: Ground, _ sent: [Courier], trips: [CourierID: [IslandTrip]],
    _ seats: inout BoatSeats, finder: TripFinder, shores: Shores
  ) -> PlanArea {
    var going: [(courier: Courier, trip: IslandTrip?)] = []
    var refusals: [CourierID: LeftOutReason] = [:]
    for courier in sent {
      if isHome(ground, of: courier, shores) {
        going.append((courier, nil))
      } else if let trip = seats.take(trips[courier.id] ?? []) {
        going.append((courier, trip))
      } else {
        refusals[courier.id] = .noSailing
      }
    }
    let serving = couriers.filter { mayServe(ground, $0) }
    let island = ground.island ?? shores.main
    for courier in serving
    where trips[courier.id] == nil && !isHome(ground, of: courier, shores) {
      refusals[courier.id] = finder.refusal(of: courier, to: island, on: date)
    }
    let isCutOff = !serving.isEmpty && serving.allSatisfy { refusals[$0.id] != nil }
    return PlanArea(
      kecamatan: ground.kecamatan, island: ground.island, stops: ground.stops,
      couriers: going.map(\.courier), trips: going.map(\.trip),
      stays: going.map { courier, trip in
        trip.map { Self.stays(longerThan: $0, among: trips[courier.id] ?? []) } ?? []
      },
      refusals: refusals,
      remedy: isCutOff
        ? remedy(for: ground, serving, Set(refusals.values), finder: finder, island: island) : nil)
  }

  private static func stays(
    longerThan trip: IslandTrip, among trips: [IslandTrip]
  ) -> [IslandTrip] {
    trips.filter { $0.nightsAway > trip.nightsAway && $0.workingSeconds > trip.workingSeconds }
  }

  /// What would bring cards of an island into a run that no courier can reach on the day.
  private func remedy(
    for ground: Ground, _ serving: [Courier], _ reasons: Set<LeftOutReason>, finder: TripFinder,
    island: Int
  ) -> Remedy {
    guard let route = finder.routes(to: island).first else {
      let home = ground.kecamatan ?? ground.stops[0].desa.kecamatan
      return .declareSailing(kecamatan: home.map(gazetteer.name) ?? "")
    }
    if let next = finder.nextTrip(of: serving, to: island, after: date) {
      return .sailOn(next.date, route: next.route)
    }
    if reasons == [.skill] { return .boatSkill(route: route) }
    return .changeSailing(route: route)
  }
}
