public import Domain

/// What a courier's device takes along: one run, with what is needed at each door and no more.
///
/// It holds names and addresses but no whole NIK. The office signs it, and the device keeps to the
/// office whose key it saw first.
public struct RunBundle: Hashable, Sendable {
  public let workspaceID: String
  public let run: RunID
  public let date: CalendarDate
  public let zone: TimeZoneOffset
  public let courier: CourierID
  /// The device the bundle is meant for.
  public let device: String
  public let issued: Instant
  public let document: HandoverDocumentNumber
  /// In visiting order.
  public let stops: [Stop]

  public init(
    workspaceID: String, run: RunID, date: CalendarDate, zone: TimeZoneOffset, courier: CourierID,
    device: String, issued: Instant, document: HandoverDocumentNumber, stops: [Stop]
  ) {
    self.workspaceID = workspaceID
    self.run = run
    self.date = date
    self.zone = zone
    self.courier = courier
    self.device = device
    self.issued = issued
    self.document = document
    self.stops = stops
  }

  public var cards: [Card] { stops.flatMap(\.cards) }

  /// One door.
  public struct Stop: Hashable, Sendable {
    /// Place in the run, from 1.
    public let number: Int
    public let addressLine: String
    public let landmark: String?
    /// The planned arrival on the clock of ``RunBundle/zone``.
    public let arrives: TimeOfDay
    public let place: Place?
    public let cards: [Card]

    public init(
      number: Int, addressLine: String, landmark: String?, arrives: TimeOfDay, place: Place?,
      cards: [Card]
    ) {
      self.number = number
      self.addressLine = addressLine
      self.landmark = landmark
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
