import Domain
import Geometry

/// Says of cards in no run what each courier lacked and what would help.
struct LeftOutWriter: Sendable {
  private let gazetteer: Gazetteer
  /// In order of identifier.
  private let couriers: [Courier]
  private let travel: any TravelModel
  private var circles: [RegionCode: ServingCircle] = [:]
  /// Many stops are refused alike; they share one list.
  private var known: [Refusers: [CourierRefusal]] = [:]

  private struct Refusers: Hashable {
    let kecamatan: RegionCode
    let island: Int?
    let reasons: [LeftOutReason]
  }

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
  /// - Parameters:
  ///   - area: The stop's; couriers who serve its kecamatan and are not in it were sent elsewhere,
  ///     or cannot get there.
  ///   - reasons: What each courier of `area` lacked, in the same order for every stop of it.
  ///   - remedy: What would help, where that is known already.
  mutating func leftOut(
    _ stop: PlannedStop, of area: PlanArea, reasons: [LeftOutReason], remedy: Remedy? = nil
  ) -> [LeftOutCard] {
    guard let kecamatan = stop.desa.kecamatan else { return [] }
    let circle = circles[kecamatan] ?? ServingCircle(couriers, kecamatan, travel)
    circles[kecamatan] = circle
    let refusers = Refusers(kecamatan: kecamatan, island: area.island, reasons: reasons)
    let refusals = known[refusers] ?? Self.refusals(of: circle, area, reasons)
    known[refusers] = refusals
    let remedy = (remedy ?? self.remedy(for: stop, in: kecamatan, circle, area, reasons)).phrase
    return stop.cards.map { LeftOutCard(card: $0.id, refusals: refusals, remedy: remedy) }
  }

  private static func refusals(
    of circle: ServingCircle, _ area: PlanArea, _ reasons: [LeftOutReason]
  ) -> [CourierRefusal] {
    let found = Dictionary(zip(area.couriers.map(\.id), reasons)) { first, _ in first }
    return circle.couriers.map {
      CourierRefusal(courier: $0, reason: found[$0] ?? area.refusals[$0] ?? .area)
    }
  }

  private func remedy(
    for stop: PlannedStop, in kecamatan: RegionCode, _ circle: ServingCircle, _ area: PlanArea,
    _ reasons: [LeftOutReason]
  ) -> Remedy {
    let name = gazetteer.name(of: kecamatan)
    let trips = circle.kinds.map { tripSeconds(to: stop, by: $0, in: kecamatan) }
    let shortest = trips.compactMap(\.self).min()
    let work = WorkTime(seconds: shortest ?? stop.workSeconds)
    if circle.couriers.isEmpty { return .appoint(kecamatan: name, work: work) }
    if let remedy = area.remedy { return remedy }
    let tried = reasons.filter { $0 != .area }
    let hours: [LeftOutReason] = [.timeWindow, .rest]
    if !tried.isEmpty, tried.allSatisfy(hours.contains) { return .agreeHours }
    if area.island == nil {
      if shortest == nil {
        let remote = circle.kinds.compactMap { travel.remoteness(of: $0.base, by: $0.profile) }
        return remote.count == circle.kinds.count ? .nearerBase(remote[0]) : .correctPlace
      }
      let able = zip(circle.kinds, trips).filter { $0.0.skills.isSuperset(of: stop.skills) }
      if !able.isEmpty, able.allSatisfy({ ($0.1 ?? .max) > $0.0.workingSeconds }) {
        return .longerShift(kecamatan: name, work: work)
      }
    }
    return .oneMore(kecamatan: name, skills: stop.skills.sorted(), work: work)
  }

  /// From the base to the stop, the work there, and back; nothing if there is no way.
  private func tripSeconds(
    to stop: PlannedStop, by kind: ServingCircle.Kind, in kecamatan: RegionCode
  ) -> Int? {
    let place = stop.location.coordinate
    guard
      let there = travel.travelTime(from: kind.base, to: place, by: kind.profile, in: kecamatan),
      let back = travel.travelTime(from: place, to: kind.base, by: kind.profile, in: kecamatan)
    else { return nil }
    return stop.workSeconds
      + Int((there + back).components.seconds) * 1000 / kind.speedPermille
  }
}
