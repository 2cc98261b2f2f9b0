/// What can happen in the supply; the subject of the event is named with each.
enum SupplyEvent: UInt8, Sendable {
  /// A day begins; the subject is the day.
  case morning
  /// A recording unit opens; the subject is the unit.
  case unitOpens
  /// A resident comes to an office to be recorded; the subject is the card.
  case arrivesToBeRecorded
  /// A team has recorded its resident; the subject is the team.
  case residentRecorded
  /// A visiting team is through with its next appointment; the subject is the team.
  case appointmentOver
  /// A record made without signal reaches the centre; the subject is the card.
  case reachesCentre
  /// The centre has processed a request; the subject is the card.
  case processed
  /// Printing begins for the day; the subject is the day.
  case printingOpens
  /// A printer has finished a card; the subject is the printer.
  case printed
  /// A printer has cooled down; the subject is the printer.
  case rested
  /// A printer has a new ribbon; the subject is the printer.
  case ribbonChanged
  /// A printer works again; the subject is the printer.
  case repaired
  /// A card made on the spot is in its resident's hand; the subject is the card.
  case printedOnTheSpot
  /// Sorting begins for the day; the subject is the day.
  case sortingOpens
  /// The next card is sorted.
  case sortedOne
}
