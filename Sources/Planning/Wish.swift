/// What speaks against sending a courier somewhere: first the order of preference, then the way.
struct Wish: Comparable {
  let rank: Int
  let waySeconds: Int

  static func + (left: Wish, right: Wish) -> Wish {
    Wish(rank: left.rank + right.rank, waySeconds: left.waySeconds + right.waySeconds)
  }

  static func < (left: Wish, right: Wish) -> Bool {
    (left.rank, left.waySeconds) < (right.rank, right.waySeconds)
  }
}
