import Domain
import Geometry

/// Says of cards in no run what each courier lacked and what would help.
struct LeftOutWriter: Sendable {
  private struct Refusers: Hashable {
    let kecamatan: RegionCode
    let reasons: [LeftOutReason]
  }

  private let gazetteer: Gazetteer
  /// In order of identifier.
  private let couriers: [Courier]
  private let travel: any TravelModel
  /// Many stops are refused alike; they share one list.
  private var known: [Refusers: [CourierRefusal]] = [:]

  /// - Parameter couriers: All there are, in order of identifier.
  init(gazetteer: Gazetteer, couriers: [Courier], travel: any TravelModel) {
    self.gazetteer = gazetteer
    self.couriers = couriers
    self.travel = travel
  }

  /// Cards whose address names no kecamatan of the regency.
  func lost(_ cards: [Card]) -> [LeftOutCard] {
    cards.map { card in
      let desa = card.resident.address.desa
      let serving = desa.kecamatan.map { code in couriers.filter { $0.serves(code) } } ?? []
      return LeftOutCard(
        card: card.id,
        refusals: serving.map { CourierRefusal(courier: $0.id, reason: .unreachable) },
        remedy: Remedy.correctRegion(desa).phrase)
    }
  }

  /// The cards of one stop.
  ///
  /// - Parameter reasons: What each courier of the stop's area lacked, in order of identifier; the
  ///   others who serve the kecamatan were sent elsewhere.
  mutating func leftOut(
    _ stop: PlannedStop, reasons: [(courier: CourierID, reason: LeftOutReason)]
  ) -> [LeftOutCard] {
    guard let kecamatan = stop.desa.kecamatan else { return [] }
    let serving = couriers.filter { $0.serves(kecamatan) }
    let found = Dictionary(uniqueKeysWithValues: reasons.map { ($0.courier, $0.reason) })
    let refusers = Refusers(
      kecamatan: kecamatan, reasons: serving.map { found[$0.id] ?? .area })
    let refusals =
      known[refusers]
      ?? zip(serving, refusers.reasons).map { CourierRefusal(courier: $0.id, reason: $1) }
    known[refusers] = refusals
    let remedy = remedy(for: stop, in: kecamatan, serving: serving, refusers.reasons).phrase
    return stop.cards.map { LeftOutCard(card: $0.id, refusals: refusals, remedy: remedy) }
  }

  private func remedy(
    for stop: PlannedStop, in kecamatan: RegionCode, serving: [Courier],
    _ reasons: [LeftOutReason]
  ) -> Remedy {
    let name = gazetteer.name(of: kecamatan)
    let trips = serving.map { tripSeconds(to: stop, by: $0, in: kecamatan) }
    let shortest = trips.compactMap(\.self).min()
    let work = WorkTime(seconds: shortest ?? stop.workSeconds)
    if serving.isEmpty { return .appoint(kecamatan: name, work: work) }
    let tried = reasons.filter { $0 != .area }
    if !tried.isEmpty, tried.allSatisfy({ $0 == .timeWindow }) { return .agreeHours }
    if shortest == nil { return .correctPlace }
    let skilled = serving.indices.filter { serving[$0].skills.isSuperset(of: stop.skills) }
    let isTooFar = skilled.allSatisfy { (trips[$0] ?? .max) > workingSeconds(serving[$0]) }
    if !skilled.isEmpty, isTooFar { return .longerShift(kecamatan: name, work: work) }
    return .oneMore(kecamatan: name, skills: stop.skills.sorted(), work: work)
  }

  /// From the base to the stop, the work there, and back; nothing if there is no way.
  private func tripSeconds(
    to stop: PlannedStop, by courier: Courier, in kecamatan: RegionCode
  ) -> Int? {
    let place = stop.location.coordinate
    guard let there = travel.travelTime(from: courier.base, to: place, in: kecamatan),
      let back = travel.travelTime(from: place, to: courier.base, in: kecamatan)
    else { return nil }
    let seconds = Int((there + back).components.seconds)
    return stop.workSeconds
      + seconds * travel.referenceKilometresPerHour / courier.speedKilometresPerHour
  }

  /// The shift without its break.
  private func workingSeconds(_ courier: Courier) -> Int {
    Int(courier.shift.end.seconds - courier.shift.start.seconds)
      - (courier.shift.rest?.minutes ?? 0) * 60
  }
}
