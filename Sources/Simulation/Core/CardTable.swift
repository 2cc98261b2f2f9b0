import Domain

/// Where a card, or the request for it, stands.
enum CardStage: UInt8, Sendable {
  case recording, processing, ready, printing, sorting, toHandOver, withChannel, held, delivered
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
  /// Index into ``Scenario/priority``.
  var tier: [UInt8] = []
  /// Index into ``Delivery/channels``, or -1 before one is chosen.
  var channel: [Int8] = []
  var calls: [UInt8] = []
  var recordedAt: [Int32] = []
  var readyAt: [Int32] = []
  var printedAt: [Int32] = []
  var handedOverAt: [Int32] = []
  /// When it reached its resident or came back for good.
  var endedAt: [Int32] = []

  /// Adds a request and returns its number.
  mutating func add(
    place: Int, kind: RequestKind, urgency: Urgency, age: AgeGroup, sex: Sex, isOpening: Bool,
    stage: CardStage, tier: Int, recordedAt: Int32
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
    self.recordedAt.append(recordedAt)
    readyAt.append(Self.never)
    printedAt.append(Self.never)
    handedOverAt.append(Self.never)
    endedAt.append(Self.never)
    count += 1
    return count - 1
  }
}
