public import Domain

/// What invented cards are wanted.
public struct SampleOrder: Hashable, Sendable {
  public let count: Int
  /// How many of them are to be carried to the door, whole households at a time; nothing means all.
  public let doorCount: Int?
  /// Cards per kecamatan, instead of in proportion to population; its sum replaces `count`.
  public let kecamatanCounts: [RegionCode: Int]?
  /// The last day on which a card may have been printed.
  public let printedUntil: CalendarDate
  public let seed: UInt64

  /// - Precondition: no number is negative.
  public init(
    count: Int, doorCount: Int? = nil, printedUntil: CalendarDate, seed: UInt64
  ) {
    precondition(count >= 0 && doorCount ?? 0 >= 0, "\(count) cards, \(doorCount ?? 0) to the door")
    self.count = count
    self.doorCount = doorCount
    self.printedUntil = printedUntil
    self.seed = seed
    kecamatanCounts = nil
  }

  /// - Precondition: no number is negative.
  public init(
    kecamatanCounts: [RegionCode: Int], doorCount: Int? = nil, printedUntil: CalendarDate,
    seed: UInt64
  ) {
    precondition(
      kecamatanCounts.values.allSatisfy { $0 >= 0 } && doorCount ?? 0 >= 0,
      "a number of cards is negative")
    count = kecamatanCounts.values.reduce(0, +)
    self.doorCount = doorCount
    self.kecamatanCounts = kecamatanCounts
    self.printedUntil = printedUntil
    self.seed = seed
  }
}
