import Domain
import Geometry

extension PlanChecker {
  /// Whether the courier can be where the run says, when it says.
  func clock(of run: Run, _ courier: Courier) -> [PlanViolation] {
    var violations: [PlanViolation] = []
    if run.leaves < courier.shift.start || run.returns > courier.shift.end {
      violations.append(.outsideShift(run.id))
    }
    var place = courier.base
    var free = run.leaves
    for number in 1...run.stops.count + 1 {
      for crossing in run.crossings where crossing.beforeStop == number {
        violations += leg(
          from: place, at: free, to: crossing.from.coordinate, at: boarding(crossing, of: run),
          stop: number, in: run, courier)
        place = crossing.to.coordinate
        free = crossing.arrives
        if crossing.daysLater > 0 { return violations }
      }
      guard number <= run.stops.count else { break }
      let stop = run.stops[number - 1]
      violations += leg(
        from: place, at: free, to: stop.location.coordinate, at: stop.arrives, stop: number,
        in: run, courier)
      violations += visit(number - 1, of: run, courier)
      place = stop.location.coordinate
      free = stop.departs
    }
    return violations
      + leg(
        from: place, at: free, to: courier.base, at: run.returns, stop: run.stops.count + 1,
        in: run, courier)
  }

  func rest(of run: Run, _ courier: Courier) -> [PlanViolation] {
    guard let rest = courier.shift.rest else {
      return run.restStarts == nil ? [] : [.restNotOwed(run.id)]
    }
    guard let starts = run.restStarts else {
      let isBackInTime = run.returns <= rest.latest
      let leavesRested = Int(run.leaves.seconds) >= Int(rest.earliest.seconds) + rest.minutes * 60
      return isBackInTime || leavesRested ? [] : [.restMissing(run.id)]
    }
    var violations: [PlanViolation] = []
    if starts < rest.earliest || starts > rest.latest {
      violations.append(.restOutsideWindow(run.id))
    }
    for (place, stop) in zip(1..., run.stops)
    where restSeconds(from: stop.starts, to: stop.departs, in: run, courier) > 0 {
      violations.append(.visitDuringRest(run.id, stop: place))
    }
    return violations
  }

  private func leg(
    from origin: Coordinate, at departs: TimeOfDay, to destination: Coordinate,
    at arrives: TimeOfDay, stop: Int, in run: Run, _ courier: Courier
  ) -> [PlanViolation] {
    guard !isAcrossWater(from: origin, to: destination),
      let needed = travelSeconds(from: origin, to: destination, in: run, courier)
    else { return [.noWay(run.id, stop: stop)] }
    let missing = needed - workingSeconds(from: departs, to: arrives, in: run, courier)
    return missing > Self.toleranceSeconds
      ? [.legTooShort(run.id, stop: stop, missingSeconds: missing)] : []
  }

  private func visit(_ index: Int, of run: Run, _ courier: Courier) -> [PlanViolation] {
    let stop = run.stops[index]
    let place = index + 1
    var violations: [PlanViolation] = []
    let setup =
      isAtSameHouse(index, of: run)
      ? 0
      : seconds(service.setup)
        - workingSeconds(
          from: stop.arrives, to: stop.starts, in: run, courier)
    if setup > 0 || stop.starts < stop.arrives {
      violations.append(.setupTooShort(run.id, stop: place, missingSeconds: max(1, setup)))
    }
    let atDoor = Int(stop.departs.seconds) - Int(stop.starts.seconds)
    let missing = neededAtDoor(stop) - atDoor
    if missing > 0 {
      violations.append(.serviceTooShort(run.id, stop: place, missingSeconds: missing))
    }
    let isOpen = stop.cards.allSatisfy { card in
      hours[card]?.contains { $0.contains(stop.starts) } ?? true
    }
    return isOpen ? violations : violations + [.outsideHours(run.id, stop: place)]
  }

  /// Who stays at one measured house does not park again.
  private func isAtSameHouse(_ index: Int, of run: Run) -> Bool {
    guard index > 0 else { return false }
    let here = run.stops[index].location
    let before = run.stops[index - 1].location
    return here.source == .house && before.source == .house && here.coordinate == before.coordinate
  }

  private func neededAtDoor(_ stop: Stop) -> Int {
    var seconds: Int
    switch stop.location.source {
    case .house: seconds = 0
    case .neighbourhood: seconds = self.seconds(service.searchInNeighbourhood)
    case .desa: seconds = self.seconds(service.searchInDesa)
    }
    for card in stop.cards.compactMap({ cards[$0] }) {
      seconds += self.seconds(service.perCard)
      if card.request.surrendersOldCard { seconds += self.seconds(service.oldCard) }
    }
    return seconds
  }

  private func workingSeconds(
    from start: TimeOfDay, to end: TimeOfDay, in run: Run, _ courier: Courier
  ) -> Int {
    Int(end.seconds) - Int(start.seconds)
      - restSeconds(from: start, to: end, in: run, courier)
  }

  /// How much of the break lies between two moments.
  private func restSeconds(
    from start: TimeOfDay, to end: TimeOfDay, in run: Run, _ courier: Courier
  ) -> Int {
    guard let rest = courier.shift.rest, let begins = run.restStarts else { return 0 }
    let opens = max(Int(begins.seconds), Int(start.seconds))
    let closes = min(Int(begins.seconds) + rest.minutes * 60, Int(end.seconds))
    return max(0, closes - opens)
  }

  private func seconds(_ duration: Duration) -> Int { Int(duration.components.seconds) }
}
