import Custody
import Domain
import Foundation
import TestSupport
import Testing

@Suite struct CardProofTests {
  private let log: SampleLog
  private let card: CardID
  private let proof: CardProof

  init() throws {
    log = try SampleLog.day()
    card = try Samples.card(1)
    proof = try CardProof(
      card: card, entries: try [2, 3, 5].map { try Self.proven($0, in: try SampleLog.day()) },
      enrolments: [try log.proof(of: 1)], checkpoint: try log.checkpoint(),
      officeKey: log.keys.signing.publicKey)
  }

  private static func proven(_ place: Int, in log: SampleLog) throws -> CardProof.Entry {
    try log.proof(of: place)
  }

  @Test func aProofComesBackFromItsFileAsItWas() throws {
    #expect(try CardProof(fileBytes: proof.fileBytes) == proof)
  }

  @Test func whatProvesNothingCannotBeBuilt() throws {
    let device = try Samples.registration().device.description
    let other = try CardProof.Entry(
      place: 3, leaf: log.proof(of: 2).leaf, path: log.proof(of: 2).path)
    let thief = try Samples.keys(seed: 2)
    let checkpoint = try log.checkpoint()
    let rows: [(CardProofError, [CardProof.Entry], [CardProof.Entry], PublicKey)] = [
      (.wrongCheckpoint, proof.entries, proof.enrolments, thief.signing.publicKey),
      (.noEntries, [], proof.enrolments, proof.officeKey),
      (.wrongPath(place: 3), [other], proof.enrolments, proof.officeKey),
      (.wrongPath(place: 2), [proof.entries[0], proof.entries[0]], [], proof.officeKey),
      (.otherCard(place: 4), [try log.proof(of: 4)], proof.enrolments, proof.officeKey),
      (.noEnrolment(place: 5, device: device), proof.entries, [], proof.officeKey),
      (.wrongEnrolment(place: 2), proof.entries, [proof.entries[0]], proof.officeKey),
    ]
    for (error, entries, enrolments, key) in rows {
      #expect(throws: error) {
        try CardProof(
          card: card, entries: entries, enrolments: enrolments, checkpoint: checkpoint,
          officeKey: key)
      }
      #expect(error.phrase.indonesian != error.phrase.english)
    }
  }

  @Test func anEntryWhoseSignatureIsWrongProvesNothing() throws {
    let signed = log.leaves[1].signed
    let forged = SignedEvent(
      event: signed.event.with(actor: "SP-099"), previous: signed.previous,
      signature: signed.signature)
    var leaves = log.leaves
    leaves[1] = LedgerLeaf(signed: forged, receivedAt: log.leaves[1].receivedAt)
    let forgery = try log.rewritten(leaves)
    #expect(throws: CardProofError.wrongSignature(place: 2)) {
      try CardProof(
        card: card, entries: [try forgery.proof(of: 2)], enrolments: [],
        checkpoint: try forgery.checkpoint(), officeKey: proof.officeKey)
    }
  }

  /// The checksum alone tells; every eleventh byte is enough to see that it is asked.
  @Test func changedBytesAndCutsOfTheFileAreRefused() {
    let file = proof.fileBytes
    for place in stride(from: 0, to: file.count, by: 11) {
      var edited = file
      edited[place] ^= 1 << (place % 8)
      #expect(throws: CardProofError.self) { try CardProof(fileBytes: edited) }
      #expect(throws: CardProofError.self) { try CardProof(fileBytes: Array(file.prefix(place))) }
    }
  }
}

/// The script that shares no code with Hantar, asked about proofs that Hantar wrote.
@Suite(.enabled(if: ProofScript.canRun, "python3 is not installed"))
struct ProofScriptTests {
  private let log: SampleLog
  private let proof: CardProof

  init() throws {
    log = try SampleLog.day()
    let log = log
    proof = try CardProof(
      card: try Samples.card(1), entries: try [2, 3, 5].map { try log.proof(of: $0) },
      enrolments: [try log.proof(of: 1)], checkpoint: try log.checkpoint(),
      officeKey: log.keys.signing.publicKey)
  }

