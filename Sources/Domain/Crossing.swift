/// One crossing by boat on a run.
public struct Crossing: Hashable, Sendable {
  /// Whose boat it is.
  public enum Boat: String, CaseIterable, Sendable, Described {
    /// One that sails by its timetable.
    case scheduled
    /// One hired at the pier.
    case charter
    /// The courier's own.
    case own

    public var phrase: Phrase {
      switch self {
      case .scheduled: Phrase(id: "kapal terjadwal", en: "scheduled boat")
      case .charter: Phrase(id: "perahu sewa", en: "hired boat")
      case .own: Phrase(id: "perahu sendiri", en: "own boat")
      }
    }
  }

  /// The route of the ``Sailing``.
  public let route: String
  public let boat: Boat
  public let from: Sailing.Pier
  public let to: Sailing.Pier
  /// When the boat leaves, on the day it leaves; the courier is at the pier before that.
  public let departs: TimeOfDay
  public let arrives: TimeOfDay
  /// The number of the stop it comes before; one more than the last for the way back.
  public let beforeStop: Int
  /// How many days after the run's day it leaves; above zero where the courier stays overnight.
  public let daysLater: Int
  /// What the timetable says about tide and weather.
  public let note: String?

  public init(
    route: String, boat: Boat, from: Sailing.Pier, to: Sailing.Pier, departs: TimeOfDay,
    arrives: TimeOfDay, beforeStop: Int, daysLater: Int = 0, note: String? = nil
  ) {
    self.route = route
    self.boat = boat
    self.from = from
    self.to = to
    self.departs = departs
    self.arrives = arrives
    self.beforeStop = beforeStop
    self.daysLater = daysLater
    self.note = note
  }
}
