public import Domain

/// Everything a simulated office is: its places, its people's demand, its supplies, machines,
/// channels and rules, over a period.
///
/// Immutable once resolved; two scenarios that differ in one value are two values. A scenario says
/// nothing about chance: the seed is given to the ``Simulator``.
public struct Scenario: Hashable, Sendable {
  /// The name of the file it was read from, with the names of its overrides, such as
  /// `pesawaran-2015+third-printer`.
  public var name: String
  public var title: Phrase
  /// What the manager wants to know, in words.
  public var question: Phrase
  public var region: RegionCode
  /// The first and the last simulated day, both inclusive.
  public var firstDay: CalendarDate
  public var lastDay: CalendarDate
  public var officeHours: WorkingHours
  /// Days on which nobody works, in order, each once.
  public var holidays: [CalendarDate]
  /// The kecamatan of the regency, in order of code.
  public var kecamatan: [SimulatedKecamatan]
  /// Kelurahan and desa, in order of code.
  public var places: [SimulatedPlace]
  public var demand: Demand
  public var recording: Recording
  public var processing: CentralProcessing
  /// Who is printed first; tried in order, a request belongs to the first tier that takes it.
  public var priority: [PriorityTier]
  public var blanks: BlankSupply
  public var printing: Printing
  public var finishing: Finishing
  public var delivery: Delivery
  public var costs: Costs
  public var goals: Goals
  /// Every value above with the words it was written in and where it comes from, in the order of
  /// the file.
  public var assumptions: [Assumption]
  /// What is known to have happened; the base case must reproduce it.
  public var facts: [Fact]

  public init(
    name: String, title: Phrase, question: Phrase, region: RegionCode, firstDay: CalendarDate,
    lastDay: CalendarDate, officeHours: WorkingHours, holidays: [CalendarDate] = [],
    kecamatan: [SimulatedKecamatan], places: [SimulatedPlace], demand: Demand = Demand(),
    recording: Recording = Recording(), processing: CentralProcessing = CentralProcessing(),
    priority: [PriorityTier] = PriorityTier.usual, blanks: BlankSupply = BlankSupply(),
    printing: Printing = Printing(), finishing: Finishing = Finishing(),
    delivery: Delivery = Delivery(), costs: Costs = Costs(), goals: Goals = Goals(),
    assumptions: [Assumption] = [], facts: [Fact] = []
  ) {
    self.name = name
    self.title = title
    self.question = question
    self.region = region
    self.firstDay = firstDay
    self.lastDay = lastDay
    self.officeHours = officeHours
    self.holidays = holidays
    self.kecamatan = kecamatan
    self.places = places
    self.demand = demand
    self.recording = recording
    self.processing = processing
    self.priority = priority
    self.blanks = blanks
    self.printing = printing
    self.finishing = finishing
    self.delivery = delivery
    self.costs = costs
    self.goals = goals
    self.assumptions = assumptions
    self.facts = facts
  }

  /// The number of simulated days.
  public var dayCount: Int { lastDay.dayNumber - firstDay.dayNumber + 1 }
}
