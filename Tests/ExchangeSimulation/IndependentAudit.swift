internal import Crypto
internal import Foundation
internal import GRDB

/// Reads an office's log with nothing of Hantar's own: Foundation's JSON, SHA-256 and Ed25519, the
/// tree of RFC 9162 by its recursive definition, and custody as a plain table of who has what.
///
/// It is slow and short; what it says is compared with what the office says.
public struct IndependentAudit {
  /// One entry of the log.
  public struct Entry {
    public let place: Int
    /// Lower-case hexadecimal.
    public let hash: String
    public let device: String
    public let sequence: Int
    public let kind: String
    public let cards: [String]
    public let refusal: String?
    public let flags: [String]
    /// The hash of the event that this one settles.
    public let settles: String?
  }

  public private(set) var entries: [Entry] = []
  /// Who has each card, as ``Custody/Holder/code``.
  public private(set) var holders: [String: String] = [:]
  /// Since when, in milliseconds.
  private var since: [String: Int] = [:]
  /// What is wrong, in order; nothing in a sound log.
  public private(set) var faults: [String] = []
  /// The root of the whole tree, lower-case hexadecimal.
  public private(set) var root = ""

  private let workspaceID: String
  private var leafHashes: [[UInt8]] = []
  /// The key of every device that was ever enrolled.
  private var keys: [String: [UInt8]]
  private var revoked: Set<String> = []
  /// The hash of the last event of each device's chain, and how many there are.
  private var chains: [String: (count: Int, hash: [UInt8])] = [:]
  private var hashes: Set<String> = []

  /// Reads the log in the database at `path`.
  ///
  /// - Parameter officeKey: 32 bytes, known from elsewhere.
  public init(databaseAt path: String, workspaceID: String, officeKey: [UInt8]) throws {
    self.workspaceID = workspaceID
    keys = ["office": officeKey]
    var configuration = Configuration()
    configuration.readonly = true
    let queue = try DatabaseQueue(path: path, configuration: configuration)
    let (bodies, custody) = try queue.read { database in
      (
        try Data.fetchAll(database, sql: "SELECT body FROM entry ORDER BY place"),
        try Row.fetchAll(database, sql: "SELECT card, holder, since FROM card_custody")
      )
    }
    try queue.close()
    for body in bodies { read([UInt8](body)) }
    root = Self.hexadecimal(Self.root(of: leafHashes[...]))
    compare(Dictionary(uniqueKeysWithValues: custody.map { ($0["card"], $0["holder"]) }))
    for row in custody where since[row["card"]] != row["since"] {
      faults.append("\(row["card"] as String): the store and its log differ about the time")
    }
  }

  private static let outsideChains = [
    "BAD_SIGNATURE", "DEVICE_REVOKED", "FORK", "UNKNOWN_DEVICE",
  ]

  private mutating func compare(_ stored: [String: String]) {
    for card in Set(stored.keys).union(holders.keys).sorted() where stored[card] != holders[card] {
      faults.append(
        "\(card): the store says \(stored[card] ?? "nothing"), its log \(holders[card] ?? "nothing")"
      )
    }
  }

  private mutating func read(_ body: [UInt8]) {
    let place = entries.count + 1
    leafHashes.append(Self.sha256([0] + body))
    guard let leaf = try? JSONSerialization.jsonObject(with: Data(body)) as? [String: Any],
      let event = leaf["event"] as? [String: Any], let canonical = Self.eventBytes(in: body),
      let device = event["device"] as? String, let sequence = event["sequence"] as? Int,
      let kind = event["kind"] as? String,
      let previous = (leaf["previous"] as? String).flatMap(Self.bytes),
      let signature = (leaf["signature"] as? String).flatMap(Self.bytes)
    else {
      faults.append("entry \(place) is not a leaf")
      return
    }
    let hash = Self.sha256(previous + canonical)
    let correction = event["correction"] as? [String: Any]
    let entry = Entry(
      place: place, hash: Self.hexadecimal(hash), device: device, sequence: sequence, kind: kind,
      cards: event["cards"] as? [String] ?? [], refusal: leaf["refusal"] as? String,
      flags: leaf["flags"] as? [String] ?? [], settles: correction?["event"] as? String)
    entries.append(entry)
    if !hashes.insert(entry.hash).inserted { faults.append("entry \(place) is there twice") }
    // Such an event is outside its device's chain: anyone may have made it.
    guard !Self.outsideChains.contains(entry.refusal ?? "") else { return }
    check(entry, hash: hash, previous: previous, signature: signature)
    checkTime(of: entry, event: event, receivedAt: leaf["receivedAt"] as? Int ?? 0)
    if entry.refusal == nil { move(entry, event: event) }
  }

