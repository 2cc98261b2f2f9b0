import Domain

extension CardProof {
  /// Follows every path and every signature back to the office's key.
  func verify() throws(CardProofError) {
    guard checkpoint.isSigned(by: officeKey) else { throw .wrongCheckpoint }
    guard !entries.isEmpty else { throw .noEntries }
    for (entry, next) in zip(entries, entries.dropFirst()) where entry.place == next.place {
      throw .wrongPath(place: entry.place)
    }
    var devices: [String: (key: PublicKey, place: Int)] = [:]
    for entry in enrolments {
      let registration = try enrolment(entry)
      let name = registration.device.description
      devices[name] = devices[name] ?? (registration.signingKey, entry.place)
    }
    for entry in entries {
      let event = try leaf(of: entry).event
      guard event.cards.contains(card) || event.exchanged.contains(card) else {
        throw .otherCard(place: entry.place)
      }
      try checkSignature(of: entry, devices: devices)
    }
  }

  /// The leaf, once its path leads to the root of the checkpoint.
  private func leaf(of entry: Entry) throws(CardProofError) -> LedgerLeaf {
    let isIncluded = MerkleTree.verifiesInclusion(
      of: MerkleTree.leafHash(entry.leaf), at: entry.place - 1, size: checkpoint.size,
      path: entry.path, root: checkpoint.root)
    guard entry.place >= 1, isIncluded else { throw .wrongPath(place: entry.place) }
    do { return try LedgerLeaf(bytes: entry.leaf) } catch {
      throw .unreadable(place: entry.place, error)
    }
  }

  private func enrolment(_ entry: Entry) throws(CardProofError) -> DeviceRegistration {
    let leaf = try leaf(of: entry)
    let isOffice = leaf.event.id.device == DeviceID.office.description
    guard isOffice, leaf.event.kind == .enrolled, leaf.verdict == .accepted,
      let registration = leaf.event.registration
    else { throw .wrongEnrolment(place: entry.place) }
    try checkSignature(of: entry, devices: [:])
    return registration
  }

  private func checkSignature(
    of entry: Entry, devices: [String: (key: PublicKey, place: Int)]
  ) throws(CardProofError) {
    let signed = try leaf(of: entry).signed
    let device = signed.event.id.device
    let isOffice = device == DeviceID.office.description
    guard let key = isOffice ? (officeKey, 0) : devices[device], key.1 < entry.place else {
      throw .noEnrolment(place: entry.place, device: device)
    }
    guard signed.isSigned(by: key.0) else { throw .wrongSignature(place: entry.place) }
  }
}