  @Test func aProofIsToldInPlainWordsInBothLanguages() throws {
    let english = try ProofScript.run(on: proof.fileBytes)
    #expect(english.status == 0)
    let device = try Samples.registration().device
    let lines = [
      "PROVED", "Card: KTP-1871-17-00000001-7", "Office key: \(proof.officeKey)",
      "Log of office \(log.keys.workspaceID): 7 entries, signed 2017-07-27 20:40:00 WIB (UTC+7)",
      "Root: \(log.root)", "Entry 2: printed, 2017-07-27 09:01:00 WIB (UTC+7)",
      "  from printer to office, recorded by device office",
      "Entry 3: handed over, 2017-07-27 09:02:00 WIB (UTC+7)",
      "  from office to courier:SP-017, recorded by device office",
      "Entry 5: delivered, 2017-07-27 09:04:00 WIB (UTC+7)",
      "  from courier:SP-017 to resident, recorded by device \(device)",
      "Make sure that this is the key the office has published.",
    ]
    #expect(english.output == lines.joined(separator: "\n") + "\n")
    let indonesian = try ProofScript.run(on: proof.fileBytes, ["--language", "id"])
    #expect(indonesian.status == 0)
    #expect(indonesian.output.hasPrefix("TERBUKTI\nKartu: KTP-1871-17-00000001-7\n"))
  }

  @Test func theProofIsComparedWithWhatTheOfficePublished() throws {
    let hash = MerkleTree.leafHash(log.entries[4].leaf)
    let code = "HANTAR1 \(log.keys.workspaceID.prefix(16)) 5 \(hash)"
    let stranger = try Samples.keys(seed: 2).signing
    let other = try Checkpoint(
      workspaceID: log.keys.workspaceID, size: 7, root: hash, time: Samples.time(800),
      signedWith: log.keys.signing)
    let rows: [([String], Int32, String)] = [
      (["--checkpoint", try log.checkpoint().line], 0, "The checkpoint is the published one."),
      (["--office-key", proof.officeKey.description], 0, "PROVED"), (["--qr", code], 0, "PROVED"),
      (["--checkpoint", try log.checkpoint(6).line], 1, "of 6 entries, this proof of 7"),
      (["--checkpoint", other.line], 1, "THE OFFICE SIGNED TWO HISTORIES"),
      (["--checkpoint", "hantar-checkpoint 1"], 1, "NOT PROVED"),
      (["--office-key", stranger.publicKey.description], 1, "another key"),
      (["--qr", code.replacing(" 5 ", with: " 4 ")], 1, "points at another entry"),
    ]
    for (options, status, words) in rows {
      let answer = try ProofScript.run(on: proof.fileBytes, options)
      #expect(answer.status == status && answer.output.contains(words), "\(options)")
    }
  }

