/// ``TravelLabels``, one set or several end to end, laid out for the search's loop.
///
/// A time takes some two hundred steps to find, and the search asks for the same ones again and
/// again, so what was found is kept as long as there is room.
struct FlatLabels: ~Copyable {
  /// For each location, sets end to end, where its list begins.
  private let outgoingStart: Column<Int64>
  private let incomingStart: Column<Int64>
  /// Hub and milliseconds in turn; every list ends with ``end``.
  private let outgoing: Column<Int32>
  private let incoming: Column<Int32>
  private let known: PairMemory

  /// A hub above all others.
  private static let end = Int(Int32.max)

  init(_ sets: [TravelLabels]) {
    var (outgoing, incoming) = (ListColumns(), ListColumns())
    for set in sets {
      outgoing.append(set.outgoing)
      incoming.append(set.incoming)
    }
    outgoingStart = Column(outgoing.starts)
    self.outgoing = Column(outgoing.entries)
    incomingStart = Column(incoming.starts)
    self.incoming = Column(incoming.entries)
    known = PairMemory(count: outgoingStart.count)
  }

  /// Returns the travel time between two locations of one set, in seconds, or
  /// ``FlatTravel/never``.
  ///
  /// Never inlined: the loops that ask for times would grow too large for those without labels.
  @inline(never)
  func seconds(from: Int, to: Int) -> Int {
    if let seconds = known.value(of: from, to) { return seconds }
    let seconds = from == to ? 0 : search(from: from, to: to)
    known.keep(seconds, of: from, to)
    return seconds
  }

  private func search(from: Int, to: Int) -> Int {
    var (here, there) = (outgoingStart[from], incomingStart[to])
    var best = Int.max
    var (left, right) = (outgoing[here], incoming[there])
    while left != Self.end, right != Self.end {
      if left == right {
        best = min(best, outgoing[here &+ 1] &+ incoming[there &+ 1])
      }
      // Both steps are taken without a branch, which nobody could foresee.
      let (isBehind, isAhead) = (left <= right, right <= left)
      here &+= isBehind ? 2 : 0
      there &+= isAhead ? 2 : 0
      (left, right) = (outgoing[here], incoming[there])
    }
    guard best < Int.max else { return FlatTravel.never }
    return (best &+ 500) / 1_000
  }

  /// Lists of several sets end to end.
  private struct ListColumns {
    var starts: [Int] = []
    var entries: [Int] = []

    mutating func append(_ lists: TravelLabels.Lists) {
      for location in 0..<lists.first.count - 1 {
        starts.append(entries.count)
        for entry in Int(lists.first[location])..<Int(lists.first[location + 1]) {
          entries += [Int(lists.hubs[entry]), Int(lists.milliseconds[entry])]
        }
        entries += [FlatLabels.end, 0]
      }
    }
  }
}
