/// For each place a list of hubs and the times to or from them.
///
/// Shape: the entries of place `p` are `first[p]..<first[p + 1]`, in rising order of their hubs.
public struct LabelLists: Sendable {
  public let first: FlatArray<Int32>
  public let hubs: FlatArray<Int32>
  public let milliseconds: FlatArray<Int32>

  public var count: Int { first.count - 1 }
  public var entryCount: Int { hubs.count }

  /// The hub and the time of each entry of `place`.
  private func entries(of place: Int) -> [(hub: Int32, milliseconds: Int32)] {
    precondition((0..<count).contains(place), "there is no place \(place)")
    return (Int(first[place])..<Int(first[place + 1])).map { (hubs[$0], milliseconds[$0]) }
  }

  func picking(_ places: [Int]) -> LabelLists {
    LabelLists(places.map(entries(of:)))
  }

  /// The lists with others behind them, of hubs with higher numbers.
  func adding(_ more: [[(hub: Int32, milliseconds: Int32)]]) -> LabelLists {
    LabelLists((0..<count).map { entries(of: $0) + more[$0] })
  }

  private init(_ lists: [[(hub: Int32, milliseconds: Int32)]]) {
    var first: [Int32] = [0]
    for list in lists { first.append(first[first.count - 1] + Int32(list.count)) }
    self.init(
      first: FlatArray(first), hubs: FlatArray(lists.joined().map(\.hub)),
      milliseconds: FlatArray(lists.joined().map(\.milliseconds)))
  }

  init(first: FlatArray<Int32>, hubs: FlatArray<Int32>, milliseconds: FlatArray<Int32>) {
    self.first = first
    self.hubs = hubs
    self.milliseconds = milliseconds
  }
}
