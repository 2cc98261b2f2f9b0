/// One place a route comes by: the door of a job, or where the bag is filled again.
struct Visit {
  /// The job's index; nil for a reload.
  let job: Int?
  /// The job itself; a reload is a job of its own kind, open at any time.
  let facts: Job
  /// Setup paid here, in seconds.
  let setupSeconds: Int

  init(job: Int, facts: Job, isSetUp: Bool) {
    self.job = job
    self.facts = facts
    setupSeconds = isSetUp ? 0 : Int(facts.setupSeconds)
  }

  init(_ reload: Reload) {
    job = nil
    facts = Job(location: reload.location, serviceSeconds: reload.seconds)
    setupSeconds = 0
  }
}

extension Problem {
  /// Returns every place `route`, which is sound, comes by in order.
  func visits(of route: Route) -> [Visit] {
    let reload = vehicles[route.vehicle].reload
    var visits: [Visit] = []
    for (position, job) in route.jobs.enumerated() {
      if let reload, route.reloadsBefore.contains(position) { visits.append(Visit(reload)) }
      let before = visits.last
      // Who stays at a door between two jobs sets up once.
      let isSetUp = before?.job != nil && before?.facts.location == jobs[job].location
      visits.append(Visit(job: job, facts: jobs[job], isSetUp: isSetUp))
    }
    return visits
  }
}
