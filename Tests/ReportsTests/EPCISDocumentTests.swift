import Custody
import Domain
import Foundation
import Testing

@testable import Reports

@Suite struct EPCISDocumentTests {
  private func document(villages: Bool = true) throws -> EPCISDocument {
    let card = try known(CardID("KTP-1871-17-00000001-7"))
    let second = try known(CardID("KTP-1871-17-00000002-5"))
    let places = [
      card: try known(RegionCode("18.71.03.1001")), second: try known(RegionCode("18.71.03.1003")),
    ]
    return EPCISDocument(
      try Sample.leaves(), regency: try known(RegionCode("18.71")), zone: .western,
      villages: villages ? places : [:], createdAt: Instant(milliseconds: 1_501_200_000_000))
  }

  private func events(of document: EPCISDocument) throws -> [[String: Any]] {
    let parsed = try JSONSerialization.jsonObject(with: Data(document.text().utf8))
    let body = (parsed as? [String: Any])?["epcisBody"] as? [String: Any]
    return try known(body?["eventList"] as? [[String: Any]])
  }

  @Test func everyEventKeepsToTheStandard() throws {
    #expect(try EPCISValidator.faults(in: document().text()) == [])
    #expect(try EPCISValidator.faults(in: document(villages: false).text(indented: false)) == [])
  }

  struct Broken: CustomTestStringConvertible {
    let old: String
    let new: String
    let fault: String
    var testDescription: String { "\(fault): \(new)" }
  }

  @Test(arguments: [
    Broken(old: "\"commissioning\"", new: "\"delivering\"", fault: "bizStep"),
    Broken(old: "\"in_transit\"", new: "\"on_the_way\"", fault: "disposition"),
    Broken(old: "\"possessing_party\"", new: "\"courier\"", fault: "sourceList"),
    Broken(old: "\"desadv\"", new: "\"bast\"", fault: "bizTransactionList"),
    Broken(
      old: "\"eventTimeZoneOffset\": \"+07:00\"", new: "\"eventTimeZoneOffset\": \"+7:00\"",
      fault: "eventTimeZoneOffset"),
    Broken(old: "\"ktp:device\"", new: "\"device\"", fault: "member device"),
    Broken(old: "\"ktp:device\"", new: "\"own:device\"", fault: "member own:device"),
    Broken(old: "\"ADD\"", new: "\"INSERT\"", fault: "action"),
    Broken(old: "ver=CBV2.0", new: "ver=2", fault: "eventID"),
    Broken(old: "\"did_not_occur\"", new: "\"wrong\"", fault: "reason"),
  ])
  func theValidatorFindsWhatTheSchemaLetsPass(_ broken: Broken) throws {
    let text = try document().text()
    try #require(text.contains(broken.old))
    let faults = try EPCISValidator.faults(
      in: text.replacingOccurrences(of: broken.old, with: broken.new))
    #expect(faults.contains { $0.hasSuffix(broken.fault) }, "\(faults)")
  }

  @Test func everyIdentifierIsTheHashThatTheStandardDescribes() throws {
    for event in try events(of: document()) {
      let id = EPCISHash.id(of: event, namespaces: ["ktp": "urn:ktp:epcis:"])
      #expect(event["eventID"] as? String == id)
    }
  }

