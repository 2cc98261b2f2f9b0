/// One sealed piece of a bundle file; a file is any number of them, one after the other.
///
/// Shape: magic (8 bytes), version, kind, key (16), length (4, big-endian), checksum (32), sealed
/// content. `key` names the box key to which the content is sealed: the beginning of its SHA-256.
/// The checksum is SHA-256 of all that stands before it and of the sealed content: a file that was
/// cut or damaged loses the segments that were hit, and no others. Two files put together are a
/// file, so that whoever travels can carry the bundles of others without reading them.
public struct Segment: Hashable, Sendable {
  public enum Kind: UInt8, CaseIterable, Sendable {
    /// Events of a device, for the office.
    case courierEvents = 1
    /// A run, for a device.
    case run = 2
    /// What the office has of a device's events, for that device.
    case acknowledgement = 3

    /// What it is called in messages.
    public var name: String {
      switch self {
      case .courierEvents: "hantar-courier-bundle"
      case .run: "hantar-run-bundle"
      case .acknowledgement: "hantar-acknowledgement"
      }
    }
  }

  public let kind: Kind
  /// The first 16 bytes of the SHA-256 of the recipient's box key.
  public let recipient: [UInt8]
  /// The whole segment as it stands in the file.
  public let bytes: [UInt8]

  /// Packs `content` and seals it to one key.
  ///
  /// - Throws: ``BundleError/tooLarge(byteCount:limit:)``, ``BundleError/cannotSeal``.
  init(_ kind: Kind, content: [UInt8], to key: BoxPublicKey) throws(BundleError) {
    self.kind = kind
    recipient = Self.name(of: key)
    let packed = try Packing.pack(content)
    let size = packed.count + SealedBox.overhead
    guard size <= Self.largestSealed else {
      throw .tooLarge(byteCount: size, limit: Self.largestSealed)
    }
    let header =
      Self.magic + [Self.version, kind.rawValue] + recipient + UInt32(size).bigEndianBytes
    let sealed: [UInt8]
    do {
      sealed = try SealedBox.seal(packed, to: key, info: kind.name, authenticating: header)
    } catch { throw .cannotSeal }
    bytes = header + Fingerprint(sha256Of: header + sealed).bytes + sealed
  }

  private init(kind: Kind, recipient: [UInt8], bytes: [UInt8]) {
    self.kind = kind
    self.recipient = recipient
    self.bytes = bytes
  }

  /// By the checksum, which stands for all the rest.
  public func hash(into hasher: inout Hasher) {
    bytes[Self.headerBytes..<Self.prefixBytes].withUnsafeBytes { hasher.combine(bytes: $0) }
  }

  public func isSealed(to key: BoxPublicKey) -> Bool { recipient == Self.name(of: key) }

  /// - Throws: ``BundleError/sealedToAnother``, ``BundleError/cannotOpen``, or what is wrong with the
  ///   packing.
  func content(with key: BoxKey) throws(BundleError) -> [UInt8] {
    guard isSealed(to: key.publicKey) else { throw .sealedToAnother }
    let packed: [UInt8]
    do {
      packed = try SealedBox.open(
        Array(bytes.dropFirst(Self.prefixBytes)), with: key, info: kind.name,
        authenticating: Array(bytes.prefix(Self.headerBytes)))
    } catch { throw .cannotOpen }
    return try Packing.unpack(packed)
  }

  /// The segments of a file, and what of it is not one.
  ///
  /// It reads on after damage at the next magic, whatever the bytes, in time proportional to the
  /// size of the file.
  public static func segments(of file: [UInt8]) -> (whole: [Placed], damaged: [Damage]) {
    var reader = Reader(file)
    return reader.read()
  }

  /// A segment and where it stands in its file.
  public struct Placed: Hashable, Sendable {
    /// Bytes of the file, counted from 0.
    public let range: Range<Int>
    public let segment: Segment
  }

  /// A stretch of a file that is no segment.
  public struct Damage: Hashable, Sendable {
    /// Bytes of the file, counted from 0.
    public let range: Range<Int>
    public let error: BundleError
  }

  /// Not text at either end, so that a transfer that rewrites line ends is found out at once.
  private static let magic: [UInt8] = [0x89] + Array("HNTR".utf8) + [0x0D, 0x0A, 0x1A]
  private static let version: UInt8 = 2
  private static let headerBytes = 30
  /// Header and checksum.
  static let prefixBytes = headerBytes + Fingerprint.byteCount
  /// A thousand cards and their addresses, or 256 events with details, stay far below.
  private static let largestSealed = 8 << 20

  private static func name(of key: BoxPublicKey) -> [UInt8] {
    Array(Fingerprint(sha256Of: key.bytes).bytes.prefix(16))
  }

  private struct Reader {
    private let file: [UInt8]
    private var position = 0
    /// How many bytes may still be hashed: what is made of false beginnings ends early.
    private var patience: Int
    private var whole: [Placed] = []
    private var damaged: [Damage] = []

    init(_ file: [UInt8]) {
      self.file = file
      patience = 4 * file.count + 8 * largestSealed
    }

    mutating func read() -> (whole: [Placed], damaged: [Damage]) {
      while position < file.count {
        do throws(BundleError) {
          let segment = try segment()
          let end = position + segment.bytes.count
          whole.append(Placed(range: position..<end, segment: segment))
          position = end
        } catch {
          let end = patience > 0 ? nextMagic() : file.count
          damaged.append(Damage(range: position..<end, error: error))
          position = end
        }
      }
      return (whole, damaged)
    }

    private mutating func segment() throws(BundleError) -> Segment {
      let rest = file[position...]
      guard rest.starts(with: magic) else { throw .notABundle }
      guard rest.count >= prefixBytes else { throw .truncated(byteCount: file.count) }
      let version = file[position + 8]
      guard version == Segment.version else { throw .unsupportedVersion(found: Int(version)) }
      guard let size = UInt32(bigEndianBytes: rest.dropFirst(26).prefix(4)).map(Int.init),
        size <= largestSealed
      else { throw .checksumMismatch }
      guard rest.count >= prefixBytes + size else { throw .truncated(byteCount: file.count) }
      let bytes = Array(rest.prefix(prefixBytes + size))
      patience -= bytes.count
      let checksum = Fingerprint(
        sha256Of: Array(bytes.prefix(headerBytes) + bytes.dropFirst(prefixBytes)))
      guard bytes.dropFirst(headerBytes).starts(with: checksum.bytes) else {
        throw .checksumMismatch
      }
      guard let kind = Kind(rawValue: bytes[9]) else {
        throw .unsupportedVersion(found: Int(version))
      }
      return Segment(kind: kind, recipient: Array(bytes[10..<26]), bytes: bytes)
    }

    /// Where the next segment may begin, after the present place; the end if nowhere.
    private func nextMagic() -> Int {
      var place = position + 1
      while let found = file[place...].firstIndex(of: magic[0]) {
        if file[found...].starts(with: magic) { return found }
        place = found + 1
      }
      return file.count
    }
  }
}
