/// The keys and values of one thing of OpenStreetMap, in file order.
///
/// Tags look into text that all things of one block of a file share, and make a string only when
/// asked for one. Whoever keeps tags keeps that text alive; keep the strings that matter instead.
public struct OSMTags: Sendable, ExpressibleByDictionaryLiteral {
  private let text: OSMText?
  private let pieces: [OSMTagPieces]

  public init(_ pairs: [(key: String, value: String)]) {
    var bytes: [UInt8] = []
    let pieces = pairs.map { key, value in
      bytes += key.utf8
      let keyPiece = OSMTextPiece(last: key.utf8.count, of: bytes.count)
      bytes += value.utf8
      return OSMTagPieces(
        key: keyPiece, value: OSMTextPiece(last: value.utf8.count, of: bytes.count))
    }
    self.init(pieces: pieces, of: OSMText(bytes))
  }

  public init(dictionaryLiteral pairs: (String, String)...) {
    self.init(pairs.map { (key: $0.0, value: $0.1) })
  }

  /// No tags.
  init() {
    text = nil
    pieces = []
  }

  init(pieces: [OSMTagPieces], of text: OSMText) {
    self.text = pieces.isEmpty ? nil : text
    self.pieces = pieces
  }

  public var count: Int { pieces.count }
  public var isEmpty: Bool { pieces.isEmpty }

  /// The value of the first tag with `key`; nothing if there is none.
  public subscript(key: String) -> String? {
    guard let text, let piece = value(of: key) else { return nil }
    return text.string(piece)
  }

  /// Whether there is a tag with `key`, without making its value.
  public func has(_ key: String) -> Bool {
    value(of: key) != nil
  }

  /// Whether the first tag with `key` has this very value, without making it.
  public func has(_ key: String, _ value: String) -> Bool {
    guard let text, let piece = self.value(of: key) else { return false }
    return text.equals(piece, value.utf8.span)
  }

  private func value(of key: String) -> OSMTextPiece? {
    guard let text else { return nil }
    let key = key.utf8.span
    for tag in pieces where text.equals(tag.key, key) { return tag.value }
    return nil
  }
}

extension OSMTags: Sequence {
  public func makeIterator() -> some IteratorProtocol<(key: String, value: String)> {
    pieces.lazy.map { (key: text?.string($0.key) ?? "", value: text?.string($0.value) ?? "") }
      .makeIterator()
  }
}
