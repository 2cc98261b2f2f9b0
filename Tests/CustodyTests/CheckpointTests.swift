import Custody
import Domain
import TestSupport
import Testing

@Suite struct CheckpointTests {
  private let keys: OfficeKeys
  private let checkpoint: Checkpoint

  init() throws {
    keys = try Samples.keys()
    checkpoint = try SampleLog.day().checkpoint()
  }

  @Test func aCheckpointComesBackFromItsLineAsItWas() throws {
    #expect(try Checkpoint(line: checkpoint.line) == checkpoint)
    #expect(try Checkpoint(line: "  \(checkpoint.line)\r\n") == checkpoint)
    #expect(checkpoint.isSigned(by: keys.signing.publicKey))
    #expect(
      checkpoint.line.hasPrefix(
        "hantar-checkpoint 1 \(keys.workspaceID) 7 \(checkpoint.root) 1501162800000 "))
  }

  @Test func nobodyElseSignsForTheOffice() throws {
    let thief = try Samples.keys(seed: 2)
    let forged = try Checkpoint(
      workspaceID: keys.workspaceID, size: checkpoint.size, root: checkpoint.root,
      time: checkpoint.time, signedWith: thief.signing)
    #expect(!forged.isSigned(by: keys.signing.publicKey))
  }

  @Test(arguments: [
    ("hantar-checkpoint", "hantar-checkpont", "hantar-checkpoint 1"),
    ("checkpoint 1 ", "checkpoint 2 ", "hantar-checkpoint 1"), (" 7 ", " -7 ", "size"),
    (" 7 ", " 07 ", "hantar-checkpoint 1"), (" 7 ", " +7 ", "hantar-checkpoint 1"),
    (" 7 ", " seven ", "size"), (" 1501162800000 ", " 1.5 ", "time"),
    (" 1501162800000 ", " 1501162800000 0 ", "hantar-checkpoint 1"),
  ])
  func aLineThatIsWrittenOtherwiseIsRefused(find: String, replace: String, part: String) throws {
    let parts = checkpoint.line.split(
      separator: find, maxSplits: 1, omittingEmptySubsequences: false)
    let line = parts.joined(separator: replace)
    #expect(line != checkpoint.line)
    #expect(throws: EventFormatError.badField(part)) { try Checkpoint(line: line) }
  }

  @Test func everyFlippedBitAndEveryCutIsRefusedOrNotSigned() throws {
    let bytes = Array(checkpoint.line.utf8)
    for place in bytes.indices {
      var lines = [String(decoding: bytes.prefix(place), as: UTF8.self)]
      for bit in 0..<8 {
        var edited = bytes
        edited[place] ^= 1 << bit
        lines.append(String(decoding: edited, as: UTF8.self))
      }
      for line in lines {
        guard let read = try? Checkpoint(line: line) else { continue }
        // A space that became another kind of space is the same line.
        #expect(read == checkpoint || !read.isSigned(by: keys.signing.publicKey), "\(line)")
      }
    }
  }

  @Test func theNextCheckpointIsShownToGoOnFromTheLast() throws {
    let log = try SampleLog.day()
    for older in 0...7 {
      let path = try MerkleTree.consistencyProof(from: older, to: 7, node: log.node)
      let before = try log.checkpoint(older)
      #expect(
        MerkleTree.verifiesConsistency(
          from: older, before.root, to: 7, checkpoint.root, path: path))
    }
  }
}