  /// The pre-hash text that GS1's reference implementation publishes for this event, less its EPC.
  @Test func theHashedTextIsThatOfTheReferenceImplementation() throws {
    let card = try known(CardID("KTP-1871-17-00000001-7"))
    let regency = try known(RegionCode("18.71"))
    let office = EPCISName.office(of: regency)
    let event = EPCISEvent(
      .objects([.card(card)]), action: .observe, step: .departing, disposition: .inTransit,
      time: Instant(milliseconds: 1_645_012_200_000), recordedAt: Instant(milliseconds: 0),
      zone: .western, readPoint: office, transactions: [.init(.despatchAdvice, .document("1"))],
      sources: [.init(.possessing, office)], destinations: [.init(.owning, .resident(of: card))],
      extensions: [
        .init("b", .number(7)), .init("a", .texts(["y", "x"])), .init("A", .text("z")),
      ])
    #expect(
      event.hashedText == """
        eventType=ObjectEventeventTime=2022-02-16T11:50:00.000ZeventTimeZoneOffset=+07:00\
        epcListepc=urn:ktp:card:KTP-1871-17-00000001-7action=OBSERVE\
        bizStep=https://ref.gs1.org/cbv/BizStep-departing\
        disposition=https://ref.gs1.org/cbv/Disp-in_transitreadPointid=urn:ktp:office:18.71\
        bizTransactionListtype=https://ref.gs1.org/cbv/BTT-desadvbizTransaction=urn:ktp:document:1\
        sourceListtype=https://ref.gs1.org/cbv/SDT-possessing_partysource=urn:ktp:office:18.71\
        destinationListtype=https://ref.gs1.org/cbv/SDT-owning_party\
        destination=urn:ktp:resident-of:KTP-1871-17-00000001-7\
        {urn:ktp:epcis:}A=z{urn:ktp:epcis:}a=x{urn:ktp:epcis:}a=y{urn:ktp:epcis:}b=7
        """)
  }

  struct Row: CustomTestStringConvertible {
    let kind: Event.Kind
    let type: String
    let action: String
    let words: String
    var testDescription: String { "\(kind.rawValue): \(action) \(words)" }
  }

  static let rows = [
    Row(kind: .printed, type: "ObjectEvent", action: "ADD", words: "commissioning active"),
    Row(kind: .packed, type: "AggregationEvent", action: "ADD", words: "packing container_closed"),
    Row(kind: .handedOver, type: "ObjectEvent", action: "OBSERVE", words: "shipping in_transit"),
    Row(kind: .scannedOut, type: "ObjectEvent", action: "OBSERVE", words: "departing in_transit"),
    Row(kind: .failed, type: "ObjectEvent", action: "OBSERVE", words: "holding unavailable"),
    Row(
      kind: .reattempted, type: "ObjectEvent", action: "OBSERVE", words: "transporting in_transit"),
    Row(kind: .returned, type: "ObjectEvent", action: "OBSERVE", words: "receiving returned"),
    Row(kind: .held, type: "ObjectEvent", action: "OBSERVE", words: "storing available"),
    Row(kind: .cleared, type: "ObjectEvent", action: "OBSERVE", words: "inspecting in_progress"),
    Row(kind: .withdrawn, type: "ObjectEvent", action: "OBSERVE", words: "collecting returned"),
    Row(kind: .missing, type: "ObjectEvent", action: "OBSERVE", words: "cycle_counting unknown"),
    Row(kind: .found, type: "ObjectEvent", action: "OBSERVE", words: "cycle_counting in_progress"),
    Row(
      kind: .counted, type: "ObjectEvent", action: "OBSERVE",
      words: "cycle_counting completeness_verified"),
    Row(kind: .destroyed, type: "ObjectEvent", action: "DELETE", words: "destroying destroyed"),
    Row(kind: .corrected, type: "ObjectEvent", action: "OBSERVE", words: "inspecting in_progress"),
  ]

  @Test(arguments: rows)
  func aKindOfEventHasItsWords(_ row: Row) throws {
    let found = try events(of: document()).filter { $0["ktp:kind"] as? String == row.kind.rawValue }
    #expect(!found.isEmpty)
    for event in found {
      #expect(event["type"] as? String == row.type)
      #expect(event["action"] as? String == row.action)
      #expect("\(event["bizStep"] ?? "") \(event["disposition"] ?? "")" == row.words)
    }
  }

  @Test func aDeliveryIsOneEventACardAndOneForTheOldCards() throws {
    let found = try events(of: document()).filter { $0["ktp:kind"] as? String == "delivered" }
    let words = found.map { "\($0["bizStep"] ?? "") \($0["disposition"] ?? "")" }
    #expect(
      words == [
        "dispensing dispensed", "dispensing dispensed", "collecting returned",
        "collecting returned",
      ])
    #expect(found[0]["readPoint"] as? [String: String] == ["id": "urn:ktp:village:18.71.03.1001"])
    #expect(
      found[0]["destinationList"] as? [[String: String]] == [
        [
          "type": "owning_party", "destination": "urn:ktp:resident-of:KTP-1871-17-00000001-7",
        ]
      ])
    #expect(found[0]["ktp:outcome"] as? String == "DELIVERED_FAMILY")
    #expect(found[0]["ktp:proof"] as? [String] == ["signature", "photo"])
    #expect(found[0]["ktp:flag"] as? [String] == ["FAR_FROM_DOOR", "WRONG_PIN"])
    #expect(found[2]["epcList"] as? [String] == ["urn:ktp:card:OLD-1871-17-00000001-7"])
  }

  @Test func aCorrectionDeclaresTheEarlierEventWrong() throws {
    let all = try events(of: document())
    let declared = all.filter { $0["errorDeclaration"] != nil }
    let correction = try known(
      all.first {
        $0["ktp:kind"] as? String == "corrected" && $0["ktp:decision"] as? String == "rejected"
      })
    #expect(declared.count == 1)
    #expect(declared[0]["ktp:kind"] as? String == "found")
    let original = all.filter { $0["eventID"] as? String == declared[0]["eventID"] as? String }
    #expect(original.count == 2)
    let declaration = try known(declared[0]["errorDeclaration"] as? [String: Any])
    #expect(declaration["reason"] as? String == "did_not_occur")
    let corrective = try known(correction["eventID"] as? String)
    #expect(declaration["correctiveEventIDs"] as? [String] == [corrective])
  }

  @Test func nothingTellsWhoAnyoneIs() throws {
    let text = try document().text()
    #expect(!text.contains("Rina"))
    #expect(!text.contains("geo:"))
    #expect(!showsIdentityNumber(text.replacing(#/[0-9a-f]{64}/#, with: "")))
  }

  @Test func refusedEntriesAndThoseAboutNoThingStayOut() throws {
    let kinds = try events(of: document()).compactMap { $0["ktp:kind"] as? String }
    #expect(Set(kinds).isDisjoint(with: ["erased", "fee-reported", "enrolled", "revoked"]))
    #expect(kinds.count { $0 == "delivered" } == 4)
  }

  @Test func namesOfOrganisationsAreMadeFitForAURN() throws {
    let regency = try known(RegionCode("18.71"))
    #expect(
      EPCISName.party(.organisation("Satpol PP"), of: regency)?.description
        == "urn:ktp:organisation:18.71:Satpol%20PP")
    #expect(EPCISName.document("BAST/1871/1").description == "urn:ktp:document:BAST/1871/1")
  }

  @Test(arguments: [
    (0, "1970-01-01T00:00:00.000Z", "1970-01-01T07:00:00.000+07:00"),
    (-1, "1969-12-31T23:59:59.999Z", "1970-01-01T06:59:59.999+07:00"),
    (1_501_121_640_005, "2017-07-27T02:14:00.005Z", "2017-07-27T09:14:00.005+07:00"),
  ])
  func timesAreWrittenToTheMillisecond(milliseconds: Int, utc: String, local: String) {
    let time = Instant(milliseconds: Int64(milliseconds))
    #expect(time.epcisText(offset: nil) == utc)
    #expect(time.epcisText(offset: .western) == local)
  }
}
