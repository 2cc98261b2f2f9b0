public import Domain

/// A rung of the ladder by which print ready requests are served; within a rung the oldest first.
public struct PriorityTier: Hashable, Sendable {
  public var name: Phrase
  /// The kinds it takes; empty means all.
  public var kinds: [RequestKind]
  /// The urgency it takes; nil means both.
  public var urgency: Urgency?
  /// Blanks that must stay in stock after one of this tier is printed: served from surplus only.
  public var leavesInStock: Int

  public init(
    name: Phrase, kinds: [RequestKind] = [], urgency: Urgency? = nil, leavesInStock: Int = 0
  ) {
    self.name = name
    self.kinds = kinds
    self.urgency = urgency
    self.leavesInStock = leavesInStock
  }

  public func takes(_ kind: RequestKind, _ urgency: Urgency) -> Bool {
    (kinds.isEmpty || kinds.contains(kind)) && (self.urgency == nil || self.urgency == urgency)
  }

  /// Urgent first, then first cards, then lost and damaged, then changes of data.
  ///
  /// Source: Ditjen Dukcapil 2020; Pesawaran 2015 for urgency.
  public static let usual = [
    PriorityTier(name: Phrase(id: "mendesak", en: "urgent"), urgency: .urgent),
    PriorityTier(name: RequestKind.first.phrase, kinds: [.first]),
    PriorityTier(name: Phrase(id: "hilang, rusak", en: "lost, damaged"), kinds: [.lost, .damaged]),
    PriorityTier(name: RequestKind.dataChange.phrase, kinds: [.dataChange]),
  ]
}
