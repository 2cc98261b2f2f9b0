import Custody
import Domain
import Testing

/// Proofs that a log only grew, as the program and a stranger's script judge them.
@Suite struct ConsistencyProofTests {
  private let log: SampleLog

  init() throws { log = try SampleLog.day() }

  private func proof(from older: Int, to newer: Int) throws -> ConsistencyProof {
    try ConsistencyProof(
      older: log.checkpoint(older), newer: log.checkpoint(newer), path: path(older, newer),
      officeKey: log.keys.signing.publicKey)
  }

  private func path(_ older: Int, _ newer: Int) throws -> [Fingerprint] {
    try MerkleTree.consistencyProof(from: older, to: newer, node: log.node)
  }

  @Test func everyTwoSizesAreProvedAndReadBack() throws {
    for newer in 0...7 {
      for older in 0...newer {
        let proof = try proof(from: older, to: newer)
        #expect(try ConsistencyProof(fileBytes: proof.fileBytes) == proof)
      }
    }
  }

  @Test func whatDoesNotProveItIsRefusedWithItsReason() throws {
    let key = log.keys.signing.publicKey
    let (older, newer) = (try log.checkpoint(3), try log.checkpoint(7))
    let stranger = try Samples.keys(seed: 2).signing
    func checkpoint(workspace: String, root: Fingerprint) throws -> Checkpoint {
      try Checkpoint(
        workspaceID: workspace, size: 3, root: root, time: Samples.time(1),
        signedWith: log.keys.signing)
    }
    let elsewhere = try checkpoint(workspace: String(repeating: "a", count: 32), root: older.root)
    let rewritten = try checkpoint(workspace: log.keys.workspaceID, root: newer.root)
    let path = try path(3, 7)
    let rows: [(Checkpoint, [Fingerprint], PublicKey, ConsistencyProofError)] = [
      (older, path, stranger.publicKey, .wrongCheckpoint),
      (elsewhere, path, key, .differentOffices),
      (rewritten, path, key, .notGrown(older: 3, newer: 7)),
      (older, path.dropLast(), key, .notGrown(older: 3, newer: 7)),
    ]
    for (older, path, key, error) in rows {
      #expect(throws: error) {
        try ConsistencyProof(older: older, newer: newer, path: path, officeKey: key)
      }
      #expect(error.phrase.indonesian != error.phrase.english)
    }
  }

  @Test(.enabled(if: ProofScript.canRun, "python3 is not installed"))
  func aStrangersScriptSaysTheSame() throws {
    for (older, newer) in [(0, 7), (3, 7), (4, 7), (6, 7), (7, 7), (1, 2)] {
      let answer = try ProofScript.run(on: proof(from: older, to: newer).fileBytes)
      #expect(answer.status == 0, "\(older) to \(newer)")
      #expect(answer.output.contains("The log only grew: its first \(older) entries are the same."))
    }
    let file = try proof(from: 3, to: 7).fileBytes
    let hash = try path(3, 7)[0].description
    let forged = file.text.replacing(hash, with: String(repeating: "0", count: 64))
    #expect(try ProofScript.run(on: Array(forged.utf8)).output.contains("is not shown to go on"))
    let rows: [(Int, Int32, String)] = [
      (3, 0, "The checkpoint is the published one."),
      (7, 0, "The checkpoint is the published one."), (5, 1, "this proof of 3 and 7"),
    ]
    for (size, status, words) in rows {
      let answer = try ProofScript.run(on: file, ["--checkpoint", log.checkpoint(size).line])
      #expect(answer.status == status && answer.output.contains(words))
    }
  }
}
