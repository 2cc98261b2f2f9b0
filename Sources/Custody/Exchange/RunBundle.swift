public import Domain

/// What a courier's device takes along: one run, with what is needed at each door and no more.
///
/// It holds names and addresses but no whole NIK. The office signs it and seals it to the device,
/// and the device keeps to the office whose key it saw first.
public struct RunBundle: Hashable, Sendable {
  public let note: OfficeNote
  public let run: RunID
  public let date: CalendarDate
  public let zone: TimeZoneOffset
  public let courier: CourierID
  /// The device the bundle is meant for.
  public let device: DeviceID
  /// The office's clock when it wrote the bundle.
  public let issued: Instant
  /// Until when the device shows names and addresses.
  public let expires: Instant
  public let document: HandoverDocumentNumber
  public let policy: CustodyPolicy
  /// In visiting order.
  public let stops: [Stop]

  /// - Parameter expires: By default the end of the day after the run's.
  public init(
    note: OfficeNote, run: RunID, date: CalendarDate, zone: TimeZoneOffset, courier: CourierID,
    device: DeviceID, issued: Instant, expires: Instant? = nil, document: HandoverDocumentNumber,
    policy: CustodyPolicy = .standard, stops: [Stop]
  ) {
    self.note = note
    self.run = run
    self.date = date
    self.zone = zone
    self.courier = courier
    self.device = device
    self.issued = issued
    self.expires = expires ?? Self.endOfDay(after: date, in: zone)
    self.document = document
    self.policy = policy
    self.stops = stops
  }

  public var workspaceID: String { note.office.workspaceID }
  public var cards: [Card] { stops.flatMap(\.cards) }

  private static func endOfDay(after date: CalendarDate, in zone: TimeZoneOffset) -> Instant {
    let millisecondsPerDay: Int64 = 86_400_000
    let midnight =
      Int64(date.dayNumber) * millisecondsPerDay - Int64(zone.seconds) * 1000
    return Instant(milliseconds: midnight + 2 * millisecondsPerDay)
  }

  /// One door.
  public struct Stop: Hashable, Sendable {
    /// Place in the run, from 1.
    public let number: Int
    public let addressLine: String
    public let landmark: String?
    /// The kelurahan or desa, whose office may keep the cards.
    public let desa: RegionCode
    /// The planned arrival on the clock of ``RunBundle/zone``.
    public let arrives: TimeOfDay
    public let place: Place?
    public let cards: [Card]

    public init(
      number: Int, addressLine: String, landmark: String?, desa: RegionCode, arrives: TimeOfDay,
      place: Place?, cards: [Card]
    ) {
      self.number = number
      self.addressLine = addressLine
      self.landmark = landmark
      self.desa = desa
      self.arrives = arrives
      self.place = place
      self.cards = cards
    }
  }

  /// One card for a door, with the NIK masked.
  public struct Card: Hashable, Sendable {
    public let id: CardID
    public let residentName: String
    /// `187101******0001`.
    public let maskedNIK: String
    public let request: RequestKind

    public init(id: CardID, residentName: String, nik: NIK, request: RequestKind) {
      self.init(id: id, residentName: residentName, maskedNIK: nik.masked, request: request)
    }

    init(id: CardID, residentName: String, maskedNIK: String, request: RequestKind) {
      self.id = id
      self.residentName = residentName
      self.maskedNIK = maskedNIK
      self.request = request
    }

    /// Whether the courier must bring back an old card in exchange.
    public var surrendersOldCard: Bool { request.surrendersOldCard }
  }
}
