/// From the resident who asks to the sorted card: recording, central processing, blanks, printers,
/// checking and sorting.
///
/// Start here: ``handle(_:_:)`` is the list of everything that happens; each happening is a method
/// in the file of its process.
struct Supply: Sendable {
  init(_ scenario: Scenario, _ world: inout World) {}

  mutating func handle(_ event: Event, _ world: inout World) {}

  /// Notes the levels and shares of `day` in the evening.
  mutating func note(day: Int, _ world: inout World) {}
}
