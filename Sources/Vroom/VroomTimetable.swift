import Optimiser

/// Times a route by the file's own rules, in hundredths of seconds as they count.
///
/// It shares nothing with the search or its checker. A break takes place on the way between two
/// stops; travel goes on while its window is still closed.
///
/// The route ends as early as it can, then leaves as late as that allows.
struct VroomTimetable {
  /// Something a vehicle does on its route, and the moments at which it may begin if a plan says so.
  struct Visit {
    let kind: VroomRoute.Step.Kind
    let serviceAt: ClosedRange<Int>?
  }

  /// One step, in hundredths.
  private struct Moment {
    var arrival: Int
    var start: Int
    var departure: Int
    /// What has been travelled since leaving.
    var travelled: Int
    var delay = 0
  }

  /// The rules of one visit, in hundredths.
  private struct Rule {
    /// When it may begin, in order; empty means any time.
    var windows: [ClosedRange<Int>]
    var setup: Int
    var service: Int
    /// The way to it; nil for a break.
    var way: Int?
    var place: Int?

    var length: Int { setup + service }
  }

  private let instance: VroomInstance
  private let index: Int
  private let vehicle: VroomVehicle
  /// Start, visits and end.
  private let visits: [Visit]
  private let rules: [Rule]
  private let unreachable: Set<Int>

  /// - Parameter visits: Jobs and breaks, at least one job, with or without a start and an end.
  init(_ visits: [Visit], ofVehicle index: Int, in instance: VroomInstance) {
    self.instance = instance
    self.index = index
    vehicle = instance.vehicles[index]
    let start = visits.first { $0.kind == .start } ?? Visit(kind: .start, serviceAt: nil)
    let end = visits.first { $0.kind == .end } ?? Visit(kind: .end, serviceAt: nil)
    let others = visits.filter { $0.kind != .start && $0.kind != .end }
    self.visits = [start] + others + [end]
    (rules, unreachable) = Self.rules(for: self.visits, ofVehicle: index, in: instance)
  }

  /// Returns the route with all rules it breaks.
  func route() -> VroomRoute {
    let opening = (vehicle.timeWindow?.lowerBound ?? 0) * 100
    var moments = moments(leaving: opening)
    if moments.allSatisfy({ $0.delay == 0 }), unreachable.isEmpty,
      let latest = latestLeaving(endingBy: moments[moments.count - 1].arrival)
    {
      moments = self.moments(leaving: max(opening, latest))
    }
    return VroomReport(
      instance: instance, vehicle: index,
      entries: visits.indices.map { step in
        let moment = moments[step]
        return .init(
          kind: visits[step].kind, place: rules[step].place, arrival: moment.arrival,
          waiting: moment.start - moment.arrival, setup: rules[step].setup,
          service: rules[step].service, travelled: moment.travelled, delay: moment.delay,
          isReachable: !unreachable.contains(step))
      }
    ).route()
  }

  /// Goes along the route as fast as its windows allow; a window missed is a delay.
  private func moments(leaving: Int) -> [Moment] {
    var moments: [Moment] = []
    var now = leaving
    // What is left of the way to the next stop, and what has been travelled.
    var (left, travelled) = (0, 0)
    for (step, rule) in rules.enumerated() {
      var moment = Moment(arrival: now + left, start: 0, departure: 0, travelled: 0)
      if visits[step].kind.isBreak {
        (moment.start, moment.delay) = Self.start(from: now, in: rule.windows)
        let part = min(left, moment.start - now)
        moment.arrival = now + part
        left -= part
        travelled += part
      } else {
        (moment.start, moment.delay) = Self.start(from: moment.arrival, in: rule.windows)
        travelled += left
        left = way(after: step)
      }
      moment.departure = moment.start + rule.length
      moment.travelled = travelled
      now = moment.departure
      moments.append(moment)
    }
    return moments
  }

  /// Returns the last moment to leave and still end by `end`, or nil.
  private func latestLeaving(endingBy end: Int) -> Int? {
    var limit = end
    var left = 0
    for step in rules.indices.reversed() {
      let rule = rules[step]
      if visits[step].kind.isBreak {
        guard let start = Self.latestStart(by: limit - rule.length, in: rule.windows) else {
          return nil
        }
        left -= min(left, limit - start - rule.length)
        limit = start
      } else {
        guard let start = Self.latestStart(by: limit - left - rule.length, in: rule.windows) else {
          return nil
        }
        limit = start
        left = rule.way ?? 0
      }
    }
    return limit
  }

