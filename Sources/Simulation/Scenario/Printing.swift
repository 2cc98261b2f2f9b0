public import Domain

/// Printers, where they stand and who serves them.
public struct Printing: Hashable, Sendable {
  /// A place with printers.
  public struct Site: Hashable, Sendable {
    public var name: String
    public var printers: Int
    /// People who serve printers; one serves one printer at a time.
    public var operators: Int
    /// Indices into ``Scenario/kecamatan`` of those whose cards are printed here; empty means every
    /// kecamatan that no other open site names.
    public var kecamatan: [Int]
    public var from: CalendarDate?
    public var to: CalendarDate?

    public init(
      name: String, printers: Int, operators: Int, kecamatan: [Int] = [],
      from: CalendarDate? = nil, to: CalendarDate? = nil
    ) {
      self.name = name
      self.printers = printers
      self.operators = operators
      self.kecamatan = kecamatan
      self.from = from
      self.to = to
    }
  }

  public var sites: [Site]
  public var hours: WorkingHours
  /// The time a printer takes for one card, in seconds.
  public var secondsPerCard: Spread
  /// Cards after which a printer rests, and how long; nil: never.
  public var heatRestAfterCards: Int?
  public var heatRestMinutes: Double
  /// The most a printer makes in a day; nil: as many as the hours allow.
  public var cardsPerPrinterDay: Int?
  public var cardsPerRibbon: Int?
  public var ribbonChangeMinutes: Double
  /// Ribbons in the office on the first day; nil: always enough.
  public var ribbons: Int?
  public var ribbonsPerMonth: Int
  /// Printing time between breakdowns of a printer, in hours; nil: never breaks.
  public var hoursBetweenFailures: Spread?
  /// From breakdown to repaired, in days of the calendar.
  public var repairDays: Spread
  /// Printers out of order on the first morning, taken from the largest sites in turn.
  public var brokenAtStart: Int

  public init(
    sites: [Site] = [],
    hours: WorkingHours = WorkingHours(opens: .midnight, closes: .midnight),
    secondsPerCard: Spread = .fixed(60), heatRestAfterCards: Int? = nil,
    heatRestMinutes: Double = 0, cardsPerPrinterDay: Int? = nil, cardsPerRibbon: Int? = nil,
    ribbonChangeMinutes: Double = 0, ribbons: Int? = nil, ribbonsPerMonth: Int = 0,
    hoursBetweenFailures: Spread? = nil, repairDays: Spread = .fixed(0), brokenAtStart: Int = 0
  ) {
    self.sites = sites
    self.hours = hours
    self.secondsPerCard = secondsPerCard
    self.heatRestAfterCards = heatRestAfterCards
    self.heatRestMinutes = heatRestMinutes
    self.cardsPerPrinterDay = cardsPerPrinterDay
    self.cardsPerRibbon = cardsPerRibbon
    self.ribbonChangeMinutes = ribbonChangeMinutes
    self.ribbons = ribbons
    self.ribbonsPerMonth = ribbonsPerMonth
    self.hoursBetweenFailures = hoursBetweenFailures
    self.repairDays = repairDays
    self.brokenAtStart = brokenAtStart
  }
}

/// From the printer to the hand-over: checking, sorting.
public struct Finishing: Hashable, Sendable {
  /// Share of printed cards that fail the check and are printed anew, 0 to 1.
  public var rejectedShare: Double
  /// Cards sorted in an hour of the office, all sorters together; nil: at once.
  public var sortedPerHour: Double?

  public init(rejectedShare: Double = 0, sortedPerHour: Double? = nil) {
    self.rejectedShare = rejectedShare
    self.sortedPerHour = sortedPerHour
  }
}
