internal import Custody
internal import Domain

/// Turns entries of the log into EPCIS events.
///
/// | kind | action, step, disposition |
/// | --- | --- |
/// | printed | ADD commissioning active |
/// | packed | ADD packing container_closed (aggregation: the bag of the run) |
/// | handed over | OBSERVE shipping in_transit |
/// | scanned out | OBSERVE departing in_transit |
/// | delivered | OBSERVE dispensing dispensed, one event a card |
/// | old card taken, withdrawn | OBSERVE collecting returned |
/// | failed | OBSERVE holding unavailable |
/// | tried again | OBSERVE transporting in_transit |
/// | returned | OBSERVE receiving returned |
/// | held | OBSERVE storing available |
/// | cleared | OBSERVE inspecting in_progress |
/// | missing | OBSERVE cycle_counting unknown |
/// | found | OBSERVE cycle_counting in_progress |
/// | counted | OBSERVE cycle_counting completeness_verified |
/// | destroyed | DELETE destroying destroyed |
/// | corrected | OBSERVE inspecting in_progress, and a declaration of error on the earlier event |
///
/// Erasures, devices and demands of money are no movement of a thing and have no event.
struct EPCISTranslation {
  let regency: RegionCode
  let zone: TimeZoneOffset
  /// The village of each card's resident, as near to a door as an event may come.
  let villages: [CardID: RegionCode]

  /// The events of one entry, in order; a declaration of error is none of them.
  func events(of leaf: LedgerLeaf) -> [EPCISEvent] {
    let event = leaf.event
    switch event.kind {
    case .erased, .enrolled, .revoked, .feeReported: return []
    case .packed:
      guard let run = event.run else { return [] }
      return [make(.aggregation(parent: .bag(run), children: names(event.cards)), leaf)]
    case .delivered:
      return event.cards.map { make(.objects([.card($0)]), leaf, owner: $0, village: villages[$0]) }
        + oldCards(of: leaf)
    case .failed:
      return byVillage(event.cards).map {
        make(.objects(names($0.cards)), leaf, village: $0.village)
      }
    default: return [make(.objects(names(event.cards)), leaf)]
    }
  }

  private func make(
    _ subject: EPCISEvent.Subject, _ leaf: LedgerLeaf, owner: CardID? = nil,
    village: RegionCode? = nil
  ) -> EPCISEvent {
    let event = leaf.event
    let (action, step, disposition) = Self.word(for: event.kind)
    return EPCISEvent(
      subject, action: action, step: step, disposition: disposition, time: event.time,
      recordedAt: leaf.receivedAt, zone: zone,
      readPoint: village.map { .village($0) } ?? place(of: event.giver) ?? place(of: event.taker),
      location: place(of: event.taker), transactions: transactions(of: event),
      sources: sources(of: event), destinations: destinations(of: event, owner: owner),
      extensions: extensions(of: leaf))
  }

  /// The old cards that a delivery brought in exchange: an event of their own.
  private func oldCards(of leaf: LedgerLeaf) -> [EPCISEvent] {
    let event = leaf.event
    guard !event.exchanged.isEmpty else { return [] }
    return byVillage(event.exchanged).map { group in
      EPCISEvent(
        .objects(names(group.cards)), action: .observe, step: .collecting, disposition: .returned,
        time: event.time, recordedAt: leaf.receivedAt, zone: zone,
        readPoint: group.village.map { .village($0) } ?? place(of: event.giver),
        sources: group.cards.map { .init(.owning, .resident(of: $0.new)) },
        destinations: party(event.giver), extensions: extensions(of: leaf))
    }
  }

