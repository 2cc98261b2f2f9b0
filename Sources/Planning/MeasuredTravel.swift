public import Domain
public import Geometry

/// How long couriers would be on the way for runs that may have been planned by another travel
/// model.
public struct MeasuredTravel: Hashable, Sendable {
  /// Time on the way of all legs that have one, at each courier's own speed.
  public var travel: Duration = .zero
  public var distance = Metres(0)
  public var legs = 0
  /// Legs for which there is no way at all; no part of the other figures.
  public var legsWithoutWay = 0
}

extension TravelModel {
  /// The way of `run` from the base past its stops and back, leg by leg.
  ///
  /// Crossings are left out; a run that ends overnight ends at the island's pier.
  public func measured(_ run: Run, by courier: Courier) -> MeasuredTravel {
    var measured = MeasuredTravel()
    for (from, to) in run.legs(from: courier.base) {
      measured.legs += 1
      guard let seconds = seconds(from: from, to: to, for: courier, in: run.kecamatan),
        let distance = distance(
          from: from, to: to, by: courier.vehicle.profile, in: run.kecamatan)
      else {
        measured.legsWithoutWay += 1
        continue
      }
      measured.travel += .seconds(seconds)
      measured.distance += distance
    }
    return measured
  }

  /// All runs of `plan` together; runs of couriers who are not given count as without a way.
  public func measured(_ plan: Plan, by couriers: [Courier]) -> MeasuredTravel {
    let known = Dictionary(couriers.map { ($0.id, $0) }) { first, _ in first }
    return plan.runs.reduce(into: MeasuredTravel()) { total, run in
      guard let courier = known[run.courier] else {
        total.legs += run.stops.count + 1
        total.legsWithoutWay += run.stops.count + 1
        return
      }
      let measured = measured(run, by: courier)
      total.travel += measured.travel
      total.distance += measured.distance
      total.legs += measured.legs
      total.legsWithoutWay += measured.legsWithoutWay
    }
  }
}

extension Run {
  /// Every stretch on land in order, from the base to the end of the day's work.
  public func legs(from base: Coordinate) -> [(from: Coordinate, to: Coordinate)] {
    var legs: [(from: Coordinate, to: Coordinate)] = []
    var place = base
    for number in 1...stops.count + 1 {
      for crossing in crossings where crossing.beforeStop == number {
        legs.append((place, crossing.from.coordinate))
        if crossing.daysLater > 0 { return legs }
        place = crossing.to.coordinate
      }
      let next = number > stops.count ? base : stops[number - 1].location.coordinate
      legs.append((place, next))
      place = next
    }
    return legs
  }
}
