public import Custody
public import Domain

/// The log as other systems read it: a GS1 EPCIS 2.0 document in JSON.
///
/// Only accepted entries appear. An entry that settles an earlier one stands after a second copy of
/// the earlier event which declares the error; both copies share an identifier, as the standard
/// has it.
///
/// Source: GS1 EPCIS 2.0 and CBV 2.0, 2022.
public struct EPCISDocument: Hashable, Sendable {
  public let createdAt: Instant
  public let zone: TimeZoneOffset
  public let events: [EPCISEvent]

  /// - Parameters:
  ///   - leaves: In the order of the log; refused ones are left out.
  ///   - regency: Whose office keeps the log.
  ///   - villages: The kelurahan or desa of each card's resident, where it may be told. An event at
  ///     a door names no nearer place.
  public init(
    _ leaves: some Sequence<LedgerLeaf>, regency: RegionCode, zone: TimeZoneOffset,
    villages: [CardID: RegionCode] = [:], createdAt: Instant
  ) {
    let translation = EPCISTranslation(regency: regency, zone: zone, villages: villages)
    var written: [Fingerprint: [EPCISEvent]] = [:]
    var events: [EPCISEvent] = []
    for leaf in leaves where leaf.verdict == .accepted {
      let translated = translation.events(of: leaf)
      if let correction = leaf.event.correction, let reason = Self.reason(of: correction.decision) {
        let declaration = EPCISEvent.ErrorDeclaration(
          time: leaf.event.time, reason: reason, correctiveEvents: translated.map(\.id))
        events += (written[correction.event] ?? []).map { $0.declared(declaration) }
      }
      events += translated
      written[leaf.signed.hash] = translated
    }
    self.createdAt = createdAt
    self.zone = zone
    self.events = events
  }

  /// The document's text, UTF-8.
  public func text(indented: Bool = true) -> String {
    let document: JSONText = [
      "@context": [
        "https://ref.gs1.org/standards/epcis/2.0.0/epcis-context.jsonld",
        ["ktp": .string(EPCISEvent.namespace)],
      ],
      "type": "EPCISDocument", "schemaVersion": "2.0",
      "creationDate": .string(createdAt.epcisText(offset: zone)),
      "epcisBody": ["eventList": .array(events.map(\.json))],
    ]
    return document.text(indented: indented) + (indented ? "\n" : "")
  }

  /// What a decision declares of the event it settles; nothing where the event was true.
  private static func reason(
    of decision: Correction.Decision
  ) -> EPCISEvent.ErrorDeclaration.Reason? {
    switch decision {
    case .upheld: nil
    case .rejected: .didNotOccur
    case .settled: .incorrectData
    }
  }
}
