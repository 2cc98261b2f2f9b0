/// One card printer.
struct Printer: Sendable {
  enum State: UInt8, Sendable {
    case idle, printing, resting, changingRibbon, brokenDown
  }

  /// Index into ``Printing/sites``.
  let site: Int
  var state = State.idle
  /// The card in it, or -1.
  var card: Int32 = -1
  /// Cards begun today, spoiled ones included.
  var cardsToday = 0
  var cardsSinceRest = 0
  /// Cards left on its ribbon.
  var ribbonCards = Int.max
  /// When it finished its last card.
  var idleSince: Int32 = 0
  /// Printing time until it breaks down next.
  var secondsToFailure = Double.infinity
  var failureCount = 0
  var brokenSince: Int32 = 0
  /// Seconds of today's shift in which it printed, rested or had its ribbon changed.
  var busySeconds: Int32 = 0
  /// Seconds of today's shift in which it was out of order, up to its last repair.
  var brokenSeconds: Int32 = 0

  init(site: Int) { self.site = site }
}