  private static func word(
    for kind: Event.Kind
  ) -> (EPCISEvent.Action, EPCISEvent.Step, EPCISEvent.Disposition) {
    switch kind {
    case .printed: (.add, .commissioning, .active)
    case .packed: (.add, .packing, .containerClosed)
    case .handedOver: (.observe, .shipping, .inTransit)
    case .scannedOut: (.observe, .departing, .inTransit)
    case .delivered: (.observe, .dispensing, .dispensed)
    case .failed: (.observe, .holding, .unavailable)
    case .reattempted: (.observe, .transporting, .inTransit)
    case .returned: (.observe, .receiving, .returned)
    case .held: (.observe, .storing, .available)
    case .withdrawn: (.observe, .collecting, .returned)
    case .missing: (.observe, .cycleCounting, .unknown)
    case .found: (.observe, .cycleCounting, .inProgress)
    case .counted: (.observe, .cycleCounting, .completenessVerified)
    case .destroyed: (.delete, .destroying, .destroyed)
    case .cleared, .corrected, .erased, .feeReported, .enrolled, .revoked:
      (.observe, .inspecting, .inProgress)
    }
  }

  /// Where the cards are while `holder` has them; nothing for whoever is on the road.
  private func place(of holder: Holder) -> EPCISName? {
    switch holder {
    case .printer, .office, .destruction: .office(of: regency)
    case .villageOffice(let desa): .village(desa)
    case .organisation, .courier, .resident: nil
    }
  }

  private func transactions(of event: Event) -> [EPCISEvent.Transaction] {
    let kind: EPCISEvent.Transaction.Kind =
      event.kind == .destroyed ? .certificate : .despatchAdvice
    return event.document.map { [.init(kind, .document($0))] } ?? []
  }

  private func sources(of event: Event) -> [EPCISEvent.Party] {
    if event.kind == .withdrawn {
      return event.cards.map { .init(.owning, .resident(of: $0.new)) }
    }
    return event.giver == event.taker ? [] : party(event.giver)
  }

  private func destinations(of event: Event, owner: CardID?) -> [EPCISEvent.Party] {
    if let owner { return [.init(.owning, .resident(of: owner))] }
    return party(event.taker)
  }

  private func party(_ holder: Holder) -> [EPCISEvent.Party] {
    EPCISName.party(holder, of: regency).map { [.init(.possessing, $0)] } ?? []
  }

  private func extensions(of leaf: LedgerLeaf) -> [EPCISEvent.Extension] {
    let event = leaf.event
    let texts: [(String, String?)] = [
      ("kind", event.kind.rawValue), ("device", event.id.device),
      ("chainHash", "sha-256:\(leaf.signed.hash)"), ("run", event.run?.description),
      ("outcome", event.recipient.map { "DELIVERED_\($0.rawValue.uppercased())" }),
      ("reason", event.reason?.rawValue), ("actionTaken", event.action?.rawValue),
      ("item", event.item?.description), ("decision", event.correction?.decision.rawValue),
      ("earliest", event.clock?.earliest.epcisText(offset: zone)),
      ("latest", event.clock?.latest.epcisText(offset: zone)),
      ("provenance", event.provenance.rawValue),
    ]
    var members = texts.compactMap { name, value in
      value.map { EPCISEvent.Extension(name, .text($0)) }
    }
    members.append(.init("sequence", .number(event.id.sequence)))
    if let stop = event.stop { members.append(.init("stop", .number(stop))) }
    let lists = [
      ("proof", event.proofs.map(\.kind.rawValue)), ("flag", leaf.flags.map(\.rawValue)),
    ]
    return members
      + lists.filter { !$0.1.isEmpty }.map { EPCISEvent.Extension($0.0, .texts($0.1)) }
  }

  private func names(_ cards: [CardID]) -> [EPCISName] { cards.map { .card($0) } }

  /// The cards by the village of their residents, in the order in which a village first stands.
  private func byVillage(_ cards: [CardID]) -> [(village: RegionCode?, cards: [CardID])] {
    cards.reduce(into: []) { groups, card in
      let village = villages[card.new]
      if let index = groups.firstIndex(where: { $0.village == village }) {
        groups[index].cards.append(card)
      } else {
        groups.append((village, [card]))
      }
    }
  }
}
