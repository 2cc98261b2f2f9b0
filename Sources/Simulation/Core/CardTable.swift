import Domain

/// Where a card, or the request for it, stands.
enum CardStage: UInt8, Sendable {
  /// Waits to be recorded, or was recorded where there is no signal.
  case recording
  case processing, ready, printing, sorting, toHandOver, withChannel, held, delivered
  case returned, duplicate

  /// Print ready and neither with its resident nor back.
  var isInside: Bool {
    switch self {
    case .ready, .printing, .sorting, .toHandOver, .withChannel, .held: true
    case .recording, .processing, .delivered, .returned, .duplicate: false
    }
  }
}

/// Every card of a run, one column per property.
///
/// Shape: `count` entries per column; a card's index is its number for good. Times are in seconds
/// since midnight of the first day, negative before it, ``never`` where it has not happened.
struct CardTable: Sendable {
  static let never = Int32.max

  private(set) var count = 0
  /// Index into ``Scenario/places``.
  private(set) var place: [Int16] = []
  private(set) var kind: [RequestKind] = []
  private(set) var urgency: [Urgency] = []
  private(set) var age: [AgeGroup] = []
  private(set) var sex: [Sex] = []
  /// Counted among those who never held a card: becomes a holder on delivery.
  private(set) var isFirst: [Bool] = []
  /// Part of the backlog of the first morning.
  private(set) var isOpening: [Bool] = []
  var stage: [CardStage] = []
  /// Index into ``Scenario/priority``, or its count where no tier takes the request.
  var tier: [UInt8] = []
  /// Index into ``Delivery/channels``, or -1 before one is chosen.
  var channel: [Int8] = []
  var calls: [UInt8] = []
  /// Blanks used for it so far, spoiled and rejected ones included.
  var blanksUsed: [UInt16] = []
  /// Its subject in ``Draws``: the same resident in scenarios that differ in a lever, where its
  /// index may not be. Below 2^44.
  private(set) var luck: [Int] = []
  var recordedAt: [Int32] = []
  var readyAt: [Int32] = []
  var printedAt: [Int32] = []
  var handedOverAt: [Int32] = []
  /// When it reached its resident or came back for good.
  var endedAt: [Int32] = []

  /// Makes room for `capacity` cards.
  mutating func reserve(_ capacity: Int) {
    place.reserveCapacity(capacity)
    kind.reserveCapacity(capacity)
    urgency.reserveCapacity(capacity)
    age.reserveCapacity(capacity)
    sex.reserveCapacity(capacity)
    isFirst.reserveCapacity(capacity)
    isOpening.reserveCapacity(capacity)
    stage.reserveCapacity(capacity)
    tier.reserveCapacity(capacity)
    channel.reserveCapacity(capacity)
    calls.reserveCapacity(capacity)
    blanksUsed.reserveCapacity(capacity)
    luck.reserveCapacity(capacity)
    recordedAt.reserveCapacity(capacity)
    readyAt.reserveCapacity(capacity)
    printedAt.reserveCapacity(capacity)
    handedOverAt.reserveCapacity(capacity)
    endedAt.reserveCapacity(capacity)
  }

  /// Adds a request and returns its number.
  ///
  /// - Parameter luck: Its subject in ``Draws``; nil: its number.
  mutating func add(
    place: Int, kind: RequestKind, urgency: Urgency, age: AgeGroup, sex: Sex, isOpening: Bool,
    stage: CardStage, tier: Int, recordedAt: Int32, luck: Int? = nil
  ) -> Int {
    self.place.append(Int16(place))
    self.kind.append(kind)
    self.urgency.append(urgency)
    self.age.append(age)
    self.sex.append(sex)
    isFirst.append(kind == .first)
    self.isOpening.append(isOpening)
    self.stage.append(stage)
    self.tier.append(UInt8(tier))
    channel.append(-1)
    calls.append(0)
    blanksUsed.append(0)
    self.luck.append(luck ?? count)
    self.recordedAt.append(recordedAt)
    readyAt.append(Self.never)
    printedAt.append(Self.never)
    handedOverAt.append(Self.never)
    endedAt.append(Self.never)
    count += 1
    return count - 1
  }
}