  private mutating func check(
    _ entry: Entry, hash: [UInt8], previous: [UInt8], signature: [UInt8]
  ) {
    guard let key = keys[entry.device],
      let publicKey = try? Curve25519.Signing.PublicKey(rawRepresentation: key)
    else {
      faults.append("entry \(entry.place) is of a device that was never enrolled")
      return
    }
    if !publicKey.isValidSignature(signature, for: hash) {
      faults.append("entry \(entry.place) has a wrong signature")
    }
    if revoked.contains(entry.device) {
      faults.append("entry \(entry.place) is of a device that was revoked before")
    }
    let chain = chains[entry.device] ?? (0, genesis(of: entry.device, key: key))
    if chain.count + 1 != entry.sequence || chain.hash != previous {
      faults.append("entry \(entry.place) does not follow its device's last one")
    }
    chains[entry.device] = (entry.sequence, hash)
  }

  private func genesis(of device: String, key: [UInt8]) -> [UInt8] {
    let text =
      #"{"device":"\#(device)","format":"hantar-device-chain","key":"\#(Self.hexadecimal(key))","#
      + #""version":1,"workspace":"\#(workspaceID)"}"#
    return Self.sha256(Array(text.utf8))
  }

  private mutating func move(_ entry: Entry, event: [String: Any]) {
    let giver = event["giver"] as? String ?? ""
    let taker = event["taker"] as? String ?? ""
    switch entry.kind {
    case "enrolled":
      let registration = event["registration"] as? [String: Any]
      guard let key = (registration?["signingKey"] as? String).flatMap(Self.bytes) else { return }
      keys["D-" + Self.hexadecimal(Self.sha256(key)).prefix(16)] = key
    case "revoked":
      let registration = event["registration"] as? [String: Any]
      guard let key = (registration?["signingKey"] as? String).flatMap(Self.bytes) else { return }
      revoked.insert("D-" + Self.hexadecimal(Self.sha256(key)).prefix(16))
    case "printed", "withdrawn":
      for card in entry.cards { enter(card, with: taker, at: entry.place) }
    default:
      for card in entry.cards { move(card, from: giver, to: taker, by: entry) }
    }
    for card in event["exchanged"] as? [String] ?? [] { enter(card, with: giver, at: entry.place) }
  }

  private mutating func enter(_ card: String, with holder: String, at place: Int) {
    if holders[card] != nil { faults.append("entry \(place) makes \(card) a second time") }
    holders[card] = holder
  }

  private mutating func move(
    _ card: String, from giver: String, to taker: String, by entry: Entry
  ) {
    let mayFollowTheEnd = ["corrected", "erased"].contains(entry.kind)
    if let holder = holders[card], holder != giver {
      faults.append("entry \(entry.place) takes \(card) from \(giver), but \(holder) has it")
    } else if holders[card] == nil {
      faults.append("entry \(entry.place) moves \(card), which was never made")
    }
    if ["resident", "destruction"].contains(holders[card] ?? ""), !mayFollowTheEnd {
      faults.append("entry \(entry.place) moves \(card) after the end of its story")
    }
    holders[card] = taker
  }
}

extension IndependentAudit {
  /// Clocks may differ by a quarter of an hour, as the sample office has it.
  private static let tolerance = 15 * 60_000

