import Custody
public import Domain
import Foundation
import Synchronization

/// The ends of the log and of the journal, written down outside the database.
///
/// It is replaced after each commit and so may be behind, never ahead: a log that ends before its
/// anchor was cut. The first line is the newest signed checkpoint; the second is
/// `hantar-journal 1 COUNT HASH SEAL`, sealed with the key of the ledger.
struct AnchorFile: Sendable {
  struct Content: Hashable, Sendable {
    let checkpoint: Checkpoint
    let journal: JournalHead
  }

  let path: String
  let workspaceID: String
  let office: PublicKey
  let key: LedgerKey
  private let lastRead = LastReadAnchor()

  init(path: String, of keys: OfficeKeys) {
    self.path = path
    workspaceID = keys.workspaceID
    office = keys.signing.publicKey
    key = keys.ledgerKey
  }

  /// The text of the file as found; nothing if there is none.
  var text: String? {
    FileManager.default.contents(atPath: path).map { String(decoding: $0, as: UTF8.self) }
  }

  /// Reads the anchor.
  ///
  /// - Throws: ``StorageError/anchor(_:)`` if it is gone, changed or not this office's.
  func read() throws -> Content { try content(of: text) }

  func content(of text: String?) throws -> Content {
    guard let text else { throw StorageError.anchor(.missing) }
    if let content = lastRead.content(of: text) { return content }
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    guard lines.count == 3, lines[2].isEmpty, let checkpoint = try? Checkpoint(line: lines[0]),
      checkpoint.line == lines[0]
    else { throw StorageError.anchor(.unreadable) }
    let words = lines[1].split(separator: " ").map(String.init)
    guard words.count == 5, let count = Int(words[2]), let hash = Fingerprint(words[3]),
      let seal = Fingerprint(words[4])
    else { throw StorageError.anchor(.unreadable) }
    let content = Content(
      checkpoint: checkpoint, journal: JournalHead(count: count, hash: hash))
    guard checkpoint.workspaceID == workspaceID, checkpoint.isSigned(by: office),
      key.verifies(seal, of: message(content)), self.text(of: content) == text
    else { throw StorageError.anchor(.forged) }
    lastRead.remember(content, of: text)
    return content
  }

  /// Writes the very first anchor of a workspace.
  func create(_ content: Content) throws {
    try OwnerOnlyFile.write(Array(text(of: content).utf8), to: path)
  }

  /// Moves the anchor on, unless another process has moved it further already.
  ///
  /// - Parameter checkpoint: Asked for only if the log has grown.
  func advance(
    toSize size: Int, journal: JournalHead, checkpoint: () throws -> Checkpoint
  ) throws {
    let folder = open(URL(filePath: path).deletingLastPathComponent().path, O_RDONLY)
    guard folder >= 0 else { throw StorageError.file(failedAt: path) }
    defer { close(folder) }  // and with it the lock
    guard flock(folder, LOCK_EX) == 0 else { throw StorageError.file(failedAt: path) }
    let old = try read()
    guard old.checkpoint.size < size || old.journal.count < journal.count else { return }
    try create(
      Content(
        checkpoint: old.checkpoint.size < size ? try checkpoint() : old.checkpoint,
        journal: old.journal.count < journal.count ? journal : old.journal))
  }

  /// The whole file.
  func text(of content: Content) -> String {
    """
    \(content.checkpoint.line)
    \(statement(content)) \(key.seal(message(content)))

    """
  }

  private func statement(_ content: Content) -> String {
    "hantar-journal 1 \(content.journal.count) \(content.journal.hash)"
  }

  /// Both lines together, so that neither can be put beside an older other.
  private func message(_ content: Content) -> Fingerprint {
    Fingerprint(
      sha256Of: Array("\(content.checkpoint.line)\n\(statement(content))\n\(workspaceID)".utf8))
  }
}

/// The text of an anchor that was verified last: each commit meets it twice, and a signature takes
/// longer than all else that is read.
private final class LastReadAnchor: Sendable {
  private let last = Mutex<(text: String, content: AnchorFile.Content)?>(nil)

  func content(of text: String) -> AnchorFile.Content? {
    // By bytes: characters that look the same are not what was signed.
    last.withLock { last in
      last.flatMap { $0.text.utf8.elementsEqual(text.utf8) ? $0.content : nil }
    }
  }

  func remember(_ content: AnchorFile.Content, of text: String) {
    last.withLock { $0 = (text, content) }
  }
}

/// What is wrong with the file that holds the ends of log and journal.
public enum AnchorFault: String, Hashable, Sendable, Described {
  case missing = "ANCHOR_MISSING"
  case unreadable = "ANCHOR_UNREADABLE"
  /// It was not made with this office's keys.
  case forged = "ANCHOR_FORGED"

  public var phrase: Phrase {
    switch self {
    case .missing:
      Phrase(
        id: "ledger.anchor tidak ada; pulihkan dari cadangan",
        en: "ledger.anchor is missing; restore it from a backup")
    case .unreadable:
      Phrase(
        id: "ledger.anchor rusak; pulihkan dari cadangan",
        en: "ledger.anchor is damaged; restore it from a backup")
    case .forged:
      Phrase(
        id: "ledger.anchor bukan buatan kantor ini; pulihkan dari cadangan",
        en: "ledger.anchor was not made by this office; restore it from a backup")
    }
  }
}
