/// What a device remembers of its office's log, and the judgement of what it is told next.
public enum LogMemory {
  /// Returns the checkpoint to keep after `offered` was received.
  ///
  /// An older checkpoint than the one held comes from a file that was long on its way; it is
  /// passed over. Everything else must be the held log or a longer one that begins with it.
  ///
  /// - Parameter held: The checkpoint kept so far; nothing before the first.
  /// - Parameter offered: Signed by the office whose key the device keeps.
  /// - Throws: ``BundleError/logShrunk(held:offered:)``, ``BundleError/logForked(held:offered:)`` or
  ///   ``BundleError/logNotProved(held:offered:)``.
  public static func kept(
    _ held: Checkpoint?, offered: Checkpoint, proofs: [LogProof]
  ) throws(BundleError) -> Checkpoint {
    guard let held else { return offered }
    if offered.size < held.size {
      guard offered.time <= held.time else {
        throw .logShrunk(held: held.size, offered: offered.size)
      }
      return held
    }
    if offered.size == held.size {
      guard offered.root == held.root else {
        throw .logForked(held: held.size, offered: offered.size)
      }
      return offered.time >= held.time ? offered : held
    }
    if held.size == 0 { return offered }
    let candidates = proofs.filter { $0.from == held.size }
    guard !candidates.isEmpty else {
      throw .logNotProved(held: held.size, offered: offered.size)
    }
    let isProved = candidates.contains { proof in
      MerkleTree.verifiesConsistency(
        from: held.size, held.root, to: offered.size, offered.root, path: proof.path)
    }
    guard isProved else { throw .logForked(held: held.size, offered: offered.size) }
    return offered
  }
}
