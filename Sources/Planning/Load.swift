/// Work over the time there is for it, compared without division; work that nobody does is more than
/// any other.
struct Load: Comparable {
  let work: Int
  let supply: Int

  static func < (left: Load, right: Load) -> Bool {
    switch (left.supply, right.supply) {
    case (0, 0): left.work < right.work
    case (0, _): false
    case (_, 0): true
    default: left.work * right.supply < right.work * left.supply
    }
  }

  static func == (left: Load, right: Load) -> Bool { !(left < right) && !(right < left) }
}
