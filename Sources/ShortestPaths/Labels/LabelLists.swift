/// For each place a list of hubs and the times to or from them.
///
/// Shape: the entries of place `p` are `first[p]..<first[p + 1]`, in rising order of their hubs.
public struct LabelLists: Sendable {
  public let first: FlatArray<Int32>
  public let hubs: FlatArray<Int32>
  public let milliseconds: FlatArray<Int32>

  public var count: Int { first.count - 1 }
  public var entryCount: Int { hubs.count }
}
