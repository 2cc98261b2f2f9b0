public import Domain
public import Geometry

/// What a file of cards is read against.
public struct CardImportContext {
  public let gazetteer: Gazetteer
  public let places: MapPlaces
  /// The day of the import; no date of the file may be after it.
  public let today: CalendarDate
  /// The channel of rows that name none.
  public let channel: Channel
  /// How far outside its kecamatan a door may be measured before its row is rejected.
  public let borderTolerance: Metres

  public init(
    gazetteer: Gazetteer, places: MapPlaces, today: CalendarDate, channel: Channel = .door,
    borderTolerance: Metres = Metres(500)
  ) {
    self.gazetteer = gazetteer
    self.places = places
    self.today = today
    self.channel = channel
    self.borderTolerance = borderTolerance
  }
}
