/// A place for a job, or the block it begins, and what it adds to the cost there.
struct Insertion {
  /// The node in front of the place, -1 for no place at all.
  var after: Int
  var run: Int
  var addedCost: Int
  /// Whether a reload goes in with it.
  var refill = Refill.none

  static let none = Insertion(after: -1, run: -1, addedCost: .max)

  /// Whether it is a place at all.
  var isPossible: Bool { after >= 0 }
}
