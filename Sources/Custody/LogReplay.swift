import Domain

/// Plays a log through the rules, as the office did when each event arrived.
struct LogReplay: Sendable {
  private let workspaceID: String
  private let policy: CustodyPolicy
  /// Of the office and of every enrolled device.
  private var chains: [String: DeviceChain]
  private var registrations: [DeviceID: DeviceRegistration] = [:]
  private var revoked: Set<DeviceID> = []
  /// The events that were refused before the rules were asked.
  private var turnedAway: Set<Fingerprint> = []
  private(set) var states: [CardID: CardCustody] = [:]
  var findings: [LedgerFinding] = []

  init(workspaceID: String, officeKey: PublicKey, policy: CustodyPolicy) {
    self.workspaceID = workspaceID
    self.policy = policy
    chains = [
      Self.office: DeviceChain(workspaceID: workspaceID, device: Self.office, publicKey: officeKey)
    ]
  }

  private static let office = DeviceID.office.description

  var officeHead: ChainHead { head(of: .office) }

  var devices: [DeviceID: DeviceStanding] {
    registrations.mapValues { registration in
      let device = registration.device
      return DeviceStanding(
        registration: registration, isRevoked: revoked.contains(device), head: head(of: device))
    }
  }

  private func head(of device: DeviceID) -> ChainHead {
    chains[device.description]?.head ?? ChainHead(count: 0, hash: MerkleTree.emptyRoot)
  }

  /// Finds the key that should have signed each event, given what has been replayed so far and the
  /// devices enrolled among the entries themselves.
  func keys(of entries: [ExaminedEntry]) -> [KeyedEvent] {
    var enrolled: [String: PublicKey] = [:]
    return entries.map { entry in
      guard let leaf = try? entry.leaf.get() else { return KeyedEvent(signed: nil, key: nil) }
      let device = leaf.event.id.device
      if let registration = leaf.event.registration, leaf.event.kind == .enrolled {
        let name = registration.device.description
        enrolled[name] = enrolled[name] ?? registration.signingKey
      }
      return KeyedEvent(signed: leaf.signed, key: chains[device]?.publicKey ?? enrolled[device])
    }
  }

  /// Replays the next entry.
  mutating func replay(_ entry: ExaminedEntry, isGenuine: Bool) {
    switch entry.leaf {
    case .failure(let error):
      findings.append(.unreadableEntry(place: entry.place, error))
    case .success(let leaf):
      let arrival = arrival(of: leaf.signed, isGenuine: isGenuine)
      if let code = leaf.refusal, let claimed = ArrivalRefusal(rawValue: code) {
        checkTurnedAway(leaf, at: entry.place, claimed: claimed, found: arrival)
      } else {
        takeIn(leaf, at: entry.place, arrival)
      }
    }
  }

  private enum Arrival {
    /// With what is wrong with its place in its device's chain, if anything.
    case known(ArrivalRefusal?, DeviceChainError?)
    case refused(ArrivalRefusal)
  }

  private func arrival(of signed: SignedEvent, isGenuine: Bool) -> Arrival {
    let id = signed.event.id
    guard var chain = chains[id.device] else { return .refused(.unknownDevice) }
    if let device = DeviceID(id.device), revoked.contains(device) {
      return .refused(.deviceRevoked)
    }
    guard isGenuine else { return .known(.badSignature, .badSignature(id)) }
    do { try chain.follow(signed) } catch {
      if case .fork = error { return .known(.fork, error) }
      return .known(nil, error)
    }
    return .known(nil, nil)
  }

  /// Checks that an event was turned away for the reason that there was, and once.
  private mutating func checkTurnedAway(
    _ leaf: LedgerLeaf, at place: Int, claimed: ArrivalRefusal, found: Arrival
  ) {
    let reason: ArrivalRefusal? =
      switch found {
      case .known(let refusal, _): refusal
      case .refused(let refusal): refusal
      }
    if reason != claimed {
      findings.append(.refusedWithoutReason(place: place, code: claimed.code))
    }
    if !turnedAway.insert(leaf.signed.hash).inserted {
      findings.append(.repeatedEvent(place: place, leaf.event.id))
    }
  }

  /// Replays an event that is part of its device's chain, whether the rules accept it or not.
  private mutating func takeIn(_ leaf: LedgerLeaf, at place: Int, _ arrival: Arrival) {
    let event = leaf.event
    switch arrival {
    case .refused(.deviceRevoked):
      findings.append(.revokedDevice(place: place, event.id))
      return
    case .refused:
      findings.append(.strangeDevice(place: place, event.id))
      return
    case .known(.badSignature, _):
      findings.append(.wrongSignature(place: place, event.id))
    case .known(_, let error?):
      findings.append(.brokenChain(place: place, error))
    case .known(_, nil):
      break
    }
    // Go on from this event whatever is wrong with it, so that one fault does not make every later
    // event look faulty.
    let head = ChainHead(count: event.id.sequence, hash: leaf.signed.hash)
    if let chain = chains[event.id.device] {
      chains[event.id.device] = DeviceChain(
        workspaceID: workspaceID, device: chain.device, publicKey: chain.publicKey, head: head)
    }
    judge(leaf, at: place)
  }

  private mutating func judge(_ leaf: LedgerLeaf, at place: Int) {
    let courier = DeviceID(leaf.event.id.device).flatMap { registrations[$0]?.courier }
    do {
      let outcome = try CustodyRules.outcome(
        of: leaf.event, given: states, recordedFor: courier, under: policy, now: leaf.receivedAt)
      if let code = leaf.refusal {
        findings.append(.refusedWithoutReason(place: place, code: code))
        return
      }
      for state in outcome { states[state.card] = state }
      if let registration = leaf.event.registration {
        register(registration, by: leaf.event.kind, at: place)
      }
    } catch {
      switch leaf.refusal {
      case nil: findings.append(.refusedByRules(place: place, error))
      case let code? where code != error.code:
        findings.append(.refusedWithoutReason(place: place, code: code))
      default: break
      }
    }
  }

  private mutating func register(
    _ registration: DeviceRegistration, by kind: Event.Kind, at place: Int
  ) {
    let device = registration.device
    let isExpected =
      kind == .enrolled
      ? registrations[device] == nil
      : registrations[device] == registration && !revoked.contains(device)
    guard isExpected else {
      findings.append(.wrongEnrolment(place: place, device))
      return
    }
    if kind == .revoked {
      revoked.insert(device)
    } else {
      registrations[device] = registration
      chains[device.description] = DeviceChain(
        workspaceID: workspaceID, device: device.description, publicKey: registration.signingKey)
    }
  }
}
