public import Domain

/// Who asks for a card, and the cards already on their way on the first morning.
public struct Demand: Hashable, Sendable {
  /// Where cards stand when the simulation begins.
  public enum Stage: String, CaseIterable, Hashable, Sendable {
    /// Recorded, waiting for the central de-duplication.
    case processing
    /// Print ready record (PRR).
    case ready
    /// Printed and checked, in the office.
    case printed
  }

  /// Cards that wait at a stage on the first morning.
  public struct Backlog: Hashable, Sendable {
    public var stage: Stage
    public var kind: RequestKind
    public var urgency: Urgency
    public var cards: Int
    /// How many days they have waited since they were print ready (or recorded).
    public var agedDays: Spread

    public init(
      stage: Stage, kind: RequestKind, urgency: Urgency = .normal, cards: Int, agedDays: Spread
    ) {
      self.stage = stage
      self.kind = kind
      self.urgency = urgency
      self.cards = cards
      self.agedDays = agedDays
    }
  }

  /// Requests of one kind that arrive every working day of the office, as a Poisson process.
  public struct Arrivals: Hashable, Sendable {
    public var kind: RequestKind
    public var perDay: Double
    /// Of these, the share that is urgent, 0 to 1.
    public var urgentShare: Double
    /// Whether the resident must be recorded first (a new 17-year-old); otherwise the request goes
    /// straight to processing.
    public var needsRecording: Bool

    public init(
      kind: RequestKind, perDay: Double, urgentShare: Double = 0, needsRecording: Bool = false
    ) {
      self.kind = kind
      self.perDay = perDay
      self.urgentShare = urgentShare
      self.needsRecording = needsRecording
    }
  }

  /// A time in which more, or fewer, come than usual.
  public struct Surge: Hashable, Sendable {
    public var from: CalendarDate
    public var to: CalendarDate
    public var factor: Double

    public init(from: CalendarDate, to: CalendarDate, factor: Double) {
      self.from = from
      self.to = to
      self.factor = factor
    }
  }

  public var backlog: [Backlog]
  public var arrivals: [Arrivals]
  public var surges: [Surge]

  public init(backlog: [Backlog] = [], arrivals: [Arrivals] = [], surges: [Surge] = []) {
    self.backlog = backlog
    self.arrivals = arrivals
    self.surges = surges
  }
}
