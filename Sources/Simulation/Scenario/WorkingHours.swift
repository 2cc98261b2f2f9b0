public import Domain

/// The hours somebody works: the same every working day, with overtime on top.
public struct WorkingHours: Hashable, Sendable {
  /// Ordinary working days of the week, in order.
  public var days: [Weekday]
  public var opens: TimeOfDay
  public var closes: TimeOfDay
  /// Days of the week worked as overtime, in order; none of them in ``days``.
  public var overtimeDays: [Weekday]
  /// Overtime after closing on ordinary working days, in minutes.
  public var overtimeMinutes: Int
  /// Whether work goes on during holidays, as overtime.
  public var worksOnHolidays: Bool

  public init(
    days: [Weekday] = [.monday, .tuesday, .wednesday, .thursday, .friday],
    opens: TimeOfDay, closes: TimeOfDay, overtimeDays: [Weekday] = [], overtimeMinutes: Int = 0,
    worksOnHolidays: Bool = false
  ) {
    self.days = days
    self.opens = opens
    self.closes = closes
    self.overtimeDays = overtimeDays
    self.overtimeMinutes = overtimeMinutes
    self.worksOnHolidays = worksOnHolidays
  }
}
