public import Domain

/// What became of one kecamatan's cards on one day, as far as it is known.
///
/// Invariant: no count is negative, and of the planned cards no more are accounted for than there
/// are.
public struct DayCounts: Hashable, Sendable {
  public let name: String
  /// Cards in the day's runs.
  public let planned: Int
  /// In a courier's bag, no attempt yet.
  public let out: Int
  public let delivered: Int
  /// Attempted in vain and still in the bag.
  public let failed: Int
  /// Left at a village office for the resident.
  public let held: Int
  /// Back at the office.
  public let returned: Int
  /// Cards that found no place in any run.
  public let leftOut: Int

  /// - Throws: ``DayCountsError`` if the counts cannot all be true.
  public init(
    name: String, planned: Int, out: Int, delivered: Int, failed: Int, held: Int = 0,
    returned: Int, leftOut: Int
  ) throws(DayCountsError) {
    let outcomes = [out, delivered, failed, held, returned]
    guard ([planned, leftOut] + outcomes).allSatisfy({ $0 >= 0 }) else { throw .negative(name) }
    let accounted = outcomes.reduce(0, +)
    guard accounted <= planned else {
      throw .moreThanPlanned(name, planned: planned, accounted: accounted)
    }
    self.name = name
    self.planned = planned
    self.out = out
    self.delivered = delivered
    self.failed = failed
    self.held = held
    self.returned = returned
    self.leftOut = leftOut
  }

  /// Planned cards that no courier has signed for yet.
  public var waiting: Int { planned - out - delivered - failed - held - returned }
}

/// Why counts of a day cannot be true.
public enum DayCountsError: Error, Equatable, Described {
  case negative(String)
  case moreThanPlanned(String, planned: Int, accounted: Int)

  public var phrase: Phrase {
    switch self {
    case .negative(let name):
      Phrase(
        id: "jumlah kartu \(name) negatif; bangun ulang keadaan dari buku serah terima",
        en: "a count of \(name) is negative; rebuild the state from the ledger")
    case .moreThanPlanned(let name, let planned, let accounted):
      Phrase(
        id: "\(name) merencanakan \(planned) kartu tetapi \(accounted) tercatat; "
          + "bangun ulang keadaan dari buku serah terima",
        en: "\(name) planned \(planned) cards but \(accounted) are accounted for; "
          + "rebuild the state from the ledger")
    }
  }
}
