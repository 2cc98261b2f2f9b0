public import Domain

/// Blank cards (blangko): only the ministry makes them.
public struct BlankSupply: Hashable, Sendable {
  public struct Shipment: Hashable, Sendable {
    public var on: CalendarDate
    public var cards: Int

    public init(on: CalendarDate, cards: Int) {
      self.on = on
      self.cards = cards
    }
  }

  /// The same amount every month.
  public struct Monthly: Hashable, Sendable {
    public var cards: Int
    /// Day of the month; in a shorter month its last day.
    public var day: Int

    public init(cards: Int, day: Int = 1) {
      self.cards = cards
      self.day = day
    }
  }

  /// Asks the ministry for more when the stock of all sites and what is on its way fall to a level.
  public struct Reorder: Hashable, Sendable {
    public var level: Int
    public var cards: Int
    public var leadDays: Spread

    public init(level: Int, cards: Int, leadDays: Spread) {
      self.level = level
      self.cards = cards
      self.leadDays = leadDays
    }
  }

  /// How the central stock is shared out to printing sites, every working morning.
  public enum Allocation: String, CaseIterable, Hashable, Sendable {
    /// In proportion to the requests that wait at each site.
    case byQueue = "by-queue"
    /// The same for each site.
    case equal
    /// In proportion to the residents each site serves.
    case byPopulation = "by-population"
  }

  public var opening: Int
  public var shipments: [Shipment]
  public var monthly: Monthly?
  public var reorder: Reorder?
  public var allocation: Allocation
  /// Working days of stock that a morning's allocation brings each site up to.
  public var allocationDays: Double
  /// Share of blanks spoiled while printing, each replaced by another blank, 0 to 1.
  public var spoiledShare: Double

  public init(
    opening: Int = 0, shipments: [Shipment] = [], monthly: Monthly? = nil, reorder: Reorder? = nil,
    allocation: Allocation = .byQueue, allocationDays: Double = 5, spoiledShare: Double = 0
  ) {
    self.opening = opening
    self.shipments = shipments
    self.monthly = monthly
    self.reorder = reorder
    self.allocation = allocation
    self.allocationDays = allocationDays
    self.spoiledShare = spoiledShare
  }
}
