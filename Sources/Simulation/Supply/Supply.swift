import Domain

/// From the resident who asks to the sorted card: recording, central processing, blanks, printers,
/// checking and sorting.
///
/// Start here: ``handle(_:_:)`` is the list of everything that happens; each happening is a method
/// in the file of its process. A card waits in exactly one place at a time: the line of an office
/// (``units``), the centre, a rung of ``queues``, a printer, or ``sorting``.
struct Supply: Sendable {
  let printing: Printing
  let printingHours: DayHours
  /// The first second after the period; nothing is scheduled from there on.
  let periodEnd: Int32
  /// Rung of the ladder by kind and urgency: `RequestKind.allCases.count x 2`, row-major.
  let tierOfRequest: [Int]

  var units: [RecordingUnit]
  var teams: [RecordingTeam]
  var residents: UnrecordedResidents
  /// Cards whose residents are expected at an office.
  var awaitedCount = 0
  /// Cards whose residents stand in line at no office, because none that serves them is open.
  var stranded: [Int32] = []
  /// Records made without signal that have not reached the centre.
  var offlineCount = 0
  var processingCount = 0
  /// Cards being printed where their residents were recorded.
  var onTheSpotCount = 0
  /// Residents of the places up to and including each on the first day.
  let residentsUpTo: [Int]

  /// Cards that left the supply: sorted, made on the spot, or second records.
  var outCount = 0

  var blanks: BlankStock
  var queues: PrintQueues
  var routes: SiteRoutes
  /// The printers of all sites, site after site.
  var printers: [Printer]
  /// Where the printers of each site begin, and the end of the last.
  let firstPrinter: [Int]
  var freeOperators: [Int]
  /// Ribbons in the office; nil: always enough.
  var ribbons: Int?
  /// The day whose printing hours began last, or -1.
  var printingDay = -1
  var sorting: Sorting
  var today = SupplyDay()
  /// Working days of the office so far, today included.
  var workingDays = 0
  /// Working days on which no site ran out, and the cards printed on them.
  var fullDays = 0
  var printedOnFullDays = 0.0

  init(_ scenario: Scenario, _ world: inout World) {
    printing = scenario.printing
    printingHours = DayHours(scenario.printing.hours, of: scenario)
    periodEnd = Int32(scenario.dayCount * 86_400)
    tierOfRequest = Self.tiers(of: scenario.priority)
    units = scenario.recording.units.map { RecordingUnit($0, of: scenario) }
    teams = units.indices.flatMap { unit in
      Array(repeating: RecordingTeam(unit: unit), count: scenario.recording.units[unit].count)
    }
    residentsUpTo = scenario.places.reduce(into: []) { $0.append(($0.last ?? 0) + $1.obliged) }
    residents = UnrecordedResidents(scenario)
    blanks = BlankStock(
      opening: scenario.blanks.opening, siteCount: scenario.printing.sites.count)
    routes = SiteRoutes(scenario)
    queues = PrintQueues(siteCount: routes.nowhere + 1, tiers: scenario.priority)
    let sites = scenario.printing.sites
    printers = sites.indices.flatMap { site in
      Array(repeating: Printer(site: site), count: sites[site].printers)
    }
    firstPrinter = sites.reduce(into: [0]) { $0.append(($0.last ?? 0) + $1.printers) }
    freeOperators = sites.map(\.operators)
    ribbons = scenario.printing.ribbons
    sorting = Sorting(scenario)

    numberTeams()
    setUpPrinters(&world)
    openBacklogs(&world)
    world.events.schedule(at: 0, .supply, code: SupplyEvent.morning.rawValue, subject: 0)
    assert(isBalanced(world))
  }

  mutating func handle(_ event: Event, _ world: inout World) {
    let subject = Int(event.subject)
    switch SupplyEvent(rawValue: event.code) {
    case .morning: beginDay(subject, &world)
    case .unitOpens: openUnit(subject, &world)
    case .arrivesToBeRecorded: arrive(event.subject, &world)
    case .residentRecorded: finishRecording(team: subject, &world)
    case .appointmentOver: finishAppointment(team: subject, &world)
    case .reachesCentre: reachCentre(subject, &world)
    case .processed: becomeReady(subject, &world)
    case .printingOpens: openPrinting(day: subject, &world)
    case .printed: finishPrinting(printer: subject, &world)
    case .rested: finishRest(printer: subject, &world)
    case .ribbonChanged: finishRibbon(printer: subject, &world)
    case .repaired: finishRepair(printer: subject, &world)
    case .printedOnTheSpot: finishOnTheSpot(subject, &world)
    case .sortingOpens: openSorting(day: subject, &world)
    case .sortedOne: finishSorting(&world)
    case nil: preconditionFailure("the supply knows no event \(event.code)")
    }
  }

  /// Schedules what happens `seconds` from now, unless the period is over by then.
  func schedule(
    _ event: SupplyEvent, after seconds: Double, subject: Int, _ world: inout World
  ) {
    let time = Double(world.now) + seconds.rounded()
    guard time < Double(periodEnd) else { return }
    schedule(event, at: Int32(time), subject: subject, &world)
  }

  func schedule(_ event: SupplyEvent, at time: Int32, subject: Int, _ world: inout World) {
    guard time < periodEnd else { return }
    world.events.schedule(
      at: time, .supply, code: event.rawValue, subject: Int32(truncatingIfNeeded: subject))
  }

  func tier(of kind: RequestKind, _ urgency: Urgency) -> Int {
    tierOfRequest[kind.ordinal * 2 + urgency.ordinal]
  }

  private static func tiers(of priority: [PriorityTier]) -> [Int] {
    RequestKind.allCases.flatMap { kind in
      Urgency.allCases.map { urgency in
        priority.firstIndex { $0.takes(kind, urgency) } ?? priority.count
      }
    }
  }
}