  /// The way from the stop at `step` to the next one.
  private func way(after step: Int) -> Int {
    let next = visits.indices.dropFirst(step + 1).first { !visits[$0].kind.isBreak }
    return next.flatMap { rules[$0].way } ?? 0
  }

  /// Returns the first moment from `ready` on in one of `windows`; if all are over, `ready` and by
  /// how much it is late.
  private static func start(
    from ready: Int, in windows: [ClosedRange<Int>]
  ) -> (start: Int, delay: Int) {
    guard let last = windows.last else { return (ready, 0) }
    guard let window = windows.first(where: { $0.upperBound >= ready }) else {
      return (ready, ready - last.upperBound)
    }
    return (max(ready, window.lowerBound), 0)
  }

  private static func latestStart(by limit: Int, in windows: [ClosedRange<Int>]) -> Int? {
    guard !windows.isEmpty else { return limit }
    return windows.last { $0.lowerBound <= limit }.map { min(limit, $0.upperBound) }
  }
}

/// What the file asks of each step.
extension VroomTimetable {
  private static func rules(
    for visits: [Visit], ofVehicle index: Int, in instance: VroomInstance
  ) -> ([Rule], Set<Int>) {
    let jobs = visits.compactMap(\.kind.job)
    let places = instance.places
    var here = places.starts[index] ?? jobs.first.map { places.ofJobs[$0] } ?? 0
    // A vehicle that begins at its first job still has to set up there.
    var hasStopBefore = places.starts[index] != nil
    var unreachable: Set<Int> = []
    var rules: [Rule] = []
    for (step, visit) in visits.enumerated() {
      var rule = Rule(windows: [], setup: 0, service: 0, way: 0, place: here)
      switch visit.kind {
      case .start: break
      case .job(let job):
        rule = self.rule(for: instance.jobs[job])
        rule.place = places.ofJobs[job]
        if hasStopBefore, rule.place == here { rule.setup = 0 }
        hasStopBefore = true
      case .break(let pause):
        rule = self.rule(for: instance.vehicles[index].breaks[pause])
      case .end:
        rule.place = places.ends[index] ?? here
        if let window = instance.vehicles[index].timeWindow {
          rule.windows = [0...(window.upperBound * 100)]
        }
      }
      if let there = rule.place {
        rule.way = instance.hundredths(from: here, to: there, byVehicle: index)
        if rule.way == nil { unreachable.insert(step) }
        here = there
      }
      if let serviceAt = visit.serviceAt { rule.windows = rule.windows.within(serviceAt) }
      rules.append(rule)
    }
    return (rules, unreachable)
  }

  private static func rule(for job: VroomJob) -> Rule {
    Rule(
      windows: job.timeWindows.map(\.inHundredths), setup: job.setupSeconds * 100,
      service: job.serviceSeconds * 100, way: nil, place: nil)
  }

  private static func rule(for pause: VroomBreak) -> Rule {
    Rule(
      windows: pause.timeWindow.map { [$0.inHundredths] } ?? [], setup: 0,
      service: pause.serviceSeconds * 100, way: nil, place: nil)
  }
}

extension VroomRoute.Step.Kind {
  var job: Int? {
    guard case .job(let job) = self else { return nil }
    return job
  }

  var isBreak: Bool {
    guard case .break = self else { return false }
    return true
  }
}

extension ClosedRange<Int> {
  fileprivate var inHundredths: ClosedRange<Int> { (lowerBound * 100)...(upperBound * 100) }
}

extension [ClosedRange<Int>] {
  /// The windows, in hundredths, as far as they lie in `range`, in seconds; without any, all of it.
  fileprivate func within(_ range: ClosedRange<Int>) -> [ClosedRange<Int>] {
    let allowed = range.inHundredths
    if isEmpty { return [allowed] }
    let common = filter { $0.overlaps(allowed) }.map { $0.clamped(to: allowed) }
    // Nothing is right then; what the plan says comes nearest.
    return common.isEmpty ? [allowed] : common
  }
}