  /// What is edited so that the file is read, and what only its hashes and signatures tell.
  @Test func aForgedProofIsRefusedWithItsReason() throws {
    let text = proof.fileBytes.text
    let path = try value(proof.entries[0].path.first).description
    let signature = log.leaves[4].signed.signature
    let hexadecimal = signature.map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }
    let rows = [
      (#""card":"KTP-1871-17-00000001-7""#, #""card":"KTP-1871-17-00000002-5""#, "another card"),
      (#"\"actor\":\"SP-017\""#, #"\"actor\":\"SP-018\""#, "is not shown to be in the log"),
      (path, path.flippingFirstDigit, "is not shown to be in the log"),
      (#""place":5"#, #""place":6"#, "is not shown to be in the log"),
      (hexadecimal.joined(), String(repeating: "0", count: 128), "is not shown to be in the log"),
      (" 7 \(log.root)", " 8 \(log.root)", "not signed with the office's key"),
      (#""version":1"#, #""version":2"#, "version 2 is not known"),
      ("hantar-card-proof", "hantar-card-prove", "not a hantar-card-proof"),
      (#""enrolments":["#, #""enrolments":[7,"#, "cannot be read"),
    ]
    for (find, replace, words) in rows {
      let edited = text.replacing(find, with: replace)
      #expect(edited != text)
      let answer = try ProofScript.run(on: Array(edited.utf8))
      #expect(answer.status == 1 && answer.output.contains(words), "\(answer.output)")
      #expect(answer.output.hasPrefix("NOT PROVED"))
    }
    for bytes in [[], Array("{}".utf8), Array(proof.fileBytes.prefix(400)), [0xFF]] {
      #expect(try ProofScript.run(on: bytes).status == 1)
    }
  }

  /// A refused entry is told as one; a signature that does not fit is found although the tree does.
  @Test func aRefusedEntryIsToldAsOneAndAWrongSignatureIsFound() throws {
    var log = log
    let refused = try log.sign(
      try Samples.event(
        .delivered, [try Samples.card(1)], from: try Samples.courier(), to: .resident, minute: 9),
      by: try Samples.signingKey())
    log.append(refused, verdict: .refused("ALREADY_DELIVERED"))
    let claim = try CardProof(
      card: try Samples.card(1), entries: [try log.proof(of: 8)],
      enrolments: [try log.proof(of: 1)], checkpoint: try log.checkpoint(),
      officeKey: proof.officeKey)
    let answer = try ProofScript.run(on: claim.fileBytes)
    #expect(answer.status == 0)
    #expect(answer.output.contains("REFUSED by the office (ALREADY_DELIVERED)"))

    let signed = log.leaves[1].signed
    var leaves = log.leaves
    leaves[1] = LedgerLeaf(
      signed: SignedEvent(
        event: signed.event, previous: signed.previous, signature: log.leaves[2].signed.signature),
      receivedAt: leaves[1].receivedAt)
    let forgery = try log.rewritten(leaves)
    let entry = try forgery.proof(of: 2)
    let original = try CardProof(
      card: try Samples.card(1), entries: [try log.proof(of: 2)], enrolments: [],
      checkpoint: try log.checkpoint(), officeKey: proof.officeKey)
    var text = original.fileBytes.text
    text = text.replacing(try log.checkpoint().line, with: try forgery.checkpoint().line)
    func inFile(_ leaf: [UInt8]) -> String { leaf.text.replacing("\"", with: "\\\"") }
    text = text.replacing(inFile(original.entries[0].leaf), with: inFile(entry.leaf))
    for (old, new) in zip(original.entries[0].path, entry.path) {
      text = text.replacing(old.description, with: new.description)
    }
    let forged = try ProofScript.run(on: Array(text.utf8))
    #expect(forged.status == 1)
    #expect(forged.output == "NOT PROVED: the signature of entry 2 is wrong\n")
  }
}

/// `docs/verify_proof.py` as a stranger runs it.
enum ProofScript {
  struct Answer {
    let status: Int32
    let output: String
  }

  static let canRun = (try? start(["--version"]))?.status == 0

  static func run(on proof: [UInt8], _ options: [String] = []) throws -> Answer {
    let name = "hantar-proof-\(UUID().uuidString).json"
    let file = FileManager.default.temporaryDirectory.appendingPathComponent(name)
    try Data(proof).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    return try start([script.path, file.path] + options)
  }

  private static let script = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("docs/verify_proof.py")

  private static func start(_ arguments: [String]) throws -> Answer {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["python3"] + arguments
    process.environment = [
      "PATH": ProcessInfo.processInfo.environment["PATH"] ?? "", "PYTHONDONTWRITEBYTECODE": "1",
      "PYTHONIOENCODING": "utf-8",
    ]
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = FileHandle.nullDevice
    try process.run()
    let output = try pipe.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return Answer(
      status: process.terminationStatus, output: String(decoding: output, as: UTF8.self))
  }
}