  /// Only what contradicts even the most favourable reading of a device's clocks may be refused for
  /// its time, what contradicts the reading shown must be flagged, and no card's time runs backwards.
  private mutating func checkTime(of entry: Entry, event: [String: Any], receivedAt: Int) {
    let clock = event["provenance"] as? String == "paper" ? nil : event["clock"] as? [String: Int]
    let time = event["time"] as? Int ?? 0
    let (earliest, latest) = (clock?["earliest"] ?? time, clock?["latest"] ?? time)
    let last = entry.cards.compactMap { since[$0] }.max() ?? .min + Self.tolerance
    let comesBefore = entry.kind != "fee-reported" && latest < last - Self.tolerance
    let comesAfter = earliest > receivedAt + Self.tolerance
    switch entry.refusal {
    case nil where comesBefore || comesAfter, "BEFORE_LAST_EVENT" where !comesBefore,
      "IN_THE_FUTURE" where !comesAfter:
      faults.append("entry \(entry.place) was not judged by its time as it should be")
    default: break
    }
    guard entry.refusal == nil, entry.kind != "fee-reported" else { return }
    let isBelievable =
      clock == nil || time >= earliest - Self.tolerance && time <= receivedAt + Self.tolerance
    let exchanged = event["exchanged"] as? [String] ?? []
    for card in entry.cards + exchanged {
      since[card] = max(since[card] ?? .min, isBelievable ? time : earliest)
    }
    let isOdd = entry.cards.contains { abs((since[$0] ?? time) - time) > Self.tolerance }
    if isOdd, clock != nil, !entry.flags.contains("CLOCK_DIFFERS") {
      faults.append("entry \(entry.place) has an unlikely time that nobody is told of")
    }
  }

  /// RFC 9162, section 2.1.1, as it stands there.
  static func root(of leaves: ArraySlice<[UInt8]>) -> [UInt8] {
    guard leaves.count > 1 else { return leaves.first ?? sha256([]) }
    var left = 1
    while left * 2 < leaves.count { left *= 2 }
    let middle = leaves.startIndex + left
    return sha256([1] + root(of: leaves[..<middle]) + root(of: leaves[middle...]))
  }

  /// The root to which a path leads from a leaf, as RFC 9162, section 2.1.3.2, computes it; nothing
  /// if the path is too short or too long.
  static func root(above leaf: [UInt8], at index: Int, of size: Int, path: [[UInt8]]) -> [UInt8]? {
    guard (0..<size).contains(index) else { return nil }
    var (place, last) = (index, size - 1)
    var root = sha256([0] + leaf)
    for sibling in path {
      guard last > 0 else { return nil }
      if place % 2 == 1 || place == last {
        root = sha256([1] + sibling + root)
        while place % 2 == 0, place > 0 { (place, last) = (place / 2, last / 2) }
      } else {
        root = sha256([1] + root + sibling)
      }
      (place, last) = (place / 2, last / 2)
    }
    return last == 0 ? root : nil
  }

  /// The bytes of the event within those of its leaf: from the first brace after `{"event":` to the
  /// one that closes it.
  private static func eventBytes(in body: [UInt8]) -> [UInt8]? {
    let opening = Array(#"{"event":"#.utf8)
    guard body.starts(with: opening) else { return nil }
    var depth = 0
    var isText = false
    var isEscaped = false
    for index in opening.count..<body.count {
      switch body[index] {
      case _ where isEscaped: isEscaped = false
      case UInt8(ascii: "\\"): isEscaped = isText
      case UInt8(ascii: "\""): isText.toggle()
      case UInt8(ascii: "{") where !isText: depth += 1
      case UInt8(ascii: "}") where !isText:
        depth -= 1
        if depth == 0 { return Array(body[opening.count...index]) }
      default: break
      }
    }
    return nil
  }

  static func sha256(_ bytes: [UInt8]) -> [UInt8] { Array(SHA256.hash(data: bytes)) }

  static func hexadecimal(_ bytes: [UInt8]) -> String {
    let digits = Array("0123456789abcdef".utf8)
    return String(
      decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
  }

  static func bytes(_ text: String) -> [UInt8]? {
    let digits = Array(text.utf8)
    guard digits.count.isMultiple(of: 2) else { return nil }
    let values = digits.compactMap { Character(UnicodeScalar($0)).hexDigitValue }
    guard values.count == digits.count else { return nil }
    return stride(from: 0, to: values.count, by: 2).map { UInt8(values[$0] << 4 | values[$0 + 1]) }
  }
}
