/// Travel times as two short lists per location instead of a table: the hubs on the ways from it
/// and on the ways to it.
///
/// The way between two locations goes through the hub that makes it shortest among those that both
/// know. Memory grows with the number of locations, not with its square.
///
/// Source: Abraham, Delling, Goldberg, Werneck, "Hierarchical Hub Labelings for Shortest Paths",
/// 2012.
public struct TravelLabels: Sendable {
  /// For each location a list of hubs and of the times from it to them, or from them to it.
  ///
  /// Shape: location `n` has the entries `first[n]..<first[n + 1]`, in rising order of their hubs.
  public struct Lists: Sendable {
    public let first: [Int32]
    public let hubs: [Int32]
    public let milliseconds: [Int32]

    public init(first: [Int32], hubs: [Int32], milliseconds: [Int32]) {
      self.first = first
      self.hubs = hubs
      self.milliseconds = milliseconds
    }
  }

  /// From each location to hubs.
  let outgoing: Lists
  /// From hubs to each location.
  let incoming: Lists
  /// For each location some of those nearest to it.
  let nearest: [[Int32]]

  /// The number of locations.
  public var count: Int { nearest.count }

  /// - Parameter nearest: For each location some of those nearest to it, in any order, from which
  ///   the search takes the neighbours of its jobs; a location with too few is compared with all.
  /// - Throws: ``ProblemError`` naming the first value that is wrong.
  public init(
    outgoing: Lists, incoming: Lists, nearest: [[Int32]]
  ) throws(ProblemError) {
    let count = nearest.count
    try ProblemError.Subject.travelTimes.require("count", count, in: 1...Limits.labelCount)
    try outgoing.validate("outgoing", count: count)
    try incoming.validate("incoming", count: count)
    for (location, others) in nearest.enumerated() {
      for other in others {
        try ProblemError.Subject.travelTimes.require(
          "nearest[\(location)]", other, in: 0...(count - 1))
      }
    }
    self.outgoing = outgoing
    self.incoming = incoming
    self.nearest = nearest
  }

  /// Returns the travel time to the nearest second, 0 from a location to itself, or
  /// ``TravelTimes/unreachable``.
  func seconds(from: Int, to: Int) -> Int32 {
    guard from != to else { return 0 }
    var (here, there) = (Int(outgoing.first[from]), Int(incoming.first[to]))
    let (hereEnd, thereEnd) = (Int(outgoing.first[from + 1]), Int(incoming.first[to + 1]))
    var best = Int.max
    while here < hereEnd, there < thereEnd {
      let (left, right) = (outgoing.hubs[here], incoming.hubs[there])
      if left == right {
        best = min(best, Int(outgoing.milliseconds[here]) + Int(incoming.milliseconds[there]))
      }
      if left <= right { here += 1 }
      if right <= left { there += 1 }
    }
    guard best < Int.max else { return TravelTimes.unreachable }
    return Self.seconds(best)
  }

  /// To the nearest second, halves up.
  private static func seconds(_ milliseconds: Int) -> Int32 { Int32((milliseconds + 500) / 1_000) }

  /// A bound from above, in seconds.
  var longestSeconds: Int32 {
    Self.seconds(
      Int(outgoing.milliseconds.max() ?? 0) + Int(incoming.milliseconds.max() ?? 0))
  }
}

extension TravelLabels.Lists {
  fileprivate func validate(_ name: String, count: Int) throws(ProblemError) {
    let subject = ProblemError.Subject.travelTimes
    guard first.count == count + 1 else {
      throw .wrongCount(subject, field: "\(name).first", actual: first.count, expected: count + 1)
    }
    try subject.require("\(name).first[0]", first[0], in: 0...0)
    for location in 0..<count where first[location] > first[location + 1] {
      throw .notInOrder(subject, field: "\(name).first", index: location + 1)
    }
    for (field, actual) in [("hubs", hubs.count), ("milliseconds", milliseconds.count)]
    where actual != first[count] {
      throw .wrongCount(
        subject, field: "\(name).\(field)", actual: actual, expected: Int(first[count]))
    }
    for location in 0..<count {
      for entry in Int(first[location])..<Int(first[location + 1]) {
        try subject.require("\(name).hubs[\(entry)]", hubs[entry], in: Limits.hub)
        try subject.require(
          "\(name).milliseconds[\(entry)]", milliseconds[entry], in: Limits.labelMilliseconds)
        guard entry == first[location] || hubs[entry - 1] < hubs[entry] else {
          throw .notInOrder(subject, field: "\(name).hubs", index: entry)
        }
      }
    }
  }
}
