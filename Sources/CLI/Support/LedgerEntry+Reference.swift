import Custody
import Reports
import Storage

extension LedgerEntry {
  /// What a QR code on paper says, so that whoever has the paper can ask for the proof.
  func reference(in store: Store) -> ProofReference? {
    ProofReference(
      workspaceID: store.workspaceID, place: place, leaf: MerkleTree.leafHash(leaf.bytes))
  }
}
