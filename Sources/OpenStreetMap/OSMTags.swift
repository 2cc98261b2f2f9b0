/// The keys and values of one thing of OpenStreetMap, in file order.
public struct OSMTags: Sendable, ExpressibleByDictionaryLiteral {
  private let pairs: [(key: String, value: String)]

  public init(_ pairs: [(key: String, value: String)]) {
    self.pairs = pairs
  }

  public init(dictionaryLiteral pairs: (String, String)...) {
    self.init(pairs.map { (key: $0.0, value: $0.1) })
  }

  public var isEmpty: Bool { pairs.isEmpty }

  /// The value of the first tag with `key`; nothing if there is none.
  public subscript(key: String) -> String? {
    pairs.first { $0.key == key }?.value
  }
}

extension OSMTags: Sequence {
  public func makeIterator() -> IndexingIterator<[(key: String, value: String)]> {
    pairs.makeIterator()
  }
}
