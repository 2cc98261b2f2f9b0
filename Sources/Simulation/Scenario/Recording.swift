public import Domain

/// How residents who were never recorded come to be.
public struct Recording: Hashable, Sendable {
  /// Counters or teams that record biometrics.
  public struct Unit: Hashable, Sendable {
    public enum Kind: String, CaseIterable, Hashable, Sendable {
      /// Residents come to it.
      case office
      /// It goes to one kecamatan a day (jemput bola), where most are still unrecorded among those
      /// it may serve.
      case mobile
    }

    public var name: String
    public var kind: Kind
    public var count: Int
    /// Indices into ``Scenario/kecamatan``; empty means all.
    public var kecamatan: [Int]
    /// Whether it goes only to places without signal; mobile units only.
    public var onlyWithoutSignal: Bool
    public var residentsPerHour: Double
    public var hours: WorkingHours
    /// Share of those invited by a mobile unit who do not come, 0 to 1.
    public var noShowShare: Double
    /// Where there is no signal, days until the records reach the centre.
    public var offlineDays: Spread
    /// Prints on the spot where there is signal (M2M mini server), within so many minutes; nil: no.
    public var printsOnTheSpotMinutes: Double?
    public var from: CalendarDate?
    public var to: CalendarDate?

    public init(
      name: String, kind: Kind, count: Int = 1, kecamatan: [Int] = [],
      onlyWithoutSignal: Bool = false, residentsPerHour: Double, hours: WorkingHours,
      noShowShare: Double = 0, offlineDays: Spread = .fixed(0),
      printsOnTheSpotMinutes: Double? = nil, from: CalendarDate? = nil, to: CalendarDate? = nil
    ) {
      self.name = name
      self.kind = kind
      self.count = count
      self.kecamatan = kecamatan
      self.onlyWithoutSignal = onlyWithoutSignal
      self.residentsPerHour = residentsPerHour
      self.hours = hours
      self.noShowShare = noShowShare
      self.offlineDays = offlineDays
      self.printsOnTheSpotMinutes = printsOnTheSpotMinutes
      self.from = from
      self.to = to
    }
  }

  public var units: [Unit]
  /// Share of the unrecorded of a place who come to an office on their own on a working day, 0 to 1.
  public var walkInShare: Double

  public init(units: [Unit] = [], walkInShare: Double = 0) {
    self.units = units
    self.walkInShare = walkInShare
  }
}

/// The ministry's data centre: from recorded to print ready (PRR).
public struct CentralProcessing: Hashable, Sendable {
  public var leadDays: Spread
  /// Share found to be recorded twice and sent back, 0 to 1.
  public var duplicateShare: Double

  public init(leadDays: Spread = .fixed(0), duplicateShare: Double = 0) {
    self.leadDays = leadDays
    self.duplicateShare = duplicateShare
  }
}
